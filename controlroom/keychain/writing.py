"""How keys.json is changed: by one process at a time, whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from controlroom.keychain.errors import KeysFileBusy, KeysFileUnwritable
from controlroom.keychain.keysfile import KEYS_FILE, KeysFile, encoded

_WAIT_S = 10.0


@contextmanager
def alone(data_dir: Path) -> Iterator[None]:
    """Keeps other processes from changing keys.json meanwhile; makes the folder if need be.

    Raises `KeysFileBusy` after ten seconds, `KeysFileUnwritable`.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(data_dir / "keys.lock", timeout=_WAIT_S)
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise KeysFileBusy(folder=data_dir) from error
    except OSError as error:
        raise _unwritable(data_dir, error) from error
    try:
        yield
    finally:
        lock.release()


def write_keys(data_dir: Path, keys: KeysFile) -> None:
    """Writes keys.json so that a power cut leaves the old one or the new one.

    Raises `KeysFileUnwritable`.
    """
    draft = data_dir / f"{KEYS_FILE}.new"
    try:
        draft.unlink(missing_ok=True)
        _write_through(draft, encoded(keys))
        draft.replace(data_dir / KEYS_FILE)
        _sync_folder(data_dir)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise _unwritable(data_dir, error) from error


def _write_through(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder, and its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(data_dir: Path, error: OSError) -> KeysFileUnwritable:
    return KeysFileUnwritable(path=data_dir / KEYS_FILE, reason=os.strerror(error.errno or 0))
