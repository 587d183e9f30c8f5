"""Files written so that a power cut leaves the old or the new one, never half."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path

from controlroom.store.errors import DiskFailed, DiskFull, WriteRefused

_CHUNK = 1 << 20


@contextmanager
def disk_told(path: Path) -> Iterator[None]:
    """Turns what the system says of a disk into `DiskFull`, `WriteRefused` or `DiskFailed`."""
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            raise DiskFull(path=path) from error
        if error.errno in (EACCES, EPERM, EROFS):
            raise WriteRefused(path=path) from error
        raise DiskFailed(path=path) from error


def copy_through(source: Path, target: Path) -> str:
    """Copies a file to the disk itself; returns the SHA-256 of what was read, in hex."""
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("xb") as written:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            written.write(chunk)
        written.flush()
        os.fsync(written.fileno())
    return digest.hexdigest()


def write_through(path: Path, content: bytes) -> None:
    """Writes a new file to the disk itself."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sha256_of(path: Path) -> str:
    """Returns the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_file(path: Path) -> None:
    """Puts what was written to a file onto the disk itself."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Puts names made, changed or removed in a folder onto the disk itself."""
    if os.name == "nt":  # Windows cannot open a folder, and its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
