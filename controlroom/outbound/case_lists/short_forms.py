"""First names that stand for one another: "Toby" for "Tobias"."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml


class _Forms(msgspec.Struct):
    checked: date
    lines: str


def also(name: str) -> frozenset[str]:
    """Returns the other forms of a first name in lower case, without accents."""
    return _by_name().get(name, frozenset())


@cache
def _by_name() -> Mapping[str, frozenset[str]]:
    path = bundled("checks", "names", "short_forms.toml")
    read = from_toml(path.read_bytes(), _Forms)
    found: dict[str, set[str]] = {}
    for line in read.lines.splitlines():
        names = set(line.split())
        for name in names:
            found.setdefault(name, set()).update(names - {name})
    return {name: frozenset(others) for name, others in found.items()}
