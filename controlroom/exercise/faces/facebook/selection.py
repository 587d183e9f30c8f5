"""The language in which fields are asked for: `id,comments.limit(5).order(x){id,from{name}}`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from controlroom.exercise.faces.facebook.problems import Problem

_TOKEN = re.compile(r"\s*([A-Za-z_][\w:]*|[{},]|\.(\w+)\(((?:[^()]|\([^()]*\))*)\))")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Asked:
    """One field.

    Attributes:
        options: its modifiers.
        inner: of its own value; None if nothing is said of that.
    """

    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    inner: "Selection | None" = None


Selection = tuple[Asked, ...]


@lru_cache(maxsize=512)
def selection_of(told: str) -> Selection:
    """Returns what is asked for. Raises `Problem` for what nobody can read."""
    if len(told) > _LONGEST:
        raise _syntax(told, 0)
    selection, at = _several(told, 0)
    if at != len(told):
        raise _syntax(told, at)
    return selection


def _several(told: str, at: int) -> tuple[Selection, int]:
    found: list[Asked] = []
    while at < len(told):
        word, ends = _word(told, at)
        if word == "}":
            break
        if word == ",":
            at = ends
            continue
        one, at = _one(told, at)
        found.append(one)
    return tuple(found), at


def _one(told: str, at: int) -> tuple[Asked, int]:
    name, at = _word(told, at)
    if not (name[0].isalpha() or name[0] == "_"):
        raise _syntax(told, at)
    options: dict[str, str] = {}
    inner: Selection | None = None
    while at < len(told):
        found = _TOKEN.match(told, at)
        if found and found[2]:
            options[found[2]], at = found[3], found.end()
        elif found and found[1] == "{":
            inner, at = _several(told, found.end())
            closing, at = _word(told, at)
            if closing != "}":
                raise _syntax(told, at)
        else:
            break
    return Asked(name, options, inner), at


def _word(told: str, at: int) -> tuple[str, int]:
    found = _TOKEN.match(told, at)
    if found is None or found[2]:
        raise _syntax(told, at)
    return found[1], found.end()


def _syntax(told: str, at: int) -> Problem:
    shown = told[at : at + 20]
    message = f'Syntax error "Expected name instead of "{shown}"." at character {at}'
    return Problem(2500, message)
