"""Finds the items of the case lists in a text, without knowing what they say."""

from collections.abc import Iterable, Iterator
from datetime import date

from controlroom.model.frozen import dataclass
from controlroom.outbound.case_lists.keys import MatchKey
from controlroom.outbound.case_lists.marks import mark
from controlroom.outbound.case_lists.words import LONGEST, Token, readings
from controlroom.outbound.checks.surroundings import CaseHit, ListKind

_MOST_KEPT = 50_000
_KINDS = tuple(ListKind)


@dataclass(frozen=True, slots=True)
class Listed:
    """An item as the record tells it to everybody.

    Attributes:
        until: the last day on which it holds, None for ever.
    """

    item: str
    marks: tuple[str, ...]
    until: date | None = None


class Matcher:
    """The case lists as they stand. Used by one thread; make a new one when they have changed.

    Args:
        today: items that ended before are left out.
    """

    def __init__(self, key: MatchKey, items: Iterable[Listed], today: date) -> None:
        self._key = key
        self._items = {
            one: listed.item
            for listed in items
            if listed.until is None or listed.until >= today
            for one in listed.marks
        }
        self._known: dict[str, tuple[ListKind, str] | None] = {}

    def unread(self) -> int:
        """Returns 0: there is a key."""
        return 0

    def found(self, text: str) -> tuple[CaseHit, ...]:
        """Returns the protected words of a text, in their order, the longest where some overlap."""
        if not self._items:
            return ()
        hits = [hit for tokens in readings(text) for hit in self._hits(tokens)]
        kept: list[CaseHit] = []
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return tuple(kept)

    def _hits(self, tokens: tuple[Token, ...]) -> Iterator[CaseHit]:
        for at, first in enumerate(tokens):
            form = ""
            for token in tokens[at : at + LONGEST]:
                form += token.word
                if known := self._told(form):
                    yield CaseHit(first.start, token.end, *known)

    def _told(self, form: str) -> tuple[ListKind, str] | None:
        if form not in self._known:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            self._known[form] = self._looked_up(form)
        return self._known[form]

    def _looked_up(self, form: str) -> tuple[ListKind, str] | None:
        for kind in _KINDS:
            item = self._items.get(mark(self._key, kind, form))
            if item is not None:
                return kind, item
        return None
