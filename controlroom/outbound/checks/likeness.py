"""Which of very many texts are like one, without a look at each.

Two texts that share four fifths of their words share one of the few that come first in any fixed
order of words: only under those is a text entered and looked for. Rare words come first here, as
few texts stand under one.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from math import ceil

from controlroom.outbound.checks.folded import folded

_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[str, ...]:
    """Returns the words of a text as they are compared, in their order."""
    return _cut(text)


def words_in(text: str) -> frozenset[str]:
    """Returns the words of a text, each once."""
    return frozenset(words_of(text))


def shared(mine: Collection[object], theirs: Collection[object]) -> float:
    """Returns how much of all their words two texts share, from 0 to 1; each word once in both."""
    both = len(frozenset(mine).intersection(theirs))
    return both / (len(mine) + len(theirs) - both) if both else 0.0


class Likeness:
    """Texts by their words. Used by one thread at a time.

    Args:
        share: the part of all their words that two texts have to share, above 0 and at most 1.
        least: words that a text has to have to be like anything.
    """

    def __init__(self, share: float, least: int) -> None:
        self._share, self._least = share, least
        self._numbers: dict[str, int] = {}
        self._under: dict[int, set[str]] = {}
        self._texts: dict[str, list[tuple[int, ...]]] = {}

    def put_all(
        self, texts: Iterable[tuple[str, tuple[str, ...]]], rest: Callable[[], None]
    ) -> None:
        """Enters the first texts, by name: their words are known as rare or common from then on.

        Args:
            rest: called after every few of them.
        """
        cut, counts = [], Counter[str]()
        for at, (name, said) in enumerate(texts):
            found = [frozenset(_cut(one)) for one in said]
            for words in found:
                counts.update(words)
            cut.append((name, found))
            _pause(at, rest)
        order = sorted(counts, key=lambda word: (counts[word], word))
        self._numbers = {word: number for number, word in enumerate(order)}
        for at, (name, found) in enumerate(cut):
            self._enter(name, found)
            _pause(at, rest)

    def put(self, name: str, texts: Iterable[str]) -> None:
        """Enters texts under a name, in place of those that stood under it."""
        self.drop(name)
        self._enter(name, [frozenset(_cut(one)) for one in texts])

    def drop(self, name: str) -> None:
        """Takes the texts of a name away, if there are any."""
        for numbers in self._texts.pop(name, ()):
            for one in self._first(numbers):
                self._under[one].discard(name)

    def like(self, text: str) -> set[str]:
        """Returns the names of all that have a text like this one."""
        words = words_in(text)
        if len(words) < self._least:
            return set()
        mine = self._numbered(words)
        near = {name for one in self._first(mine) for name in self._under.get(one, ())}
        whole = frozenset(mine)
        return {name for name in near if self._is_like(whole, name)}

    def _is_like(self, mine: frozenset[int], name: str) -> bool:
        return any(shared(mine, theirs) >= self._share for theirs in self._texts[name])

    def _enter(self, name: str, texts: Iterable[frozenset[str]]) -> None:
        found = [self._numbered(words) for words in texts if len(words) >= self._least]
        if found:
            self._texts[name] = found
        for numbers in found:
            for one in self._first(numbers):
                self._under.setdefault(one, set()).add(name)

    def _numbered(self, words: Iterable[str]) -> tuple[int, ...]:
        """Returns words by their numbers, the rarest first; those that are new are the rarest."""
        known = self._numbers
        return tuple(sorted(known.setdefault(word, -len(known)) for word in words))

    def _first(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        return numbers[: len(numbers) - ceil(len(numbers) * self._share) + 1]


def _cut(text: str) -> tuple[str, ...]:
    # Folding changes nothing in the words of plain letters, and takes ten times as long.
    plain = text if text.isascii() else folded(text).text
    return tuple(_WORDS.findall(plain.lower()))


_FEW = 10


def _pause(at: int, rest: Callable[[], None]) -> None:
    if at % _FEW == _FEW - 1:
        rest()
