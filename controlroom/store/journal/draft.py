"""A file that has been written whole, and gets its name once it may have it."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from controlroom.store.durable import disk_told, sha256_of, sync_folder

Going = Callable[[int], bool]
"""Takes how many entries have been looked at; returns whether to go on."""


class Stopped(Exception):
    """Whoever wanted the file wants it no more; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole file under another name, on the disk.

    Attributes:
        path: what it is to be called.
        entries: of the record, in it.
        size: bytes.
        sha256: of the file, in hexadecimal.
    """

    part: Path
    path: Path
    entries: int
    size: int
    sha256: str

    def keep(self) -> None:
        """Gives it its name; what stood there is replaced. Raises what writing raises."""
        with disk_told(self.path):
            self.part.replace(self.path)
            sync_folder(self.path.parent)

    def drop(self) -> None:
        """Leaves nothing of it."""
        with suppress(OSError):
            self.part.unlink()


@contextmanager
def drafted(path: Path) -> Iterator[BinaryIO]:
    """Opens the other name beside `path` for writing; what fails or is stopped leaves nothing.

    Raises `DiskFull`, `WriteRefused`, `DiskFailed`.
    """
    part = part_of(path)
    with disk_told(path):
        try:
            with part.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def draft_at(path: Path, entries: int, sha256: str = "") -> Draft:
    """Returns what `drafted` has written."""
    part = part_of(path)
    with disk_told(path):
        return Draft(part, path, entries, part.stat().st_size, sha256 or sha256_of(part))


def part_of(path: Path) -> Path:
    """Returns the name a file has until it is kept."""
    return path.with_name(f".{path.name[:200]}.part")


class Sums:
    """Writes through to a file and sums up what it writes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._digest = file, hashlib.sha256()

    def write(self, content: bytes) -> None:
        """Writes."""
        self._digest.update(content)
        self._file.write(content)

    @property
    def sha256(self) -> str:
        """Of all that was written, in hexadecimal."""
        return self._digest.hexdigest()
