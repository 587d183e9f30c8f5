"""Saving what can be read of a damaged file into a fresh one. The damaged file is only read."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from controlroom.model.errors import WorldError
from controlroom.store.database import Database
from controlroom.store.durable import disk_told
from controlroom.store.errors import FileAbsent, FileTooNew, NotOurs, WrongKey
from controlroom.store.migrate import FileKind
from controlroom.store.rescue.first_page import mend_first_page
from controlroom.store.rescue.inner_page import mend_inner_page
from controlroom.store.rescue.mend import mend
from controlroom.store.rescue.soundness import State, soundness
from controlroom.store.rescue.source import Source
from controlroom.store.rescue.tables import Lost, save_tables

_COUNT = 'SELECT count(*) FROM "{}"'


class AlreadyThere(WorldError):
    sentence = "{path} is already there and was left as it is."
    remedy = "Choose an empty folder for what is saved."


class NothingReadable(WorldError):
    sentence = "Nothing could be read of {path}."
    remedy = "Restore the newest backup; the damaged file was left as it is."


@dataclass(frozen=True, slots=True)
class Table:
    """What became of a table.

    Attributes:
        lost: rows that were there and could not be read; None if some were, nobody knows how many.
    """

    name: str
    saved: int
    lost: int | None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A fresh file with everything that could be read; it opens like any other of its kind."""

    path: Path
    tables: tuple[Table, ...]

    @property
    def saved(self) -> int:
        """Rows saved, of all tables."""
        return sum(table.saved for table in self.tables)

    @property
    def lost(self) -> int | None:
        """Rows known to be lost; None if nobody knows how many."""
        lost = [table.lost for table in self.tables]
        return None if None in lost else sum(number or 0 for number in lost)


def salvage(path: Path, kind: FileKind, key: bytes, into: Path) -> Salvaged:
    """Makes a file of this kind in the folder `into` from all rows of `path` that can be read.

    Nobody may be using `path`; it and its log stay byte for byte as they are. It takes room for two
    more copies. Raises `FileAbsent`, `NotOurs`, `WrongKey`, `FileTooNew`, `AlreadyThere`,
    `NothingReadable`, `StoreError`.
    """
    _refuse(path, kind, key, into)
    try:
        with _working_copy(path, kind, key, into) as copy, closing(Source(copy, key)) as source:
            lost = _save(source, path, kind, key, into)
    except BaseException:
        for end in ("", "-wal", "-shm"):
            (into / f"{kind.name}{end}").unlink(missing_ok=True)
        raise
    return Salvaged(into / kind.name, _told(into, kind, key, lost))


def _refuse(path: Path, kind: FileKind, key: bytes, into: Path) -> None:
    state = soundness(path, key, whole=False).state
    if state in (State.ABSENT, State.EMPTY):
        raise FileAbsent(path=path)
    if state is State.NOT_OURS:
        raise NotOurs(path=path)
    if state is State.WRONG_KEY:
        raise WrongKey(path=path)
    with disk_told(into):
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
    if (into / kind.name).exists():
        raise AlreadyThere(path=into / kind.name)


@contextmanager
def _working_copy(path: Path, kind: FileKind, key: bytes, into: Path) -> Iterator[Path]:
    with disk_told(into), tempfile.TemporaryDirectory(dir=into, prefix="salvage-") as folder:
        copy = Path(folder) / path.name
        for end in ("", "-wal"):
            log = path.with_name(path.name + end)
            if log.exists():
                shutil.copyfile(log, copy.with_name(copy.name + end))
        mend_first_page(copy, kind, key)
        with closing(Source(copy, key)) as source:  # the log into the copy, as far as it goes
            source.all("PRAGMA wal_checkpoint(TRUNCATE)")
        mend_inner_page(copy, key)
        yield copy


def _save(source: Source, path: Path, kind: FileKind, key: bytes, into: Path) -> Lost:
    if source.all("SELECT count(*) FROM sqlite_master") is None:
        raise NothingReadable(path=path)
    applied = source.all("SELECT name FROM migration ORDER BY rowid")
    names = {name for (name,) in applied or ()}
    if names - {migration.__name__ for migration in kind.migrations}:
        raise FileTooNew(path=path)
    as_it_was = [m for m in kind.migrations if applied is None or m.__name__ in names]
    Database.open(into, replace(kind, migrations=as_it_was), key, write=True).close()
    lost = save_tables(source, into / kind.name, key)
    with closing(Database.open(into, kind, key, write=True)) as saved:
        mend(source, saved, lost)
    return lost


def _told(into: Path, kind: FileKind, key: bytes, lost: Lost) -> tuple[Table, ...]:
    with closing(Database.open(into, kind, key, write=False)) as saved, saved.read() as connection:
        return tuple(
            Table(name, connection.exec_driver_sql(_COUNT.format(name)).scalar_one(), lost[name])
            for name in sorted(lost)
        )
