"""X's own description of its API, as far as tests hold questions and answers against it."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

FILE = (
    Path(__file__).parents[3] / ".." / "shared" / "contracts" / "x-openapi-2.167.json"
).resolve()
Json = dict[str, Any]


@lru_cache
def description() -> Json:
    """Returns the description; skips the test that asks where it does not lie beside us."""
    if not FILE.is_file():
        pytest.skip("X's description is not beside this repository")
    read: Json = json.loads(FILE.read_bytes())
    return read


def resolved(part: Json) -> Json:
    while "$ref" in part:
        target: Any = description()
        for step in part["$ref"].split("/")[1:]:
            target = target[step]
        part = target
    return part


def operation(method: str, path: str) -> Json:
    """Returns what the description says of a request; fails if it does not know it."""
    for template, operations in description()["paths"].items():
        form = re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(template))
        if re.fullmatch(form, path) and method.lower() in operations and _fits(template, path):
            found: Json = operations[method.lower()]
            return found
    raise AssertionError(f"X does not know {method} {path}")


def _fits(template: str, path: str) -> bool:
    """Whether a path is not one of those more precise templates, such as `/2/users/me`."""
    precise = path in description()["paths"]
    return not precise or template == path


def faults_of_request(method: str, path: str, query: str, body: bytes) -> list[str]:
    """Returns what X would not understand of a request."""
    known = operation(method, path)
    parameters = {p["name"]: p for p in map(resolved, known.get("parameters", ()))}
    asked = dict(parse_qsl(query, keep_blank_values=True))
    faults = [f"unknown parameter {name}" for name in asked if name not in parameters]
    for name, parameter in parameters.items():
        if parameter["in"] == "path":
            continue
        if name in asked:
            faults += _faults_of_text(name, asked[name], resolved(parameter["schema"]))
        elif parameter.get("required"):
            faults.append(f"{name} is missing")
    if body:
        schema = resolved(known["requestBody"]["content"]["application/json"]["schema"])
        faults += list(faults_of(json.loads(body), schema, "body"))
    return faults


def _faults_of_text(name: str, told: str, schema: Json) -> list[str]:
    if schema.get("type") == "array":
        items = resolved(schema["items"])
        each = told.split(",")
        faults = [fault for one in each for fault in _faults_of_text(name, one, items)]
        repeated = schema.get("uniqueItems") and len(set(each)) != len(each)
        return [*faults, f"{name} repeats"] if repeated else faults
    value: Any = int(told) if schema.get("type") == "integer" else told
    return list(faults_of(value, schema, name))


_TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}


def faults_of(value: Any, schema: Json, where: str) -> Iterator[str]:
    """Yields where a value is not what a schema says; fields it does not name are faults too."""
    schema = resolved(schema)
    if "oneOf" in schema:
        told = [list(faults_of(value, one, where)) for one in schema["oneOf"]]
        yield from () if [] in told else min(told, key=len)
        return
    if value is None and schema.get("nullable"):
        return
    if not isinstance(value, _TYPES[schema.get("type", "object")]):
        yield f"{where}: {type(value).__name__} is no {schema['type']}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    yield from _bounds(value, schema, where)
    if isinstance(value, dict):
        yield from _fields(value, schema, where)
    for at, one in enumerate(value if isinstance(value, list) else ()):
        yield from faults_of(one, schema.get("items", {"type": "object"}), f"{where}[{at}]")


def _fields(value: Json, schema: Json, where: str) -> Iterator[str]:
    named = schema.get("properties")
    yield from (
        f"{where}.{name} is missing" for name in schema.get("required", ()) if name not in value
    )
    for name, one in value.items() if named else ():
        if name not in named:
            yield f"{where}.{name} is unknown"
        else:
            yield from faults_of(one, named[name], f"{where}.{name}")


def _bounds(value: Any, schema: Json, where: str) -> Iterator[str]:
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{where}: {value!r} has another form"
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9):
            yield f"{where}: {len(value)} characters"
    number = isinstance(value, int) and not isinstance(value, bool)
    if number and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{where}: {value} is out of bounds"
