"""`journal.db`: the record of one workstation, appended to by the desk and by its engine.

Every append is one transaction that holds the file from its first look on (`BEGIN IMMEDIATE`), and
is on the disk when it returns (`synchronous=FULL`, a few milliseconds).
"""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

from controlroom.model import clock
from controlroom.model.errors import OurError
from controlroom.model.journal import Entry, Head, Proposal, chained, is_name, stamp
from controlroom.model.journal_kinds import KINDS, BodyErased, JournalMoved, proposal_of
from controlroom.store.connection import Connection
from controlroom.store.database import Database
from controlroom.store.journal.base import PAGE
from controlroom.store.journal.errors import AheadOfJournal, Conflict, JournalMovedAway
from controlroom.store.journal.rows import COLUMNS, entries_of
from controlroom.store.journal.schema import JOURNAL
from controlroom.store.journal.signing import Signer

Clock = Callable[[], datetime]
_LOOK_S = 0.05


def utc_now() -> datetime:
    """Returns the time of this computer."""
    return clock.now()


class JournalFile:
    """The open `journal.db`; a `Journal`.

    Args:
        actor: force number of the person at this workstation; stamped on every entry.

    Attributes:
        waits: never: whoever can read this file can append to it.
    """

    waits = False

    def __init__(self, database: Database, actor: str, clock: Clock = utc_now) -> None:
        if not is_name(actor):
            raise OurError(f"{actor!r} cannot act")
        self.database = database
        self._actor, self._clock = actor, clock

    @classmethod
    def open(cls, folder: Path, key: bytes, actor: str, clock: Clock = utc_now) -> Self:
        """Opens, makes or migrates the file in `folder`; `key` is 32 bytes."""
        return cls(Database.open(folder, JOURNAL, key, write=True), actor, clock)

    @classmethod
    def look(cls, folder: Path, key: bytes) -> Self:
        """Opens a file that is there, to read it only. Raises `FileAbsent`."""
        return cls(Database.open(folder, JOURNAL, key, write=False), "nobody")

    @property
    def actor(self) -> str:
        return self._actor

    def prepare(self) -> None:
        """Nothing is needed: the record is here."""

    def lead_s(self) -> float:
        """Returns 0: the record goes by the clock of this computer."""
        return 0.0

    def append(self, proposal: Proposal, seen: int) -> Entry:
        """See `Journal.append`. Raises `JournalMovedAway` where it goes on elsewhere."""
        with self.database.write() as connection:
            found = _settled(connection, proposal, seen)
            return found or self._chain(connection, proposal)

    def append_all(self, proposals: Sequence[Proposal]) -> Entry:
        """Appends many in one transaction, all or none; returns the last entry.

        Raises `Conflict` if anything was appended before.
        """
        with self.database.write() as connection:
            for entry in _entries(connection, "seq = 1", ()):
                raise Conflict(entry)
            for proposal in proposals:
                last = self._chain(connection, proposal)
        return last

    def erase(self, seq: int, rule: str) -> Entry:
        """Erases the body of an entry under a rule, and records that. Raises `Conflict`."""
        proposal = proposal_of(BodyErased(str(seq), rule))
        with self.database.write() as connection:
            _refuse_needed(connection, seq)
            if earlier := _newer(connection, proposal.subject, 0):
                raise Conflict(earlier[0])
            connection.exec_driver_sql("UPDATE entry SET body = NULL WHERE seq = ?", (seq,))
            return self._chain(connection, proposal)

    def signer(self) -> Signer:
        """Returns who signs checkpoints here, made at the first call; it stays in the file."""
        return signer_of(self.database)

    def head(self) -> Head:
        with self.database.read() as connection:
            return _head(connection)

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        with self.database.read() as connection:
            return _entries(connection, "seq > ? ORDER BY seq LIMIT ?", (after, limit))

    def about(self, subject: str) -> list[Entry]:
        with self.database.read() as connection:
            return _newer(connection, subject, 0)

    def wait(self, after: int, timeout_s: float) -> bool:
        """Looks some times a second: desk and engine also wake each other over their pipes."""
        until = time.monotonic() + timeout_s
        while self.head().seq <= after:
            left = until - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(_LOOK_S, left))
        return True

    def close(self) -> None:
        self.database.close()

    def _chain(self, connection: Connection, proposal: Proposal) -> Entry:
        head = _head(connection)
        if _kind_of(connection, head.seq) == JournalMoved.kind:
            raise JournalMovedAway
        entry = chained(proposal, head, self._clock(), self._actor)
        write(connection, entry)
        return entry


def signer_of(database: Database) -> Signer:
    """Returns who signs on this workstation, made at the first call; it stays in the file."""
    with database.write() as connection:
        made = ("INSERT OR IGNORE INTO signer VALUES (1, ?)", (Signer.fresh().reveal(),))
        connection.exec_driver_sql(*made)
        row = connection.exec_driver_sql("SELECT private_key FROM signer").one()
    return Signer(row[0])


def write(connection: Connection, entry: Entry) -> None:
    """Puts a finished entry into the table."""
    connection.exec_driver_sql(
        f"INSERT INTO entry ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.seq,
            stamp(entry.at),
            entry.actor,
            entry.kind,
            entry.subject,
            entry.body,
            entry.body_hash,
            entry.prev_hash,
            entry.hash,
        ),
    )


def _settled(connection: Connection, proposal: Proposal, seen: int) -> Entry | None:
    """Returns the entry the proposal has become already; raises if it must not become one."""
    newer = _newer(connection, proposal.subject, seen)
    for entry in newer:
        if entry.kind == proposal.kind and entry.body_hash == proposal.body_hash:
            return entry
    if newer:
        raise Conflict(newer[0])
    head = _head(connection)
    if seen > head.seq:
        raise AheadOfJournal(head=head.seq, seen=seen)
    return None


def _refuse_needed(connection: Connection, seq: int) -> None:
    """The state stands on the bodies of the kinds we know; those are never erased."""
    kind = _kind_of(connection, seq)
    if kind is None or (kind in KINDS and not KINDS[kind].erasable):
        raise OurError(f"the body of entry {seq} ({kind}) is not to be erased")


def _kind_of(connection: Connection, seq: int) -> str | None:
    row = connection.exec_driver_sql("SELECT kind FROM entry WHERE seq = ?", (seq,)).one_or_none()
    return str(row[0]) if row else None


def _head(connection: Connection) -> Head:
    row = connection.exec_driver_sql(
        "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1"
    ).one_or_none()
    return Head(row[0], row[1]) if row else Head()


def _newer(connection: Connection, subject: str, seen: int) -> list[Entry]:
    return _entries(connection, "subject = ? AND seq > ? ORDER BY seq", (subject, seen))


def _entries(connection: Connection, where: str, values: tuple[object, ...]) -> list[Entry]:
    rows = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM entry WHERE {where}", values)
    return entries_of(rows)
