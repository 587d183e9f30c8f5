"""A file that lies somewhere in chunks, read like any other."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from controlroom.store.shelf.base import CHUNK, MOST_FILE, FileTooBig, FileUnreadable


class ChunkReader(io.RawIOBase):
    """Reads forwards and backwards, one chunk in memory.

    Args:
        chunk: gives the chunk of a number; each but the last has `CHUNK` bytes.
    """

    def __init__(self, size: int, chunk: Callable[[int], bytes]) -> None:
        self._size, self._chunk = size, chunk
        self._at, self._held, self._number = 0, b"", -1

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(offset)
        self._at = base + offset
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._at >= self._size:
            return 0
        number, start = divmod(self._at, CHUNK)
        if number != self._number:
            self._held, self._number = self._chunk(number), number
        part = self._held[start : start + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)


def buffered(size: int, chunk: Callable[[int], bytes]) -> BinaryIO:
    """Returns a file over chunks, as libraries want one."""
    return io.BufferedReader(ChunkReader(size, chunk), CHUNK)


def chunks_of(file: BinaryIO, name: str) -> Iterator[bytes]:
    """Yields a file in chunks. Raises `FileUnreadable`, `FileTooBig`."""
    size = 0
    while chunk := _read(file, name):
        size += len(chunk)
        if size > MOST_FILE:
            raise FileTooBig(name=name, size=f"> {MOST_FILE >> 20}", most=MOST_FILE >> 20)
        yield chunk


def opened(path: Path) -> BinaryIO:
    """Opens a file of somebody's. Raises `FileUnreadable`, `FileTooBig`."""
    try:
        size = path.stat().st_size
        if size > MOST_FILE:
            raise FileTooBig(name=path.name, size=size >> 20, most=MOST_FILE >> 20)
        return path.open("rb")
    except OSError as error:
        raise FileUnreadable(name=path.name) from error


def _read(file: BinaryIO, name: str) -> bytes:
    try:
        return file.read(CHUNK)
    except OSError as error:
        raise FileUnreadable(name=name) from error
