"""Entries that say how sending ended, newest first, and all that stands behind each."""

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from controlroom.model.frozen import dataclass
from controlroom.model.journal import Entry, stamp
from controlroom.model.journal_outgoing import (
    DeliveryFailed,
    DeliveryMarkedSent,
    DeliverySent,
    DeliveryUnknown,
    DraftSubmitted,
)
from controlroom.store.connection import Connection
from controlroom.store.database import Database
from controlroom.store.journal.errors import EntryUnreadable
from controlroom.store.journal.listing import STRETCH
from controlroom.store.journal.rows import COLUMNS, entry_of

_DRAFT, _DELIVERY = DraftSubmitted.about, DeliverySent.about
ENDINGS = DeliverySent.kind, DeliveryMarkedSent.kind, DeliveryFailed.kind, DeliveryUnknown.kind
"""Kinds of entries that say how an attempt to send ended."""


@dataclass(frozen=True, slots=True)
class Left:
    """What was found.

    Attributes:
        entries: newest first.
        reached: the lowest number that was looked at; 1 if the whole record was.
    """

    entries: tuple[Entry, ...]
    reached: int


def look_for_left(
    database: Database,
    before: int,
    limit: int,
    since: datetime | None = None,
    until: datetime | None = None,
    going: Callable[[], bool] = lambda: True,
    most_s: float = 0.25,
    kinds: Sequence[str] = ENDINGS,
) -> Left:
    """Looks for what left, or did not, below a number until there is enough, or time is up.

    Args:
        before: a number above all entries that come into question.
        limit: how many are enough.
        since, until: aware; `until` is excluded.
        going: asked between two stretches; False ends the search.
        most_s: seconds after which no further stretch is begun.
        kinds: those of `ENDINGS` that come into question.

    Raises `StoreError`.
    """
    found: list[Entry] = []
    stop, reached = time.monotonic() + most_s, before
    while reached > 1 and len(found) < limit:
        lowest = max(1, reached - STRETCH)
        with database.read() as connection:
            found += _stretch(connection, lowest, reached, limit - len(found), kinds, since, until)
        reached = found[-1].seq if len(found) >= limit else lowest
        if time.monotonic() >= stop or not going():
            break
    return Left(tuple(found), max(1, reached))


def behind(database: Database, drafts: Iterable[str]) -> list[Entry]:
    """Returns every entry about some drafts and their deliveries, in the order of the record.

    Entries that cannot be read are left out. Raises `StoreError`.
    """
    found: list[Entry] = []
    with database.read() as connection:
        for draft in drafts:
            found += _about(connection, draft)
    return sorted(found, key=lambda entry: entry.seq)


def entry_at(database: Database, seq: int) -> Entry | None:
    """Returns an entry by its number, None if it is not there or unreadable. Raises `StoreError`"""
    with database.read() as connection:
        rows = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM entry WHERE seq = ?", (seq,))
        return next(iter(_readable(rows)), None)


def _stretch(
    connection: Connection,
    lowest: int,
    before: int,
    limit: int,
    kinds: Sequence[str],
    since: datetime | None,
    until: datetime | None,
) -> list[Entry]:
    conditions = ["seq >= ?", "seq < ?", f"kind IN ({', '.join('?' * len(kinds))})"]
    values: list[object] = [lowest, before, *kinds]
    for condition, at in (("at >= ?", since), ("at < ?", until)):
        if at is not None:
            conditions.append(condition)
            values.append(stamp(at))
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM entry WHERE {' AND '.join(conditions)} ORDER BY seq DESC LIMIT ?",
        (*values, limit),
    )
    return _readable(rows)


def _about(connection: Connection, draft: str) -> list[Entry]:
    # "0" is the sign after "/": every delivery of the draft lies between the two.
    own = f"{_DELIVERY}/{draft}/", f"{_DELIVERY}/{draft}0"
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM entry WHERE subject = ?"
        f" UNION ALL SELECT {COLUMNS} FROM entry WHERE subject >= ? AND subject < ?",
        (f"{_DRAFT}/{draft}", *own),
    )
    return _readable(rows)


def _readable(rows: Iterable[Sequence[object]]) -> list[Entry]:
    found = []
    for row in rows:
        try:
            found.append(entry_of(row))
        except EntryUnreadable:
            continue
    return found
