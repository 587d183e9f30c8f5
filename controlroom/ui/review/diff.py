"""What an edit changed, word by word. Pure."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_LONGEST = 20_000
_MOST_PAIRS = 40_000
"""Pairs of equal words that are weighed; with more, what differs counts as rewritten."""


class Change(NamedTuple):
    """Characters of a text that the other one does not have, `end` excluded."""

    start: int
    end: int


def changes(before: str, after: str) -> tuple[list[Change], list[Change]]:
    """Returns what is gone from the earlier text and what is new in the later one."""
    old, new = _pieces(before), _pieces(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    old_ends, new_ends = len(old) - tail, len(new) - tail
    gone: list[Change] = []
    come: list[Change] = []
    for a, b, c, d in _differences(old[head:old_ends], new[head:new_ends]):
        _add(gone, old, head + a, head + b)
        _add(come, new, head + c, head + d)
    return gone, come


def _differences(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    there = Counter(new)
    if sum(count * there[piece] for piece, count in Counter(old).items()) > _MOST_PAIRS:
        return [(0, len(old), 0, len(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(a, b, c, d) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]


def _alike(one: list[str], other: list[str]) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(text[:_LONGEST])


def _add(found: list[Change], pieces: list[str], first: int, last: int) -> None:
    if first < last:
        start = sum(map(len, pieces[:first]))
        found.append(Change(start, start + sum(map(len, pieces[first:last]))))
