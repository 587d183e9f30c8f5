"""Bodies that are sent as they are read: a file, or a form with a file in it."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO

from controlroom.feeds.writing import Carried, NotSent
from controlroom.model.errors import WorldError
from controlroom.model.outgoing.delivery import Unsent

_CHUNK = 65_536


class FileShort(Exception):
    """A file ended before the size it was announced with, or cannot be read.

    No `OSError`: libraries take that for one of the connection's.
    """


class Body:
    """Bytes with a length known beforehand, read once.

    Attributes:
        kind: the content type.
        size: bytes in all.
    """

    def __init__(self, kind: str, parts: list[tuple[BinaryIO, int]]) -> None:
        self.kind = kind
        self._parts = parts
        self.size = sum(size for _, size in parts)

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[bytes]:
        for source, size in self._parts:
            left = size
            while left:
                chunk = _next(source, min(_CHUNK, left))
                left -= len(chunk)
                yield chunk

    def close(self) -> None:
        """Lets go of files."""
        for source, _ in self._parts:
            with suppress(OSError):
                source.close()


def of_bytes(content: bytes, kind: str) -> Body:
    """Returns a body of bytes at hand."""
    return Body(kind, [(BytesIO(content), len(content))])


def of_file(source: BinaryIO, size: int, kind: str) -> Body:
    """Returns a body of the next `size` bytes of an open file."""
    return Body(kind, [(source, size)])


def form_with(fields: Mapping[str, str], name: str, carried: Carried, host: str) -> Body:
    """Returns a form (RFC 7578) with a file in it. Raises `NotSent` if the file is not there."""
    size, mime = carried.rendition.size, carried.rendition.mime
    return form_of(fields, name, (opened(carried, host), size), mime)


def form_of(
    fields: Mapping[str, str],
    name: str,
    content: tuple[BinaryIO, int],
    mime: str,
    called: str = "",
) -> Body:
    """Returns a form with the next bytes of an open file in it, as many as are told.

    Args:
        called: the file's name, where it matters to the network.
    """
    mark = f"----{secrets.token_hex(16)}"
    head = "".join(_field(mark, key, value) for key, value in fields.items())
    filename = called or f"file.{mime.rpartition('/')[2] or 'bin'}"
    head += (
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        f"Content-Type: {mime}\r\n\r\n"
    )
    before, after = head.encode(), f"\r\n--{mark}--\r\n".encode()
    parts = [
        (BytesIO(before), len(before)),
        content,
        (BytesIO(after), len(after)),
    ]
    return Body(f"multipart/form-data; boundary={mark}", parts)


def opened(carried: Carried, host: str) -> BinaryIO:
    """Returns a file anew. Raises `NotSent` if it is not there."""
    try:
        return carried.open()
    except (WorldError, OSError) as error:
        said = error.told() if isinstance(error, WorldError) else "the file cannot be read"
        raise NotSent(host=host, reason=Unsent.NO_FILE, said=said) from None


def _next(source: BinaryIO, most: int) -> bytes:
    try:
        chunk = source.read(most)
    except OSError:
        raise FileShort from None
    if not chunk:
        raise FileShort
    return chunk


def _field(mark: str, name: str, value: str) -> str:
    return f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
