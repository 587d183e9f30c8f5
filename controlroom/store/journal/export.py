"""The record as a file for others: one entry a line, JSON, in order.

Each line holds `seq`, `at`, `actor`, `kind`, `subject`, `body` (the very text that was hashed, or
null where it was erased), and `body_hash`, `prev_hash` and `hash` in hexadecimal. `controlroom
verify FILE` checks it, and so does `resources/verify_journal.py`, which needs nothing of ours.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from controlroom.model.decoding import from_json
from controlroom.model.journal import Entry, stamp
from controlroom.store.durable import disk_told, sync_folder
from controlroom.store.journal.errors import EntryUnreadable
from controlroom.store.journal.rows import entry_of


@dataclass(frozen=True, slots=True)
class ExportedJournal:
    """What was written; `sha256` of the file, in hexadecimal."""

    path: Path
    entries: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Line:
    seq: int
    at: str
    actor: str
    kind: str
    subject: str
    body: str | None
    body_hash: str
    prev_hash: str
    hash: str


def export(entries: Iterable[Entry], path: Path) -> ExportedJournal:
    """Writes entries; what stood at `path` is replaced only when all is on the disk.

    Raises `DiskFull`, `WriteRefused`, `DiskFailed`, and what reading raises.
    """
    part = path.with_name(f".{path.name[:200]}.part")
    with disk_told(path):
        try:
            done = _write(part, path, entries)
            part.replace(path)
            sync_folder(path.parent)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
    return done


def line_of(entry: Entry) -> str:
    """Returns an entry as a line of an export, line feed included."""
    return (
        json.dumps(
            {
                "seq": entry.seq,
                "at": stamp(entry.at),
                "actor": entry.actor,
                "kind": entry.kind,
                "subject": entry.subject,
                "body": entry.body,
                "body_hash": entry.body_hash.hex(),
                "prev_hash": entry.prev_hash.hex(),
                "hash": entry.hash.hex(),
            },
            ensure_ascii=False,
        )
        + "\n"
    )


def exported_entries(path: Path) -> Iterator[Entry]:
    """Yields the entries of an export. Raises `EntryUnreadable` naming the line, `StoreError`."""
    with disk_told(path), path.open("rb") as file:
        yield from entries_in(file)


def entries_in(lines: Iterable[bytes]) -> Iterator[Entry]:
    """Yields the entries of the lines of an export. Raises `EntryUnreadable` naming the line."""
    for number, line in enumerate(lines, 1):
        yield _entry(number, line)


def _write(part: Path, path: Path, entries: Iterable[Entry]) -> ExportedJournal:
    digest, count = hashlib.sha256(), 0
    with part.open("wb") as file:
        for entry in entries:
            line = line_of(entry).encode()
            digest.update(line)
            file.write(line)
            count += 1
        file.flush()
        os.fsync(file.fileno())
    return ExportedJournal(path, count, digest.hexdigest())


def _entry(number: int, line: bytes) -> Entry:
    try:
        one = from_json(line, _Line)
        hashes = [_bytes(text) for text in (one.body_hash, one.prev_hash, one.hash)]
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise EntryUnreadable(seq=number, reason="no entry in this line") from error
    return entry_of(
        (one.seq, one.at, one.actor, one.kind, one.subject, one.body, *hashes),
    )


def _bytes(text: str) -> bytes:
    raw = bytes.fromhex(text)
    if raw.hex() != text:
        raise ValueError(text)
    return raw
