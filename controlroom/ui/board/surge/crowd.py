"""Near copies in groups: what many people say in almost the same words, said once, and counted."""

import re
import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from controlroom.model.glimpse import Glimpse
from controlroom.ui.board.surge.sieve import catches_eye

LEAST = 3
"""Copies from which a group is shown."""
SHOWN = 5
ALIKE = 0.6
"""Share of words two texts have in common from which one is a near copy of the other."""
MOST_TEXTS, MOST_SEEN, MOST_AUTHORS = 10_000, 10_000, 5_000
"""Beyond these, texts nobody repeats, the oldest ids and further authors are let go of."""
MOST_SAID = 2_000
"""Texts remembered to the letter; there may be a crowd for each column."""
GROWING_S = 60
_WORDS = re.compile(r"[^\W_]+")
_NOISE = re.compile(r"https?://\S+|@\S+|^rt\b", re.IGNORECASE)


@dataclass(slots=True)
class Group:
    """Near copies.

    Attributes:
        text: what the first of them said.
        newest: id of the newest copy.
        last_s: when a copy last came, in the seconds given.
    """

    text: str
    words: frozenset[str]
    number: int = 0
    newest: int = 0
    last_s: int = 0
    authors: set[str] = field(default_factory=set)


class Tally(NamedTuple):
    """A group as it stood when it was asked for."""

    text: str
    authors: int
    number: int
    newest: int
    last_s: int

    def is_growing(self, now_s: int) -> bool:
        """Returns whether a copy came within the last minute."""
        return now_s - self.last_s < GROWING_S


class Digest(NamedTuple):
    """What a crowd came to: posts taken, those of them that stand out, the newest, the groups."""

    taken: int = 0
    shown: int = 0
    newest: int = 0
    groups: tuple[Tally, ...] = ()


class Crowd:
    """The groups of one surge; may be given posts from any thread.

    Attributes:
        taken: how many posts it has been given; `newest` is the newest of them.
        shown: how many of them stand out.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_words: dict[frozenset[str], Group] = {}
        self._by_word: dict[str, list[Group]] = {}
        self._by_text: dict[str, Group] = {}
        self._seen: dict[int, None] = {}
        self.taken, self.shown, self.newest = 0, 0, 0

    def take(self, posts: Iterable[Glimpse], now_s: int) -> None:
        """Puts posts into their groups; one that was given before counts once."""
        for glimpse in posts:
            if glimpse.id not in self._seen:
                self._seen[glimpse.id] = None
                self.taken += 1
                self.newest = max(self.newest, glimpse.id)
                self.shown += catches_eye(glimpse)
                self._join(glimpse, now_s)
        while len(self._seen) > MOST_SEEN:
            del self._seen[next(iter(self._seen))]
        if len(self._by_words) > MOST_TEXTS:
            self._let_go(now_s)

    def groups(self) -> list[Group]:
        """Returns the groups of three and more, the largest first."""
        many = {id(one): one for one in self._by_words.values() if one.number >= LEAST}
        return sorted(many.values(), key=lambda one: -one.number)

    def digest(self, posts: Iterable[Glimpse], now_s: int) -> Digest:
        """Takes posts and returns what the whole surge has come to."""
        with self._lock:
            self.take(posts, now_s)
            groups = tuple(
                Tally(one.text, len(one.authors), one.number, one.newest, one.last_s)
                for one in self.groups()[:SHOWN]
            )
            return Digest(self.taken, self.shown, self.newest, groups)

    def _join(self, glimpse: Glimpse, now_s: int) -> None:
        group = self._by_text.get(glimpse.text) or self._saying(glimpse.text)
        if group is None:
            return
        group.number += 1
        group.newest, group.last_s = max(group.newest, glimpse.id), now_s
        if len(group.authors) < MOST_AUTHORS:
            group.authors.add(glimpse.author)

    def _saying(self, said: str) -> Group | None:
        """Returns the group of a text that was not said before, None for one without words."""
        text = _NOISE.sub(" ", said[:400]).strip()
        words = frozenset(_WORDS.findall(text.casefold()))
        if not words:
            return None
        group = self._by_words.get(words) or self._like(words) or self._new(text, words)
        self._by_words.setdefault(words, group)
        if len(self._by_text) >= MOST_SAID:
            self._by_text.clear()
        self._by_text[said] = group
        return group

    def _like(self, words: frozenset[str]) -> Group | None:
        """Looks only at groups that share one of the longest words."""
        near: Counter[int] = Counter()
        by_id: dict[int, Group] = {}
        for word in _telling(words):
            for group in self._by_word.get(word, ()):
                near[id(group)] += 1
                by_id[id(group)] = group
        for number, _shared in near.most_common(8):
            group = by_id[number]
            if len(words & group.words) >= ALIKE * len(words | group.words):
                return group
        return None

    def _new(self, text: str, words: frozenset[str]) -> Group:
        group = Group(text, words)
        self._index(group)
        return group

    def _index(self, group: Group) -> None:
        for word in _telling(group.words):
            self._by_word.setdefault(word, []).append(group)

    def _let_go(self, now_s: int) -> None:
        """Forgets texts that were said once or twice and not lately."""
        self._by_text.clear()
        self._by_words = {
            words: group
            for words, group in self._by_words.items()
            if group.number >= LEAST or now_s - group.last_s < GROWING_S // 6
        }
        self._by_word = {}
        for group in {id(one): one for one in self._by_words.values()}.values():
            self._index(group)


def _telling(words: frozenset[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))[:4]
