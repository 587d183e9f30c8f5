"""One encrypted file: opened with a raw key, checked, brought up to date.

SQLCipher 4. The key is a raw 32-byte key, so opening costs no key derivation; every page carries
its own HMAC, so damage is found when a page is read and never shown as data. What writes goes
through SQLAlchemy Core; what only reads does without, and a file that is up to date is opened and
read without loading it.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

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
from controlroom.store.library import LEAST_SQLITE
from controlroom.store.lock import ProcessGuard
from controlroom.store.migrate import FileKind, applied, refuse_foreign
from controlroom.store.pages import PAGE, any_page_fits
from controlroom.store.readers import Reader, Readers

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_PLAIN_HEADER = b"SQLite format 3\0"
_READERS = 4
PATIENCE_S = 10
"""Seconds for which a file that another process writes is waited for."""
_BREATH_S = 0.02
_WRITER_KIB, _READER_KIB = 32_768, 8_192
"""Pages kept by each connection; one that only reads lets go of them whenever another has written.
"""


class TooOldSQLite(OurError):
    """The bundled SQLite has the WAL-reset bug."""


class Database:
    """An open file of ours. One writer process; readers may be many.

    Raises on opening: `FileAbsent` (read mode), `NotOurs`, `WrongKey`, `Damaged`, `FileTooNew`,
    `WriteRefused`, `DiskFull`. A refused file is left byte for byte as it was.

    Attributes:
        is_behind: the file lacks a migration, which only a writer can add.
    """

    def __init__(self, path: Path, kind: FileKind, key: bytes, *, writable: bool) -> None:
        self.path = path
        self.kind = kind
        self.writable = writable
        self.is_behind = False
        self._key = key
        self._readers = Readers(self._connection, _READERS)
        self._home = ProcessGuard()
        self._writing = threading.RLock()

    @classmethod
    def open(cls, folder: Path, kind: FileKind, key: bytes, *, write: bool) -> Self:
        """Opens the file of this kind in `folder`; with `write` it is made or migrated."""
        if dbapi2.sqlite_version_info < LEAST_SQLITE:
            raise TooOldSQLite(dbapi2.sqlite_version)
        path = folder / kind.name
        _refuse_plain(path)
        _refuse_cut(path, key, write=write)
        database = cls(path, kind, key, writable=write)
        try:
            with told(path):
                database._check_and_migrate()
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def write(self) -> Iterator["Connection"]:
        """A transaction that holds the file; committed at the end, rolled back on any error."""
        self._home.check()
        with self._writing, told(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A connection that sees one state of the file from its first query on."""
        self._home.check()
        with told(self.path), self._readers.read() as connection:
            yield connection

    def get_ready_to_write(self) -> None:
        """Loads what writing needs, so that the first write does not wait for it."""
        with self._writing, told(self.path):
            self._engine.connect().close()

    def checkpoint(self, mode: str = "PASSIVE") -> None:
        """Moves what was committed from the write-ahead log into the file."""
        self._home.check()
        with self._writing, told(self.path), self._readers.lend() as bare:
            bare.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()

    def close(self) -> None:
        """Closes every connection; the last writer folds the log into the file."""
        self._home.check()
        self._readers.close()
        if "_engine" in vars(self):
            self._engine.dispose()

    @cached_property
    def _engine(self) -> "Engine":
        from controlroom.store.writing import writing_engine

        return writing_engine(self._connection)

    def _connection(self) -> Any:
        connection = connect(self.path, self._key, write=self.writable)
        try:
            _prepare(connection, self.kind, self.path, self._key, write=self.writable)
        except BaseException:
            connection.close()
            raise
        return connection

    def _check_and_migrate(self) -> None:
        with self._readers.read() as connection:
            refuse_foreign(connection, self.kind, self.path)
            self.is_behind = len(applied(connection)) < len(self.kind.migrations)
        if self.writable:
            with self._readers.lend() as bare:
                _begin_log(bare)
        if self.writable and self.is_behind:
            from controlroom.store.migrate import migrate

            migrate(self._engine, self.kind)
            self.is_behind = False


def _begin_log(bare: Any) -> None:
    """Of two processes that begin the log of a new file at once, SQLite lets one wait for nothing:
    it is told at once that the file is busy.
    """
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            bare.execute("PRAGMA journal_mode = WAL").fetchall()
        except dbapi2.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != dbapi2.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_BREATH_S)
        else:
            return


def connect(path: Path, key: bytes, *, write: bool, resting: bool = False) -> Any:
    """Returns a bare keyed connection: for backup, salvage and measurements.

    Args:
        resting: nobody uses the file, and it has no log: it is read without a trace beside it.
    """
    mode = "rwc" if write else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if resting else ''}"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    cursor = connection.cursor()
    cursor.execute("PRAGMA cipher_log_level = NONE")
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_S * 1000}")
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


def _refuse_cut(path: Path, key: bytes, *, write: bool) -> None:
    """Refuses a file that ends within a page, and an empty one to which a log belongs.

    Without a log an empty file is a new one, cut off while it was made; with a log a file that ends
    within a page was cut off in a checkpoint, and the log makes it whole.
    """
    size = _size(path)
    logged = any(_size(path.with_name(path.name + end)) for end in ("-wal", "-journal"))
    if size % PAGE and not logged:
        raise _unreadable(path, key)
    if not size and _size(path.with_name(path.name + "-wal")):
        raise Damaged(path=path)  # SQLite would throw the log away
    if not size and not write:
        raise FileAbsent(path=path)


def _size(path: Path) -> int:
    # Whoever closes the file last takes its log away, at any moment.
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


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
    cursor.execute(f"PRAGMA cache_size = -{_WRITER_KIB if write else _READER_KIB}")
    if write:
        cursor.execute(f"PRAGMA synchronous = {kind.synchronous}")
    else:
        cursor.execute("PRAGMA query_only = ON")


def _unreadable(path: Path, key: bytes) -> StoreError:
    """Tells a damaged first page from a key that fits no page at all."""
    return (Damaged if any_page_fits(path, key) else WrongKey)(path=path)
