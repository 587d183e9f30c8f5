"""One encrypted file: opened with a raw key, checked, brought up to date.

SQLCipher 4 under SQLAlchemy Core. The key is a raw 32-byte key, so opening costs no key derivation;
every page carries its own HMAC, so damage is found when a page is read and never shown as data.
"""

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
from controlroom.store.library import LEAST_SQLITE
from controlroom.store.lock import ProcessGuard
from controlroom.store.migrate import FileKind, migrate, refuse_foreign
from controlroom.store.pages import PAGE, any_page_fits

_PLAIN_HEADER = b"SQLite format 3\0"
_READERS = 4


class TooOldSQLite(OurError):
    """The bundled SQLite has the WAL-reset bug."""


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
        self._home.check()
        with self._writing, told(self.path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the file from its first query on."""
        self._home.check()
        with told(self.path), self._engine.connect() as connection:
            yield connection

    def checkpoint(self, mode: str = "PASSIVE") -> None:
        """Moves what was committed from the write-ahead log into the file."""
        with self._writing, told(self.path), self._bare() as connection:
            connection.execute(f"PRAGMA wal_checkpoint({mode})")

    def close(self) -> None:
        """Closes every connection; the last writer folds the log into the file."""
        self._home.check()
        self._engine.dispose()

    @contextmanager
    def _bare(self) -> Iterator[Any]:
        self._home.check()
        pooled = self._engine.raw_connection()
        try:
            yield pooled.cursor()
        finally:
            pooled.close()


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
    return path.stat().st_size if path.exists() else 0


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
