"""The record as a list, newest first: read by pages, however long it is.

What is wanted is looked for in stretches of some thousand entries, so that whoever looks can stop,
and never waits for the whole record.
"""

import json
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from controlroom.model.journal import Entry, moment, stamp
from controlroom.model.journal_checkpoint import Checkpoint, checkpoint_of
from controlroom.model.journal_kinds import CheckpointSigned, read
from controlroom.store.connection import Connection
from controlroom.store.database import Database
from controlroom.store.journal.errors import EntryUnreadable
from controlroom.store.journal.rows import COLUMNS, entry_of
from controlroom.store.journal.wanted import LEAST_HASH, Wanted, Word, fits

STRETCH = 10_000
MOST_NAMES = 8
_SIGNED = CheckpointSigned.about
_TEXT = "actor || ' ' || subject || ' ' || coalesce(body, '')"
_IS_FOREIGN = f"octet_length({_TEXT}) <> length({_TEXT})"
"""Of what is not plain ASCII, folding alone knows what words are in it."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A place of the record that cannot be read; `reason` is "" where there is no entry at all."""

    seq: int
    reason: str


Line = Entry | Unread


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was found.

    Attributes:
        lines: newest first.
        reached: the lowest number that was looked at; 1 if the whole record was.
    """

    lines: tuple[Line, ...]
    reached: int


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Entries that no checkpoint in the record covers; `oldest` is when the first was made."""

    entries: int
    oldest: datetime | None


def look(
    database: Database,
    wanted: Wanted,
    before: int,
    limit: int,
    going: Callable[[], bool] = lambda: True,
    most_s: float = 0.25,
) -> Stretch:
    """Looks for entries below a number until there are enough, or time is up.

    An entry that cannot be read is found by everybody.

    Args:
        before: a number above all entries that come into question.
        limit: how many are enough.
        going: asked between two stretches; False ends the search.
        most_s: seconds after which no further stretch is begun.

    Raises `StoreError`.
    """
    found: list[Line] = []
    until, reached = time.monotonic() + most_s, before
    while reached > 1 and len(found) < limit:
        lowest = max(1, reached - STRETCH)
        with database.read() as connection:
            found += _stretch(connection, wanted, lowest, reached, limit - len(found))
        reached = found[-1].seq if len(found) >= limit else lowest
        if time.monotonic() >= until or not going():
            break
    return Stretch(tuple(found), max(1, reached))


def lines_at(database: Database, numbers: Sequence[int]) -> list[Line]:
    """Returns what stands at some numbers, in their order. Raises `StoreError`."""
    with database.read() as connection:
        rows = connection.exec_driver_sql(
            f"SELECT {COLUMNS} FROM entry WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        found = {line.seq: line for line in map(_line, rows)}
    return [found.get(number) or Unread(number, "") for number in numbers]


def head_of(database: Database) -> int:
    """Returns the number of the last entry, 0 for an empty record. Raises `StoreError`."""
    with database.read() as connection:
        return int(connection.exec_driver_sql("SELECT max(seq) FROM entry").scalar() or 0)


def about(database: Database, subject: str, limit: int) -> tuple[int, list[Line]]:
    """Returns how many entries there are about a subject, and the newest of them.

    Raises `StoreError`.
    """
    with database.read() as connection:
        count = connection.exec_driver_sql(
            "SELECT count(*) FROM entry WHERE subject = ?", (subject,)
        ).scalar_one()
        rows = connection.exec_driver_sql(
            f"SELECT {COLUMNS} FROM entry WHERE subject = ? ORDER BY seq DESC LIMIT ?",
            (subject, limit),
        )
        return count, [_line(row) for row in rows]


def covering(database: Database, seq: int) -> Checkpoint | None:
    """Returns the first checkpoint in the record that covers an entry. Raises `StoreError`."""
    with database.read() as connection:
        rows = connection.exec_driver_sql(
            f"SELECT {COLUMNS} FROM entry WHERE subject = ? AND seq > ? ORDER BY seq",
            (_SIGNED, seq),
        )
        for line in map(_line, rows):
            told = read(line) if isinstance(line, Entry) else None
            if isinstance(told, CheckpointSigned) and told.size >= seq:
                return checkpoint_of(told)
    return None


def unsigned(database: Database) -> Unsigned:
    """Returns what waits for the next checkpoint. Raises `StoreError`."""
    with database.read() as connection:
        last = connection.exec_driver_sql(
            "SELECT max(seq) FROM entry WHERE subject = ?", (_SIGNED,)
        ).scalar()
        head = connection.exec_driver_sql("SELECT max(seq) FROM entry").scalar() or 0
        oldest = connection.exec_driver_sql(
            "SELECT at FROM entry WHERE seq > ? ORDER BY seq LIMIT 1", (last or 0,)
        ).scalar()
    return Unsigned(head - (last or 0), _moment(oldest))


def _stretch(
    connection: Connection, wanted: Wanted, lowest: int, before: int, limit: int
) -> list[Line]:
    conditions: list[str] = ["seq >= ?", "seq < ?"]
    values: list[object] = [lowest, before]
    for condition, some in _conditions(wanted):
        conditions.append(condition)
        values += some
    where = " AND ".join(conditions)
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM entry WHERE {where} ORDER BY seq DESC", tuple(values)
    )
    found: list[Line] = []
    for line in map(_line, rows):
        if isinstance(line, Unread) or fits(line, wanted):
            found.append(line)
            if len(found) == limit:
                break
    return found


def _conditions(wanted: Wanted) -> Iterator[tuple[str, list[object]]]:
    """Yields what the database can leave out by itself: never too much."""
    if wanted.subject:
        yield "subject = ?", [wanted.subject]
    if wanted.about:
        # The sign keeps the search within the stretch, where an index would leave it.
        yield "(+subject = ? OR +subject LIKE ?)", [wanted.about, f"{wanted.about}/%"]
    if wanted.actor:
        yield "actor = ?", [wanted.actor]
    if wanted.kind:
        yield "kind = ?", [wanted.kind]
    if wanted.since:
        yield "at >= ?", [stamp(wanted.since)]
    if wanted.until:
        yield "at < ?", [stamp(wanted.until)]
    if wanted.only is not None:
        yield "seq IN (SELECT value FROM json_each(?))", [_numbers(wanted.only)]
    for word in wanted.words:
        if len(word.names) <= MOST_NAMES:
            yield _with_word(word)


def _with_word(word: Word) -> tuple[str, list[object]]:
    parts = [f"{_TEXT} LIKE ?", _IS_FOREIGN, "seq = ?"]
    values: list[object] = [f"%{word.text}%", _number(word.text)]
    if word.kinds:
        parts.append("kind IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(word.kinds)))
    for name in sorted(word.names):
        parts.append(f"instr({_TEXT}, ?)")
        values.append(name)
    if len(word.text) >= LEAST_HASH:
        parts.append("hex(hash) LIKE ?")
        values.append(f"{word.text}%")
    return f"({' OR '.join(parts)})", values


def _numbers(only: Collection[int]) -> str:
    return json.dumps(sorted(only))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def _line(row: Sequence[object]) -> Line:
    try:
        return entry_of(row)
    except EntryUnreadable as error:
        seq = row[0]
        return Unread(seq if isinstance(seq, int) else 0, str(error.values["reason"]))


def _moment(text: object) -> datetime | None:
    try:
        return moment(text) if isinstance(text, str) else None
    except ValueError:
        return None
