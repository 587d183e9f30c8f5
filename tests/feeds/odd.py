"""Odd values in odd places of what a network sends."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

_ODD = st.sampled_from(
    [
        *(None, True, -1, 0, 1.5, 10**30, "", "x", "1e9", "-5", "\u0663", "18446744073709551615"),
        *("9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+14:00", "P99999999999D"),
        *([], {}, [None], {"a": 1}, "\ud800", "\u202e" * 50, "@" * 99, "<" * 999),
        *("<a href='//[x'>x</a>" * 9, '<a href="https://a.example">' * 99),
    ]
)


def odd_items(item: Any) -> st.SearchStrategy[bytes]:
    """Returns what gives this item with something odd somewhere in it."""
    ways = st.sampled_from(list(_places(item)))
    return st.builds(lambda way, odd: json.dumps(_changed(item, way, odd)).encode(), ways, _ODD)


def _places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yields the way to everything inside a value."""
    if not isinstance(value, dict | list):
        return
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*way, key)
        yield from _places(one, (*way, key))


def _changed(value: Any, way: tuple[Any, ...], odd: Any) -> Any:
    copy = json.loads(json.dumps(value))
    inside = copy
    for key in way[:-1]:
        inside = inside[key]
    inside[way[-1]] = odd
    return copy
