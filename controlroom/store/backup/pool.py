"""Copies of photos and clips that the backups in a folder share: each file lies there once.

A copy is a small encrypted file under the key of the databases, every page of it authenticated. Its
name is a keyed hash, so that nobody without the key can tell whether a photo they know is there.
It gets its name only once it was read back and is whole.
"""

import hmac
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from controlroom.store.backup.errors import BackupUnsound
from controlroom.store.database import connect
from controlroom.store.durable import disk_told, sync_file
from controlroom.store.errors import StoreError, told
from controlroom.store.pages import sound_pages
from controlroom.store.shelf.base import CHUNK
from controlroom.store.shelf.chunks import buffered

POOL = "shelf"
"""Folder of the copies, beside the backups."""
END = ".db"
UNFINISHED = ".part"
_PURPOSE = b"controlroom shelf backup v1 "
_MARK = 0x43527042


def name_of(digest: str, key: bytes) -> str:
    """Returns the name of the copy of the file with this SHA-256."""
    return hmac.digest(key, _PURPOSE + digest.encode(), "sha256").hex() + END


def write_copy(
    file: BinaryIO, path: Path, digest: str, key: bytes, step: Callable[[], None]
) -> None:
    """Writes a copy, reads it back and gives it its name.

    Args:
        step: called after each chunk; what it raises ends the copy, and nothing of it stays.

    Raises `BackupUnsound`, `StoreError`.
    """
    part = path.with_name(path.name + UNFINISHED)
    try:
        with disk_told(part):
            part.unlink(missing_ok=True)
        _write(file, part, key, step)
        _refuse_other(part, digest, key)
        with disk_told(path):
            sync_file(part)
            part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def content_of(path: Path, key: bytes) -> str | None:
    """Returns the SHA-256 of the file in a copy, None if the copy is not whole."""
    digest = sha256()
    try:
        with disk_told(path):
            if not all(sound_pages(path, key)):
                return None
        for chunk in _chunks(path, key):
            digest.update(chunk)
    except StoreError:
        return None
    return digest.hexdigest()


def open_copy(path: Path, key: bytes) -> BinaryIO:
    """Opens the file in a copy for reading. Raises `StoreError`."""
    with told(path), closing(connect(path, key, write=False, resting=True)) as connection:
        size = connection.execute("SELECT coalesce(sum(length(body)), 0) FROM chunk").fetchone()[0]
    return buffered(size, lambda number: _chunk(path, key, number))


def _refuse_other(part: Path, digest: str, key: bytes) -> None:
    if content_of(part, key) != digest:
        raise BackupUnsound(folder=part.parent, reason=f"{part.name}: it is not what was written")


def _write(file: BinaryIO, part: Path, key: bytes, step: Callable[[], None]) -> None:
    with told(part), closing(connect(part, key, write=True)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # the whole file is synced at the end
        connection.execute("PRAGMA journal_mode = OFF").fetchone()
        connection.execute(f"PRAGMA application_id = {_MARK}")
        connection.execute(
            "CREATE TABLE chunk (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT"
        )
        connection.execute("BEGIN")
        number = 0
        while chunk := file.read(CHUNK):
            connection.execute("INSERT INTO chunk (number, body) VALUES (?, ?)", (number, chunk))
            number += 1
            step()
        connection.execute("COMMIT")


def _chunks(path: Path, key: bytes) -> Iterator[bytes]:
    with told(path), closing(connect(path, key, write=False, resting=True)) as connection:
        for (body,) in connection.execute("SELECT body FROM chunk ORDER BY number"):
            yield body


def _chunk(path: Path, key: bytes, number: int) -> bytes:
    with told(path), closing(connect(path, key, write=False, resting=True)) as connection:
        found = connection.execute("SELECT body FROM chunk WHERE number = ?", (number,)).fetchone()
    return bytes(found[0]) if found else b""
