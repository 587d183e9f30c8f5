"""Between rows and entries. A row that was tampered with is named, not guessed at."""

from collections.abc import Iterable, Sequence
from typing import Any

from controlroom.model.journal import Entry, moment
from controlroom.store.journal.errors import EntryUnreadable

COLUMNS = "seq, at, actor, kind, subject, body, body_hash, prev_hash, hash"
_HASH_BYTES = 32


def entries_of(rows: Iterable[Sequence[Any]]) -> list[Entry]:
    """Returns the entries of rows up to the first that cannot be read.

    Raises `EntryUnreadable` if that is the very first: whoever reads on comes upon it again.
    """
    entries: list[Entry] = []
    try:
        for row in rows:
            entries.append(entry_of(row))
    except EntryUnreadable:
        if not entries:
            raise
    return entries


def entry_of(row: Sequence[Any]) -> Entry:
    """Returns the entry of a row. Raises `EntryUnreadable`."""
    seq, at, actor, kind, subject, body, *hashes = row
    if not (_is_text(actor) and _is_text(kind) and _is_text(subject)) or not (
        isinstance(seq, int) and (body is None or _is_text(body))
    ):
        raise EntryUnreadable(seq=seq, reason="a value of the wrong type")
    if not (_is_hash(hashes[0]) and _is_hash(hashes[1]) and _is_hash(hashes[2])):
        raise EntryUnreadable(seq=seq, reason="a hash of the wrong length")
    try:
        when = moment(at)
    except (TypeError, ValueError) as error:
        raise EntryUnreadable(seq=seq, reason="a time that is none") from error
    return Entry(seq, when, actor, kind, subject, body, *hashes)


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_hash(value: object) -> bool:
    return type(value) is bytes and len(value) == _HASH_BYTES
