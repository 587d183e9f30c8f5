"""Near copies in groups: what many people say in almost the same words, said once, and counted."""

import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from controlroom.model.glimpse import Glimpse
from controlroom.model.surge_rule import USUAL, SurgeRule
from controlroom.ui.board.surge.digest import GROWING_S, Digest, Tally
from controlroom.ui.board.surge.near import Near, Words
from controlroom.ui.board.surge.numbers import no_numbers, put
from controlroom.ui.board.surge.places import NONE, places_in
from controlroom.ui.board.surge.sieve import catches_eye

if TYPE_CHECKING:
    from array import array

LEAST = 3
"""Copies from which a group is shown."""
SHOWN = 5
ALIKE = 0.6
"""Share of words two texts have in common from which one is a near copy of the other."""
MOST_TEXTS, MOST_SEEN, MOST_AUTHORS = 1_300, 4_000, 5_000
"""Beyond these, texts nobody repeats, the oldest ids and a group's further authors are let go of.

There may be a crowd for each column, for as long as a surge lasts: none may take more than a few
megabytes, however much is said.
"""
MOST_NAMES = 100_000
"""Authors over all groups."""
COMMON, MOST_PLACES = 10, 1_000
"""Posts of a surge from which a place they name is what it is about; places that are counted."""
AT_ONCE, BREATH_S = 50, 0.001
"""Posts taken in one go, and how long the window's thread then has the processor."""
MOST_SAID = 1_300
"""Texts known again to the letter, by their hashes."""
LONGEST_SAID, LONGEST_KEPT = 400, 160
"""Characters of a text that are compared, and that are kept to be shown."""
_WORDS = re.compile(r"[^\W_]+")
_NOISE = re.compile(r"https?://\S+|@\S+|^rt\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Group:
    """Near copies.

    Attributes:
        text: what the first of them said.
        newest: id of the newest copy.
        last_s: when a copy last came, in the seconds given.
        authors: who said it, as hashes.
    """

    text: str
    words: Words
    number: int = 0
    newest: int = 0
    last_s: int = 0
    authors: "array[int]" = field(default_factory=no_numbers)

    def weight(self, now_s: int) -> tuple[int, int, int]:
        """Returns how much it is worth keeping; one that was said once or twice wears off."""
        lasts = self.number >= LEAST or now_s - self.last_s < GROWING_S
        return self.number if lasts else 0, self.last_s, self.newest


class Crowd:
    """The groups of one surge; may be given posts from any thread.

    Attributes:
        taken: how many posts it has been given; `newest` is the newest of them.
        shown: how many of them stand out.
        rule: what makes a post stand out, from now on.
        common: places so many have named that another naming them tells nothing new.
    """

    def __init__(self, rule: SurgeRule = USUAL) -> None:
        self.rule = rule
        self._lock = threading.Lock()
        self._by_words: dict[Words, Group] = {}
        self._many, self._few = Near[Group](), Near[Group]()
        self._by_text: dict[int, Group] = {}
        self._seen = no_numbers()
        self._names = 0
        self.common = NONE
        self._named = Counter[str]()
        self.taken, self.shown, self.newest = 0, 0, 0

    def take(self, posts: Iterable[Glimpse], now_s: int) -> None:
        """Puts posts into their groups; one that was given before counts once."""
        for glimpse in posts:
            if put(self._seen, glimpse.id):
                self.taken += 1
                self.newest = max(self.newest, glimpse.id)
                self.shown += catches_eye(glimpse, self.rule, self.common)
                self._hear_places(glimpse.text)
                self._join(glimpse, now_s)
        del self._seen[:-MOST_SEEN]

    def groups(self) -> list[Group]:
        """Returns the groups of three and more, the largest first."""
        many = {id(one): one for one in self._by_words.values() if one.number >= LEAST}
        return sorted(many.values(), key=lambda one: -one.number)

    def digest(self, posts: Sequence[Glimpse], now_s: int) -> Digest:
        """Takes posts and returns what the whole surge has come to; not for the window's thread."""
        with self._lock:
            for start in range(0, len(posts), AT_ONCE):
                self.take(posts[start : start + AT_ONCE], now_s)
                time.sleep(BREATH_S)
            groups = tuple(
                Tally(one.text, len(one.authors), one.number, one.newest, one.last_s)
                for one in self.groups()[:SHOWN]
            )
            return Digest(self.taken, self.shown, self.newest, groups, self.common)

    def _hear_places(self, text: str) -> None:
        for place in places_in(text, self.rule.places) - self.common:
            self._named[place] += 1
            if self._named[place] >= COMMON:
                self.common |= {place}
                del self._named[place]
        if len(self._named) > MOST_PLACES:
            self._named = Counter(dict(self._named.most_common(MOST_PLACES // 2)))

    def _join(self, glimpse: Glimpse, now_s: int) -> None:
        if len(self._by_words) >= MOST_TEXTS or self._names >= MOST_NAMES:
            self._let_go(now_s)
        group = self._by_text.get(hash(glimpse.text)) or self._saying(glimpse.text)
        if group is None:
            return
        group.number += 1
        if group.number == LEAST:
            self._few.drop(group)
            self._many.put(group)
        group.newest, group.last_s = max(group.newest, glimpse.id), now_s
        if len(group.authors) < MOST_AUTHORS:
            self._names += put(group.authors, hash(glimpse.author))

    def _saying(self, said: str) -> Group | None:
        """Returns the group of a text that was not said before, None for one without words."""
        text = _NOISE.sub(" ", said[:LONGEST_SAID]).strip()
        words = _words_of(text)
        if not words:
            return None
        group = self._by_words.get(words) or self._like(words) or self._new(text, words)
        self._by_words.setdefault(words, group)
        if len(self._by_text) >= MOST_SAID:
            self._by_text.clear()
        self._by_text[hash(said)] = group
        return group

    def _like(self, words: Words) -> Group | None:
        """Looks first among what many say, which most of what is said is like."""
        mine = frozenset(words)
        for near in (self._many, self._few):
            for group in near.likely(words):
                if _are_alike(mine, group.words):
                    near.put(group)
                    return group
        return None

    def _new(self, text: str, words: Words) -> Group:
        group = Group(text[:LONGEST_KEPT], words)
        self._few.put(group)
        return group

    def _let_go(self, now_s: int) -> None:
        """Keeps half as much as there may be: the largest groups and the newest texts."""
        groups = {id(one): one for one in self._by_words.values()}.values()
        kept: list[Group] = []
        self._names = 0
        for group in sorted(groups, key=lambda one: one.weight(now_s), reverse=True):
            if len(kept) < MOST_TEXTS // 2 and self._names + len(group.authors) <= MOST_NAMES // 2:
                kept.append(group)
                self._names += len(group.authors)
        self._index_anew(kept)

    def _index_anew(self, groups: Sequence[Group]) -> None:
        """Other wordings of the same are found again by their likeness."""
        self._by_text, self._by_words = {}, {one.words: one for one in groups}
        self._many, self._few = Near(), Near()
        for group in groups:
            (self._many if group.number >= LEAST else self._few).put(group)


def _words_of(text: str) -> Words:
    return tuple(sorted({sys.intern(word) for word in _WORDS.findall(text.casefold())}))


def _are_alike(words: frozenset[str], others: Words) -> bool:
    shared = len(words.intersection(others))
    return shared >= ALIKE * (len(words) + len(others) - shared)
