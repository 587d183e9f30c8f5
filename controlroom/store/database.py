"""One encrypted file: opened with a raw key, checked, brought up to date.

SQLCipher 4 under SQLAlchemy Core. The key is a raw 32-byte key, so opening costs no key derivation;
every page carries its own HMAC, so damage is found when a page is read and never shown as data.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from controlroom.model.errors import OurError
from controlroom.store.errors import (
    Damaged,
    FileAbsent,
    NotOurs,
    StoreError,
    WrongKey,
    told,
)
from controlroom.store.migrate import FileKind, migrate, refuse_foreign
from controlroom.store.pages import any_page_fits

LEAST_SQLITE = (3, 51, 3)
"""The first release without the WAL-reset corruption (sqlite.org, 13 March 2026)."""

_PLAIN_HEADER = b"SQLite format 3\0"
_READERS = 4


class TooOldSQLite(OurError):
    """The bundled SQLite has the WAL-reset bug."""


class ForkedConnection(OurError):
    """A connection was used in a process that did not open it."""


class Database:
    """An open file of ours. One writer process; readers may be many.

    Raises on opening: `FileAbsent` (read mode), `NotOurs`, `WrongKey`, `Damaged`, `FileTooNew`,
    `WriteRefused`, `DiskFull`. A refused file is left byte for byte as it was.
    """

    def __init__(self, path: Path, kind: FileKind, engine: Engine, *, writable: bool) -> None:
        self.path = path
        self.kind = kind
        self.writable = writable
        self._engine = engine
        self._writer = engine.execution_options(immediate=True)
        self._process = os.getpid()
        self._writing = threading.RLock()

    @classmethod
    def open(cls, folder: Path, kind: FileKind, key: bytes, *, write: bool) -> Self:
        """Opens the file of this kind in `folder`; with `write` it is made or migrated."""
        if dbapi2.sqlite_version_info < LEAST_SQLITE:
            raise TooOldSQLite(dbapi2.sqlite_version)
        path = folder / kind.name
        if not write and not path.exists():
            raise FileAbsent(path=path)
        _refuse_plain(path)
        engine = _engine(path, kind, key, write=write)
        try:
            with told(path):
                _check_and_migrate(engine, kind, path, write=write)
        except BaseException:
            engine.dispose()
            raise
        return cls(path, kind, engine, writable=write)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the file; committed at the end, rolled back on any error."""
        self._refuse_fork()
        with self._writing, told(self.path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the file from its first query on."""
        self._refuse_fork()
        with told(self.path), self._engine.connect() as connection:
            yield connection

    def checkpoint(self, mode: str = "PASSIVE") -> None:
        """Moves what was committed from the write-ahead log into the file."""
        with self._writing, told(self.path), self._bare() as connection:
            connection.execute(f"PRAGMA wal_checkpoint({mode})")

    def close(self) -> None:
        """Closes every connection; the last writer folds the log into the file."""
        self._refuse_fork()
        self._engine.dispose()

    @contextmanager
    def _bare(self) -> Iterator[Any]:
        self._refuse_fork()
        pooled = self._engine.raw_connection()
        try:
            yield pooled.cursor()
        finally:
            pooled.close()

    def _refuse_fork(self) -> None:
        if os.getpid() != self._process:
            raise ForkedConnection(self.kind.name)


def connect(path: Path, key: bytes, *, write: bool) -> Any:
    """Returns a bare keyed connection: for backup, salvage and measurements."""
    mode = "rwc" if write else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    cursor = connection.cursor()
    cursor.execute("PRAGMA cipher_log_level = NONE")
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    cursor.execute("PRAGMA busy_timeout = 10000")
    return connection


def _refuse_plain(path: Path) -> None:
    with told(path):
        if path.exists() and path.stat().st_size:
            try:
                with path.open("rb") as file:
                    plain = file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
            except IsADirectoryError:
                plain = True
            if plain:
                raise NotOurs(path=path)


def _engine(path: Path, kind: FileKind, key: bytes, *, write: bool) -> Engine:
    def creator() -> Any:
        connection = connect(path, key, write=write)
        try:
            _prepare(connection, kind, path, key, write=write)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=_READERS,
        max_overflow=0,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _prepare(connection: Any, kind: FileKind, path: Path, key: bytes, *, write: bool) -> None:
    cursor = connection.cursor()
    try:
        cursor.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == dbapi2.SQLITE_NOTADB:
            raise _unreadable(path, key) from error
        raise
    cursor.execute("PRAGMA trusted_schema = OFF")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA mmap_size = 0")
    cursor.execute("PRAGMA cache_size = -32768")
    if write:
        cursor.execute(f"PRAGMA synchronous = {kind.synchronous}")
    else:
        cursor.execute("PRAGMA query_only = ON")


def _unreadable(path: Path, key: bytes) -> StoreError:
    """Tells a damaged first page from a key that fits no page at all."""
    return (Damaged if any_page_fits(path, key) else WrongKey)(path=path)


def _check_and_migrate(engine: Engine, kind: FileKind, path: Path, *, write: bool) -> None:
    with engine.connect() as connection:
        refuse_foreign(connection, kind, path)
    if write:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()
        migrate(engine.execution_options(immediate=True), kind)
