"""Entries of the record for people and other programs: a table, or JSON, each entry in words too.

Neither shows that nothing was changed since: that is what the package is for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from controlroom.model.journal import Entry, stamp
from controlroom.store.database import Database
from controlroom.store.export.cells import guarded, row
from controlroom.store.export.hit import sound
from controlroom.store.journal.draft import Draft, Going, Stopped, Sums, draft_at, drafted
from controlroom.store.journal.listing import Line, Unread, head_of, look
from controlroom.store.journal.wanted import Wanted, said

PAGE = 500
COLUMNS = (
    "entry", "at_utc", "actor", "actor_name", "kind", "subject", "told", "without_effect", "fields",
    "body_sha256", "hash",
)  # fmt: skip
"""Names of the columns, the same in every language, for programs that read the table."""
FORMAT, VERSION = "controlroom-record", 1
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Spoken:
    """An entry in words.

    Attributes:
        who: name of the actor.
        told: the sentence.
        without_effect: why it has none, "" if it has.
    """

    who: str
    told: str
    without_effect: str = ""


Speak = Callable[[Line], Spoken]
"""Called in the thread that writes."""


@dataclass(frozen=True, slots=True)
class About:
    """What an export is of.

    Attributes:
        chosen: by what its entries were chosen, "" for the whole record.
    """

    chosen: str
    made_at: datetime


def export_table(
    database: Database, wanted: Wanted, path: Path, speak: Speak, going: Going
) -> Draft:
    """Writes what is wanted, newest first, as CSV in UTF-8 with a mark, as spreadsheets want it.

    Raises `Stopped`, and what reading and writing raise.
    """
    head = _MARK + row(list(COLUMNS))
    lines = _lines(database, wanted, going)
    return _write(path, head, ((_row(one, speak), 1) for one in lines), lambda _: "")


def export_listing(
    database: Database, wanted: Wanted, path: Path, speak: Speak, about: About, going: Going
) -> Draft:
    """Writes what is wanted, newest first, as one JSON object, an entry a line.

    Raises as `export_table`.
    """
    head = {
        "format": FORMAT,
        "version": VERSION,
        "chosen": sound(about.chosen),
        "made_at": stamp(about.made_at),
    }
    parts = _json_parts(_lines(database, wanted, going), speak)
    begin = _json(head)[:-1] + ',"entries":[\n'
    return _write(path, begin, parts, lambda entries: f'\n],"count":{entries}}}\n')


def _lines(database: Database, wanted: Wanted, going: Going) -> Iterator[Line]:
    head = before = head_of(database) + 1
    while before > 1:
        stretch = look(database, wanted, before, PAGE)
        yield from stretch.lines
        before = stretch.reached
        if not going(head - before):
            raise Stopped


def _write(
    path: Path, begin: str, parts: Iterable[tuple[str, int]], end: Callable[[int], str]
) -> Draft:
    entries = 0
    with drafted(path) as file:
        sums = Sums(file)
        sums.write(begin.encode())
        for text, count in parts:
            sums.write(text.encode())
            entries += count
        sums.write(end(entries).encode())
    return draft_at(path, entries, sums.sha256)


def _json_parts(lines: Iterable[Line], speak: Speak) -> Iterator[tuple[str, int]]:
    before = ""
    for one in lines:
        yield before + _json(_object(one, speak)), 1
        before = ",\n"


def _row(line: Line, speak: Speak) -> str:
    return row([guarded(cell) for cell in _cells(line, speak)])


def _cells(line: Line, speak: Speak) -> list[str]:
    spoken = speak(line)
    if isinstance(line, Unread):
        return [str(line.seq), "", "", "", "", "", spoken.told, "", "", "", ""]
    return [
        str(line.seq),
        stamp(line.at),
        line.actor,
        spoken.who,
        line.kind,
        line.subject,
        spoken.told,
        spoken.without_effect,
        "" if line.body is None else _json(said(line)),
        line.body_hash.hex(),
        line.hash.hex(),
    ]


def _object(line: Line, speak: Speak) -> dict[str, Any]:
    spoken = speak(line)
    if isinstance(line, Unread):
        return {"entry": line.seq, "told": sound(spoken.told)}
    entry: Entry = line
    return {
        "entry": entry.seq,
        "at": stamp(entry.at),
        "actor": sound(entry.actor),
        "actor_name": sound(spoken.who),
        "kind": entry.kind,
        "subject": sound(entry.subject),
        "told": sound(spoken.told),
        "without_effect": sound(spoken.without_effect) or None,
        "body": entry.body,
        "body_sha256": entry.body_hash.hex(),
        "previous_hash": entry.prev_hash.hex(),
        "hash": entry.hash.hex(),
    }


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
