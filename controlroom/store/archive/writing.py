"""Into the team's database, under the number of a duty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from controlroom.store.archive.duty import asked
from controlroom.store.archive.errors import ArchiveOlder
from controlroom.store.archive.names import id_column
from controlroom.store.archive.parcel import Parcel, Seen
from controlroom.store.journal.errors import NoTeamHere
from controlroom.store.journal.postgres.link import Link

_TAKE_IN = """
SELECT controlroom.take_in(%s, %b::date[], %b::text[], %b::text[], %b::bool[], %b::text[],
    %b::text[], %b::timestamptz[], %b::bytea[], %b::bytea[], %b::text[], %b::text[],
    %b::timestamptz[])
"""
_SET_READERS = """
SELECT controlroom.set_readers(%s, %s, %s::text[], %s::text[], %s::timestamptz[])
"""
_SET_ALLOWED = """
SELECT controlroom.set_allowed(%s, %s, %s::text[], %s::text[], %s::text[], %s::timestamptz[])
"""
_SET_READING = "SELECT controlroom.set_reading(%s, %s::text[], %s::text[], %s)"


class Readable(NamedTuple):
    """A right to see posts.

    Attributes:
        profile: by its key, whose messages the officer may read; "" for what is public.
        until: when a cover that lends the right ends, None for a right of one's own.
    """

    officer: str
    profile: str
    until: datetime | None = None


class Allowed(NamedTuple):
    """A right that the database judges by itself.

    Attributes:
        officer: "" stops everybody on a profile.
        what: of `Right`; "" beside nobody.
        profile: by its key; "" for the whole force.
        until: as of `Readable`.
    """

    officer: str
    what: str
    profile: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """Up to which day posts and messages go under the rule of retention, these days excluded."""

    posts: date
    messages: date


class ArchiveWriter:
    """One station's way in. Every method raises `NotOnDuty` and what `Duty` raises."""

    def __init__(self, url: str, fence: int) -> None:
        self._link, self._fence = Link(url), fence

    def take_in(self, parcel: Parcel) -> int:
        """Copies posts, all or none; returns the last number there is now.

        The same parcel twice comes to the same as once. Raises `PostUnfit`.
        """
        columns = _columns(parcel.seen)
        gone = ([m.network for m in parcel.missed], [m.remote_id for m in parcel.missed],
                [m.at for m in parcel.missed])  # fmt: skip
        return int(asked(self._link, _TAKE_IN, (self._fence, *columns, *gone)))

    def make_days(self) -> int:
        """Makes the places of the days to come; returns how many were missing."""
        return int(asked(self._link, "SELECT controlroom.make_days(%s)", (self._fence,)))

    def set_readers(self, rights: Sequence[Readable], folded: int) -> bool:
        """Says who may see what, as folded up to an entry; False if a later entry was folded."""
        columns = ([r.officer for r in rights], [r.profile for r in rights],
                   [r.until for r in rights])  # fmt: skip
        return bool(asked(self._link, _SET_READERS, (self._fence, folded, *columns)))

    def set_allowed(self, rights: Sequence[Allowed], folded: int) -> bool:
        """Says who may answer and take answers over, as `set_readers`.

        Raises `ArchiveOlder` too.
        """
        columns = ([r.officer for r in rights], [r.what for r in rights],
                   [r.profile for r in rights], [r.until for r in rights])  # fmt: skip
        try:
            return bool(asked(self._link, _SET_ALLOWED, (self._fence, folded, *columns)))
        except NoTeamHere:
            raise ArchiveOlder from None

    def set_listing(self, body: str) -> None:
        """Says which profiles and streams this station reads."""
        asked(self._link, "SELECT controlroom.set_listing(%s, %s)", (self._fence, body))

    def set_reading(self, bodies: Mapping[str, str], *, whole: bool) -> None:
        """Says how sources stand, by their names.

        Args:
            whole: all others are read no more.

        Raises `ArchiveOlder` too.
        """
        columns = [id_column(name) for name in bodies], list(bodies.values())
        try:
            asked(self._link, _SET_READING, (self._fence, *columns, whole))
        except NoTeamHere:
            raise ArchiveOlder from None

    def remove_old(self, keep: Keep) -> int:
        """Removes what is too old, for a part; returns how much, 0 when nothing is left."""
        query = "SELECT controlroom.remove_old(%s, %s, %s)"
        return int(asked(self._link, query, (self._fence, keep.posts, keep.messages)))

    def close(self) -> None:
        """Hangs up."""
        self._link.close()


def _columns(rows: Sequence[Seen]) -> tuple[list[object], ...]:
    return (
        [row.day for row in rows],
        [row.network for row in rows],
        [row.remote_id for row in rows],
        [row.private for row in rows],
        ["\n".join(row.profiles) for row in rows],
        ["\n".join(row.sources) for row in rows],
        [row.seen_at for row in rows],
        [row.body for row in rows],
        [row.raw for row in rows],
    )
