"""X's weighted counting: configuration 3 of its library twitter-text, read from our data."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml
from controlroom.model.frozen import dataclass
from controlroom.outbound.counting.emoji import emoji_in
from controlroom.outbound.counting.graphemes import starts


@dataclass(frozen=True, slots=True)
class Range:
    """Characters from `first` to `last`, and what each of them counts."""

    first: int
    last: int
    weight: int


class _Weights(msgspec.Struct):
    usual: int
    emoji: int
    ranges: tuple[Range, ...]


class _File(msgspec.Struct):
    weights: _Weights


def weights(text: str, apart: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yields where something begins that counts, and its weight.

    Args:
        apart: places of links, which begin something whatever stands before.
    """
    emoji = dict(emoji_in(text))
    until = 0
    for start, end in _units(text):
        if start in emoji:
            until = emoji[start]
            yield start, _told().emoji
        elif start >= until or start in apart:
            yield start, sum(_weight(one) for one in unicodedata.normalize("NFC", text[start:end]))


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Yields characters, and whole clusters where composing may change how many they are."""
    if unicodedata.is_normalized("NFC", text):
        yield from ((at, at + 1) for at in range(len(text)))
        return
    for start, end in pairwise(starts(text)):
        if unicodedata.is_normalized("NFC", text[start:end]):
            yield from ((one, one + 1) for one in range(start, end))
        else:
            yield start, end


@lru_cache(maxsize=4096)
def _weight(one: str) -> int:
    code = ord(one)
    for range_ in _told().ranges:
        if range_.first <= code <= range_.last:
            return range_.weight
    return _told().usual


@cache
def _told() -> _Weights:
    path = bundled("networks", "x.toml")
    return from_toml(path.read_bytes(), _File).weights
