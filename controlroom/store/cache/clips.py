"""Clips that were fetched: a file each, sealed with a key of its own that only the cache knows.

A film would swell the database, whose freed pages stay its own. So its bytes lie beside it, and
whoever lets go of its row has also thrown away the key.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from controlroom.store.cache.times import to_ms
from controlroom.store.connection import Connection
from controlroom.store.database import Database
from controlroom.store.durable import disk_told

FOLDER = "clips"
LIMIT = 1_000_000_000
STEP = 5
"""Clips let go of in one transaction."""
BLOCK = 262_144
_TAG = 16
_KEEP = """
INSERT INTO clip (address, name, key, size, used_ms) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET name = excluded.name, key = excluded.key, size = excluded.size,
    used_ms = excluded.used_ms
"""
_USE = "UPDATE clip SET used_ms = ? WHERE address = ?"
_OLDEST = "SELECT address, name, size FROM clip ORDER BY used_ms LIMIT ?"


class ClipList:
    """Reads clips; works on a database opened only for reading. Safe in several threads.

    Raises what `Database` raises.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.folder = database.path.parent / FOLDER

    def is_there(self, address: str) -> bool:
        """Returns whether a clip is kept whole."""
        row = self._row(address)
        return row is not None and _size_of(self.folder / row[0]) == _sealed_size(row[2])

    def body(self, address: str) -> bytes | None:
        """Returns a clip as it was fetched; None if it is not kept, or not as it was written."""
        row = self._row(address)
        if row is None:
            return None
        name, key, size = row
        try:
            with (self.folder / name).open("rb") as file:
                body = b"".join(_opened(file, key))
        except (OSError, ValueError):
            return None
        return body if len(body) == size else None

    def _row(self, address: str) -> tuple[str, bytes, int] | None:
        with self.database.read() as connection:
            if not _has_table(connection):
                return None
            row = connection.exec_driver_sql(
                "SELECT name, key, size FROM clip WHERE address = ?", (address,)
            ).first()
        return None if row is None else (row[0], bytes(row[1]), row[2])


class ClipDraft:
    """A clip being written; nobody finds it before it is kept."""

    def __init__(self, folder: Path) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.name = secrets.token_hex(16)
        self.path = folder / self.name
        self.key = secrets.token_bytes(32)
        self.size = 0
        self._cipher, self._number = AESGCM(self.key), 0
        self._rest = bytearray()
        with disk_told(self.path):
            folder.mkdir(exist_ok=True)
            self._file = _new_file(self.path)

    def write(self, piece: bytes) -> None:
        """Adds bytes. Raises `DiskFull`, `WriteRefused`, `DiskFailed`."""
        self._rest += piece
        self.size += len(piece)
        while len(self._rest) >= BLOCK:
            self._seal(bytes(self._rest[:BLOCK]))
            del self._rest[:BLOCK]

    def end(self) -> None:
        """Writes what is left. Raises as `write`."""
        if self._rest:
            self._seal(bytes(self._rest))
        with disk_told(self.path):
            self._file.close()

    def drop(self) -> None:
        """Throws it away."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self.path.unlink()

    def _seal(self, block: bytes) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number), block, None)
        self._number += 1
        with disk_told(self.path):
            self._file.write(sealed)


class ClipKeeper(ClipList):
    """The same with keeping. What an engine that was killed has left over goes when it begins.

    Args:
        limit: bytes that may stay; the clips played longest ago go first.
    """

    def __init__(self, database: Database, limit: int = LIMIT) -> None:
        super().__init__(database)
        self._limit = limit
        with database.read() as connection:
            rows = connection.exec_driver_sql("SELECT name, size FROM clip").all()
        self.bytes: int = sum(row[1] for row in rows)
        self._sweep({row[0] for row in rows})

    def begin(self) -> ClipDraft:
        """Begins a clip. Raises as `ClipDraft.write`."""
        return ClipDraft(self.folder)

    def keep(self, draft: ClipDraft, address: str, now: datetime) -> None:
        """Keeps a clip that has ended, in the place of an older one from the same address."""
        before = self._row(address)
        with self.database.write() as connection:
            asked = (address, draft.name, draft.key, draft.size, to_ms(now))
            connection.exec_driver_sql(_KEEP, asked)
        self.bytes += draft.size - (before[2] if before else 0)
        if before is not None:
            _remove(self.folder / before[0])

    def use(self, address: str, now: datetime) -> None:
        """Notes that a clip is being played."""
        with self.database.write() as connection:
            connection.exec_driver_sql(_USE, (to_ms(now), address))

    def free_step(self) -> bool:
        """Lets go of a few clips if there are too many; returns whether more have to go."""
        over, gone = self.bytes - self._limit, []
        if over <= 0:
            return False
        with self.database.write() as connection:
            for address, name, size in connection.exec_driver_sql(_OLDEST, (STEP,)).all():
                if over <= 0:
                    break
                connection.exec_driver_sql("DELETE FROM clip WHERE address = ?", (address,))
                gone.append(name)
                over -= size
        for name in gone:
            _remove(self.folder / name)
        self.bytes = self._limit + over
        return over > 0 and bool(gone)

    def _sweep(self, known: set[str]) -> None:
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in known:
                    _remove(path)


def _new_file(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


def _opened(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    """Raises ValueError for a block that is not as it was written."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher, number = AESGCM(key), 0
    while sealed := file.read(BLOCK + _TAG):
        try:
            yield cipher.decrypt(_nonce(number), sealed, None)
        except InvalidTag:
            raise ValueError("changed since it was written") from None
        number += 1


def _nonce(number: int) -> bytes:
    """Each file has a key of its own, so counting is enough."""
    return number.to_bytes(12, "big")


def _sealed_size(size: int) -> int:
    return size + -(-size // BLOCK) * _TAG


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _has_table(connection: Connection) -> bool:
    """An older cache has no clips before its writer has brought it up to date."""
    asked = "SELECT 1 FROM sqlite_master WHERE name = 'clip'"
    return connection.exec_driver_sql(asked).first() is not None
