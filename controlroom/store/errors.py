"""What can go wrong with a file of ours, told by what SQLite says of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from controlroom.model.errors import WorldError


class StoreError(WorldError):
    """A file of ours cannot be used as it should; `path` names it."""


class DiskFull(StoreError):
    sentence = "The disk is full: {path} could not be written."
    remedy = "Free some space; nothing that was saved is lost and reading goes on."


class WriteRefused(StoreError):
    sentence = "{path} can be read but not written."
    remedy = "Ask for write access to its folder, then start again."


class DiskFailed(StoreError):
    sentence = (
        "The disk answered with an error while {path} was used; the last change is not saved."
    )
    remedy = "Check the disk; restore the newest backup if this comes back."


class Damaged(StoreError):
    sentence = "{path} is damaged."
    remedy = "Run “controlroom restore” to go back to a backup, or salvage what can be read."


class NotOurs(StoreError):
    sentence = "{path} was made by another program and was left as it is."
    remedy = "Move it away, or choose another data folder."


class WrongKey(StoreError):
    sentence = "{path} does not open with this key and was left as it is."
    remedy = "Use the recovery key of the workstation that made it."


class FileTooNew(StoreError):
    sentence = "{path} was written by a newer version of Control Room and was left as it is."
    remedy = "Install the newer version."


class FileBusy(StoreError):
    sentence = "{path} is being written by another process."
    remedy = "Wait a moment and try again."


class FileAbsent(StoreError):
    sentence = "{path} is not there yet."
    remedy = "Start the desk once, or restore a backup."


# Where any other write says FULL, SQLite's shared memory says I/O error: it grows by 32 KiB.
_LEAST_ROOM = 64 * 1024
_BY_CODE: dict[int, type[StoreError]] = {
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_READONLY: WriteRefused,
    dbapi2.SQLITE_CANTOPEN: WriteRefused,
    dbapi2.SQLITE_IOERR: DiskFailed,
    dbapi2.SQLITE_CORRUPT: Damaged,
    dbapi2.SQLITE_NOTADB: Damaged,
    dbapi2.SQLITE_BUSY: FileBusy,
    dbapi2.SQLITE_LOCKED: FileBusy,
}


def world_error(error: BaseException, path: Path) -> StoreError | None:
    """Returns what the operator is to be told of a database error; None if the fault is ours."""
    # SQLAlchemy wraps what the driver raises.
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None or not isinstance(cause, dbapi2.Error):
        return None
    kind = _BY_CODE.get(code & 0xFF)
    if kind is DiskFailed and _is_full(path.parent):
        kind = DiskFull
    return kind(path=path) if kind else None


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns database errors that are the world's fault into `StoreError`s naming `path`."""
    try:
        yield
    except Exception as error:
        known = world_error(error, path)
        if known is None:
            raise
        raise known from error
