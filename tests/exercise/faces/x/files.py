"""Small real files to upload."""

import struct
import zlib


def png(width: int = 3, height: int = 2) -> bytes:
    """Returns a grey picture."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def mp4(milliseconds: int = 4_000) -> bytes:
    """Returns the beginning of a clip that says how long it lasts."""
    header = struct.pack(">IIIII", 0, 0, 0, 1000, milliseconds)
    return _box(b"ftyp", b"isom\0\0\2\0") + _box(b"moov", _box(b"mvhd", header + bytes(80)))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body
