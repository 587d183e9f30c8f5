"""Finds what may be nearly the same text as another without looking at all texts."""

from collections import Counter
from collections.abc import Iterator
from heapq import nlargest
from itertools import chain
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

Words = tuple[str, ...]
"""Different words, in order; each is kept once, whoever says it."""
MOST_NEAR, MOST_TRIED = 128, 16
"""Texts that are found by one word, and that another is compared with."""
_number = attrgetter("number")


class Said(Protocol):
    """Something that was said, and how often."""

    number: int

    @property
    def words(self) -> Words: ...


T = TypeVar("T", bound=Said)


class Near(Generic[T]):
    """Texts by their longest words, the newest of each word."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[T, None]] = {}

    def put(self, said: T) -> None:
        """Takes a text as the newest: what was said once gives way to what is said now."""
        for word in longest(said.words):
            found = self._by_word.setdefault(word, {})
            found.pop(said, None)
            found[said] = None
            if len(found) > MOST_NEAR:
                del found[next(iter(found))]

    def drop(self, said: T) -> None:
        """Finds a text no more."""
        for word in longest(said.words):
            self._by_word.get(word, {}).pop(said, None)

    def likely(self, words: Words) -> Iterator[T]:
        """Yields texts that share long words, those that share most and are said most first."""
        lists = [found for word in longest(words) if (found := self._by_word.get(word))]
        near, left = Counter(chain.from_iterable(lists)), MOST_TRIED
        for shared in range(len(lists), 0, -1):
            level = [said for said, times in near.items() if times == shared]
            yield from nlargest(left, level, key=_number)
            left -= min(left, len(level))
            if not left:
                return


def longest(words: Words) -> list[str]:
    """Returns the four longest words; of those as long as each other the first in order."""
    return sorted(words, key=len, reverse=True)[:4]
