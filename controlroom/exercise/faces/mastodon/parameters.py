"""What was sent, whichever way: JSON, a form, several parts, or the query."""

import json
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from controlroom.exercise.faces.mastodon.problems import Refusal, invalid

Json = dict[str, Any]
_TRUE = ("true", "1", "on", "t", True, 1)


class Parameters:
    """Values by name; `poll[options][]` of a form is what `{"poll": {"options": []}}` is in JSON.

    Attributes:
        files: uploaded files by name.
    """

    def __init__(self, values: Json, files: dict[str, bytes] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str, usual: str = "") -> str:
        """Returns a text."""
        told = self.values.get(name)
        return usual if told is None else str(told)

    def flag(self, name: str, *, usual: bool = False) -> bool:
        """Returns yes or no."""
        told = self.values.get(name)
        return usual if told is None else told in _TRUE

    def listed(self, name: str) -> list[Any]:
        """Returns a list; one value is a list of one."""
        told = self.values.get(name)
        if told is None or told == "":
            return []
        return told if isinstance(told, list) else [told]

    def inner(self, name: str) -> "Parameters | None":
        """Returns values within a value, None if there are none."""
        told = self.values.get(name)
        return Parameters(told) if isinstance(told, dict) and told else None

    def whole(self, name: str) -> int:
        """Returns a whole number, 0 for none. Raises `Refusal`."""
        told = self.values.get(name) or 0
        try:
            return int(told)
        except (TypeError, ValueError):
            raise invalid(f"{name} is not a number") from None


async def sent(request: web.Request) -> Parameters:
    """Reads everything that was sent. Raises `Refusal`."""
    pairs: list[tuple[str, Any]] = list(request.query.items())
    values = _nested(pairs)
    if request.content_type == "application/json" and request.can_read_body:
        return Parameters(values | _json(await request.read()))
    if request.method == "GET" or not request.can_read_body:
        return Parameters(values)
    form = await request.post()
    files = {
        name: value.file.read() for name, value in form.items() if isinstance(value, web.FileField)
    }
    plain = [(n, v) for n, v in form.items() if not isinstance(v, web.FileField)]
    return Parameters(values | _nested(plain), files)


def _json(body: bytes) -> Json:
    try:
        told = json.loads(body)
    except ValueError:
        raise Refusal(400, "Error parsing JSON") from None
    if not isinstance(told, dict):
        raise Refusal(400, "Error parsing JSON")
    return told


def _nested(pairs: Iterable[tuple[str, Any]]) -> Json:
    """Puts `a[b][]` where it belongs; a number in brackets is a place in a list."""
    values: Json = {}
    for name, value in pairs:
        first, *rest = name.replace("]", "").split("[")
        place, key = values, first
        for part in rest:
            if part == "" or part.isdigit():
                held = place.setdefault(key, [])
                if isinstance(held, list):
                    held.append(value)
                break
            place = place.setdefault(key, {})
            if not isinstance(place, dict):
                break
            key = part
        else:
            place[key] = value
    return values
