"""A post as bytes and back. Equal posts give equal bytes, so that what has not changed is seen."""

import threading
from dataclasses import replace

import msgspec
import zstandard

from controlroom.model.post import Post
from controlroom.store.archive.errors import PostUnreadable

_PACKED, _MOST = b"\x01", 64 * 1024 * 1024
_LEVEL = 1


class _Own(threading.local):
    """Neither of them is for two threads at once, and making one costs more than using it."""

    def __init__(self) -> None:
        self.compressor = zstandard.ZstdCompressor(level=_LEVEL)
        self.decompressor = zstandard.ZstdDecompressor()


_own = _Own()
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Post).decode


def encoded(post: Post) -> tuple[bytes, bytes]:
    """Returns a post without the network's own bytes, and these.

    Raises `UnicodeEncodeError`, `OverflowError` for text and numbers that no file of ours holds.
    """
    return _packed(_encode(replace(post, raw=b""))), _packed(post.raw)


def decoded(seq: int, body: bytes, raw: bytes) -> Post:
    """Returns the post of two columns. Raises `PostUnreadable`."""
    try:
        return replace(_decode(_unpacked(body)), raw=_unpacked(raw))
    except (msgspec.MsgspecError, zstandard.ZstdError, ValueError, RecursionError) as error:
        raise PostUnreadable(seq=seq) from error


def _packed(plain: bytes) -> bytes:
    return _PACKED + _own.compressor.compress(plain) if plain else b""


def _unpacked(packed: bytes) -> bytes:
    if not packed:
        return b""
    if packed[:1] != _PACKED:
        raise ValueError(packed[:1])
    return _own.decompressor.decompress(packed[1:], _MOST)
