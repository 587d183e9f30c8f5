"""The case lists of a record, with the key read when it is first needed: a keychain may wait."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from controlroom.outbound.case_lists.keys import CaseKeys, MatchKey, ReadingKey
from controlroom.outbound.case_lists.matcher import Listed, Matcher
from controlroom.outbound.checks.surroundings import CaseHit, CaseLists

if TYPE_CHECKING:
    from controlroom.keychain.case_lists import CaseKeyKeeper


class Kept(Protocol):
    """An item as the fold of the record keeps it."""

    @property
    def marks(self) -> tuple[str, ...]:
        """Its fingerprints."""

    @property
    def until(self) -> str:
        """The last day on which it holds, "" for ever."""


def listed(item: str, kept: Kept) -> Listed:
    """Returns an item of the record as the matcher takes it."""
    return Listed(item, kept.marks, date.fromisoformat(kept.until) if kept.until else None)


def lists_with(key: bytes | None, items: Iterable[Listed], today: date) -> CaseLists:
    """Returns the lists as they are found with a key of 32 bytes, or not found without one."""
    told = tuple(items)
    return Matcher(MatchKey(key), told, today) if key is not None else _Unreadable(len(told))


def keys_of(keeper: "CaseKeyKeeper") -> CaseKeys:
    """Returns the keys a desk has. Raises what `Keychain` raises."""
    reading = keeper.reading_key()
    if reading is not None:
        return CaseKeys.of(ReadingKey(reading))
    match = keeper.match_key()
    return CaseKeys(MatchKey(match) if match is not None else None)


class _Unreadable:
    """Lists for which no key is here."""

    def __init__(self, items: int) -> None:
        self._items = items

    def unread(self) -> int:
        return self._items

    def found(self, text: str) -> tuple[CaseHit, ...]:
        return ()


class LateLists:
    """Finds the items of a record in a text, as `Matcher`. Used by one thread.

    Args:
        keeper: asked on that thread, with the first text.
    """

    def __init__(
        self, keeper: "Callable[[], CaseKeyKeeper]", items: Iterable[Listed], today: date
    ) -> None:
        self._keeper, self._items, self._today = keeper, tuple(items), today
        self._matcher: Matcher | None = None
        self._asked = False

    def unread(self) -> int:
        """Returns how many items cannot be looked for: all, where the desk has no key."""
        return 0 if self._ready() is not None else len(self._items)

    def found(self, text: str) -> tuple[CaseHit, ...]:
        """Returns the protected words of a text. Raises what `Keychain` raises."""
        matcher = self._ready()
        return matcher.found(text) if matcher is not None else ()

    def _ready(self) -> Matcher | None:
        if not self._asked:
            key = keys_of(self._keeper()).match
            self._matcher = Matcher(key, self._items, self._today) if key else None
            self._asked = True
        return self._matcher
