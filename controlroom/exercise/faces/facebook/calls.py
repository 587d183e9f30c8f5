"""A call taken apart: what is asked for, of whom, with what."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from controlroom.exercise.faces.facebook.problems import bad, unknown_path

_VERSION = re.compile(r"v(\d{1,3})\.\d", re.ASCII)
OLDEST, NEWEST = 19, 26
"""Versions of the Graph that are spoken."""


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked.

    Attributes:
        method: as the Graph takes it: a form can say that it stands for another one.
        path: below the version.
        given: query and form together.
        files: what came along, by field.
    """

    method: str
    version: str
    path: tuple[str, ...]
    given: Mapping[str, str]
    origin: str
    token: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Returns a parameter, "" if it is not there."""
        return self.given.get(name, "")

    def flag(self, name: str, usual: bool) -> bool:
        """Returns a parameter that is true or false. Raises `Problem`."""
        told = self.given.get(name, "").lower()
        if told in ("true", "1"):
            return True
        if told in ("false", "0"):
            return False
        if told:
            raise bad(f"Param {name} must be a boolean")
        return usual

    def whole(self, name: str) -> int:
        """Returns a number, 0 if it is not there. Raises `Problem`."""
        told = self.given.get(name, "")
        if told and not (told.isascii() and told.isdigit() and len(told) < 16):
            raise bad(f"Param {name} must be an integer")
        return int(told or 0)

    def parsed(self, name: str) -> Any:
        """Returns a parameter of JSON, None if it is not there. Raises `Problem`."""
        told = self.given.get(name, "")
        try:
            return json.loads(told) if told else None
        except (ValueError, RecursionError):
            raise bad(f"Param {name} must be valid JSON") from None

    def file(self) -> bytes:
        """Returns what came along; the Graph does not mind under which name."""
        return next(iter(self.files.values()), b"")


async def call_of(request: web.Request) -> Call:
    """Takes a request apart. Raises `Problem`."""
    given = dict(request.query)
    files: dict[str, bytes] = {}
    if request.method != "GET" and request.can_read_body:
        form, files = await _form(request)
        given |= form
    version, path = _split(request.path)
    method = given.pop("method", request.method).upper() if request.method == "POST" else (
        request.method
    )  # fmt: skip
    token = _bearer(request) or given.pop("access_token", "")
    given.pop("access_token", None)
    return Call(method, version, path, given, str(request.url.origin()), token, files)


def _split(path: str) -> tuple[str, tuple[str, ...]]:
    parts = [part for part in path.split("/") if part]
    usual = f"v{NEWEST}.0"
    told = _VERSION.fullmatch(parts[0]) if parts else None
    if told is None:
        return usual, tuple(parts)
    if not OLDEST <= int(told[1]) <= NEWEST:
        raise unknown_path(path)
    return parts[0], tuple(parts[1:])


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme in ("Bearer", "OAuth") else ""


async def _form(request: web.Request) -> tuple[dict[str, str], dict[str, bytes]]:
    if request.content_type == "application/json":
        try:
            told = json.loads(await request.read())
        except (ValueError, RecursionError):
            raise bad("Invalid JSON") from None
        if not isinstance(told, dict):
            raise bad("Invalid JSON")
        return {name: _written(value) for name, value in told.items()}, {}
    given: dict[str, str] = {}
    files: dict[str, bytes] = {}
    try:
        told = await request.post()
    except ValueError:
        raise bad("The body cannot be read") from None
    for name, value in told.items():
        if isinstance(value, str):
            given[name] = value
        elif isinstance(value, web.FileField):
            files[name] = value.file.read()
        else:
            files[name] = bytes(value)
    return given, files


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
