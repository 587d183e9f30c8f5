"""A second look at things by id.

One id that is gone spoils the answer for all: then each is asked by itself, at the same price,
since every id counts as a call.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from controlroom.feeds.base import Budget, Looked
from controlroom.feeds.errors import NonsenseReceived, NotFound, PermissionMissing
from controlroom.feeds.graph.calls import Calls
from controlroom.feeds.graph.faults import TooMuchAsked, UnknownField
from controlroom.feeds.reading import UNREADABLE
from controlroom.model.post import Post

_NOT_FOR_ALL = (NotFound, PermissionMissing, UnknownField, TooMuchAsked)
_NOT_THIS = (PermissionMissing, NonsenseReceived)


@dataclass(frozen=True, slots=True)
class Kind:
    """What an id may name.

    Attributes:
        read: from its bytes. Raises `ValueError` and the like.
    """

    fields: str
    read: Callable[[bytes], Post]


@dataclass(slots=True)
class _Seen:
    posts: list[Post] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    budgets: tuple[Budget, ...] = ()


Asked = Sequence[tuple[Sequence[str], Sequence[Kind]]]
"""Ids, each beside what they may name: the likeliest first."""


class Look:
    """Looks on behalf of one profile, whose own id is `own`."""

    def __init__(self, own: str, calls: Calls) -> None:
        self._own = own
        self._calls = calls

    def look(self, asked: Asked) -> Looked:
        """Returns what is found. Raises `ReadError` for what concerns all."""
        seen = _Seen()
        for ids, kinds in asked:
            if ids:
                self._together(seen, list(dict.fromkeys(ids)), kinds)
        gone = tuple(seen.missing) if seen.missing and self._answers(seen) else ()
        return Looked(tuple(seen.posts), gone, seen.budgets)

    def _together(self, seen: _Seen, ids: Sequence[str], kinds: Sequence[Kind]) -> None:
        try:
            told, seen.budgets = self._calls.things(ids, kinds[0].fields)
        except _NOT_FOR_ALL:
            told = {}
        for one in ids:
            if one in told:
                seen.posts += _read(told[one], kinds[0])
            else:
                self._alone(seen, one, kinds)

    def _alone(self, seen: _Seen, remote_id: str, kinds: Sequence[Kind]) -> None:
        try:
            for raw, kind in self._as_any(seen, remote_id, kinds):
                seen.posts += _read(raw, kind)
        except NotFound:
            seen.missing.append(remote_id)
        except _NOT_THIS:
            return

    def _as_any(
        self, seen: _Seen, remote_id: str, kinds: Sequence[Kind]
    ) -> Iterator[tuple[bytes, Kind]]:
        for kind in kinds:
            try:
                raw, budgets = self._calls.thing(remote_id, kind.fields)
            except UnknownField:
                continue
            seen.budgets = budgets or seen.budgets
            yield raw, kind
            return

    def _answers(self, seen: _Seen) -> bool:
        """Whether anything can be read at all: "not there" may also mean "not for you"."""
        if seen.posts:
            return True
        try:
            self._calls.thing(self._own, "id")
        except (NotFound, PermissionMissing):
            return False
        return True


def _read(raw: bytes, kind: Kind) -> list[Post]:
    try:
        return [kind.read(raw)]
    except UNREADABLE:
        return []
