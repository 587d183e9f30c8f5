"""A small MP4 file (ISO 14496-12) of pictures, each a JPEG: no encoder is needed to make one.

The pictures are MPEG-4 visual samples of object type 0x6C, "JPEG" (ISO 14496-1, table 5).
"""

from struct import pack

_JPEG = 0x6C
_MATRIX = pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
_SCALE = 1000
"""Units of time in a second."""


def movie(pictures: list[bytes], size: tuple[int, int], pause_ms: int) -> bytes:
    """Returns a film of pictures of one size, each shown for `pause_ms`."""
    begin = _box(b"ftyp", b"isom" + pack(">I", 0x200) + b"isommp41")
    length = pause_ms * len(pictures)
    # The place of the pictures depends on the length of the index, which is the same either way.
    index = _index(pictures, size, pause_ms, length, 0)
    first = len(begin) + len(index) + 8
    index = _index(pictures, size, pause_ms, length, first)
    return begin + index + _box(b"mdat", b"".join(pictures))


def _index(
    pictures: list[bytes], size: tuple[int, int], pause_ms: int, length: int, first: int
) -> bytes:
    table = _box(
        b"stbl",
        _full(b"stsd", pack(">I", 1) + _entry(size)),
        _full(b"stts", pack(">III", 1, len(pictures), pause_ms)),
        _full(b"stsc", pack(">IIII", 1, 1, len(pictures), 1)),
        _full(b"stsz", pack(f">II{len(pictures)}I", 0, len(pictures), *map(len, pictures))),
        _full(b"stco", pack(">II", 1, first)),
    )
    place = _box(b"dinf", _full(b"dref", pack(">I", 1) + _full(b"url ", b"", flags=1)))
    handler = pack(">4s4s12s", bytes(4), b"vide", bytes(12)) + b"Pictures\0"
    media = _box(
        b"mdia",
        _full(b"mdhd", pack(">IIIIHH", 0, 0, _SCALE, length, 0x55C4, 0)),
        _full(b"hdlr", handler),
        _box(b"minf", _full(b"vmhd", bytes(8), flags=1), place, table),
    )
    return _box(b"moov", _header(length), _box(b"trak", _track(size, length), media))


def _header(length: int) -> bytes:
    return _full(
        b"mvhd",
        pack(">IIIIIH10x", 0, 0, _SCALE, length, 0x10000, 0x100) + _MATRIX + bytes(24),
        pack(">I", 2),
    )


def _track(size: tuple[int, int], length: int) -> bytes:
    width, height = size
    told = pack(">IIIII8xHHHH", 0, 0, 1, 0, length, 0, 0, 0, 0)
    return _full(b"tkhd", told + _MATRIX + pack(">II", width << 16, height << 16), flags=3)


def _entry(size: tuple[int, int]) -> bytes:
    """What the samples are: pictures of this size, each whole in itself."""
    visual = pack(
        ">6xH16xHHIIIH32sHh", 1, *size, 0x480000, 0x480000, 0, 1, bytes(32), 24, -1
    )  # fmt: skip
    decoder = bytes([0x04, 13, _JPEG, 0x11]) + bytes(11)
    stream = pack(">HB", 1, 0) + decoder + bytes([0x06, 1, 2])
    return _box(b"mp4v", visual, _full(b"esds", bytes([0x03, len(stream)]) + stream))


def _full(name: bytes, *parts: bytes, flags: int = 0) -> bytes:
    return _box(name, pack(">I", flags), *parts)


def _box(name: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return pack(">I4s", len(body) + 8, name) + body
