"""A workstation's record moved into a team's database: the chain goes on, the file is closed.

The database is filled in one transaction; within it the file gets its last entry, which closes it,
and the database the same. If that transaction then fails, the file is closed and the database still
empty: moving again goes on from there.
"""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from controlroom.model.journal import Entry, stamp
from controlroom.model.journal_kinds import JournalMoved, proposal_of
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import RecordBroken
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.postgres.link import connection_parts
from controlroom.store.journal.postgres.setup import Cursor, TeamMade, create_with
from controlroom.store.journal.rows import COLUMNS
from controlroom.store.journal.verify import verify


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, and where; `made.to_run` is left to a superuser."""

    entries: int
    made: TeamMade


def move(folder: Path, key: bytes, url: str) -> Moved:
    """Moves the record of a data folder into an empty database.

    Raises `RecordBroken` for one that does not verify, and as `create`; the database is empty then.
    """
    with closing(JournalFile.open(folder, key, "login:workstation")) as journal:
        _refuse_broken(journal)
        made = create_with(url, lambda cursor: _fill(cursor, journal, _place(url)))
        return Moved(journal.head().seq, made)


def _refuse_broken(journal: JournalFile) -> None:
    broken = verify(all_entries(journal)).broken
    if broken is not None:
        raise RecordBroken(seq=broken.seq, fault=broken.fault)


def _place(url: str) -> str:
    parts = connection_parts(url)
    return f"{parts.get('host') or 'localhost'}/{parts.get('dbname') or ''}"


def _fill(cursor: Cursor, journal: JournalFile, place: str) -> None:
    head = journal.head()
    copy_into(cursor, all_entries(journal))
    if not _is_closed(journal, head.seq):
        last = journal.append(proposal_of(JournalMoved(place)), head.seq)
        copy_into(cursor, [*journal.entries(head.seq, last.seq - head.seq)])


def _is_closed(journal: JournalFile, seq: int) -> bool:
    last = journal.entries(seq - 1, 1)
    return bool(last) and last[0].kind == JournalMoved.kind


def copy_into(cursor: Cursor, entries: Iterable[Entry]) -> None:
    """Puts entries, as they are, into a database of which the cursor is the owner's."""
    with cursor.copy(f"COPY controlroom.entry ({COLUMNS}) FROM STDIN") as rows:
        for entry in entries:
            about = (entry.actor, entry.kind, entry.subject, entry.body)
            hashes = (entry.body_hash, entry.prev_hash, entry.hash)
            rows.write_row((entry.seq, stamp(entry.at), *about, *hashes))
