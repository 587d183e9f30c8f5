"""Whether a resting copy of a file is whole and ours."""

from contextlib import closing
from pathlib import Path

from controlroom.store.backup.copy import Counts, row_counts
from controlroom.store.backup.errors import BackupUnsound
from controlroom.store.database import connect
from controlroom.store.durable import disk_told
from controlroom.store.errors import FileTooNew, StoreError, told
from controlroom.store.migrate import FileKind
from controlroom.store.pages import PAGE, sound_pages


def check_copy(path: Path, kind: FileKind, key: bytes) -> Counts:
    """Reads every page of a copy that nobody uses; returns the rows of each table.

    Raises `BackupUnsound`, or `FileTooNew` if a newer version made it. Leaves no trace.
    """
    _refuse_broken_pages(path, key)
    try:
        with told(path), closing(connect(path, key, write=False, resting=True)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            if mark != kind.application_id:
                raise _unsound(path, "it is another program's file")
            _refuse_newer(connection.execute("SELECT name FROM migration").fetchall(), kind, path)
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if said != "ok":
                raise _unsound(path, str(said))
            return row_counts(connection)
    except FileTooNew:
        raise
    except StoreError as error:
        raise _unsound(path, "it cannot be read") from error


def _refuse_broken_pages(path: Path, key: bytes) -> None:
    with disk_told(path):
        if path.stat().st_size < PAGE:
            raise _unsound(path, "it is empty")
        for number, sound in enumerate(sound_pages(path, key), 1):
            if not sound:
                raise _unsound(path, f"page {number} is damaged or was made with another key")


def _refuse_newer(applied: list[tuple[str]], kind: FileKind, path: Path) -> None:
    known = {migration.__name__ for migration in kind.migrations}
    if {name for (name,) in applied} - known:
        raise FileTooNew(path=path)


def _unsound(path: Path, reason: str) -> BackupUnsound:
    return BackupUnsound(folder=path.parent, reason=f"{path.name}: {reason}")
