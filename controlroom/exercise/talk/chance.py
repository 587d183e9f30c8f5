"""Chance that is the same every time: numbers made of other numbers, quickly."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar
from zlib import crc32

T = TypeVar("T")
_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


def mix(*parts: int) -> int:
    """Returns 64 bits in which every bit of every part has its say."""
    state = 0
    for part in parts:
        state = ((state ^ part) + _GOLDEN & _MASK) * 0xBF58476D1CE4E5B9 & _MASK
        state ^= state >> 29
    return state * 0x94D049BB133111EB & _MASK ^ state >> 31


def number_of(text: str) -> int:
    """Returns a number for a text, the same on every computer."""
    return crc32(text.encode())


def stream(seed: int, *names: str | int) -> Random:
    """Returns a stream of random numbers of its own for whatever bears these names."""
    return Random(mix(seed, *(number_of(str(name)) for name in names)))


class Dice:
    """Throws that follow from one number."""

    __slots__ = ("_state",)

    def __init__(self, grain: int) -> None:
        self._state = grain

    def below(self, bound: int) -> int:
        """Returns a number from 0 up to and without `bound`."""
        self._state = state = self._state * 6364136223846793005 + 1442695040888963407 & _MASK
        return (state >> 33) % bound

    def pick(self, options: Sequence[T]) -> T:
        """Returns one of several."""
        self._state = state = self._state * 6364136223846793005 + 1442695040888963407 & _MASK
        return options[(state >> 33) % len(options)]

    def chance(self, share: float) -> bool:
        """Returns True in this share of throws."""
        return self.below(1_000_000) < share * 1_000_000


class Shares(Generic[T]):
    """Several things, each with its weight."""

    __slots__ = ("_ends", "_options", "_total")

    def __init__(self, weights: Sequence[tuple[T, float]]) -> None:
        self._options = [option for option, _ in weights]
        self._ends = list(accumulate(weight for _, weight in weights))
        self._total = self._ends[-1] if self._ends else 0.0

    def __bool__(self) -> bool:
        return self._total > 0

    def at(self, share: float) -> T:
        """Returns the option at a place between 0 and 1."""
        at = bisect_right(self._ends, share * self._total)
        return self._options[min(at, len(self._options) - 1)]
