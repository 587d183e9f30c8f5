"""The last look at a file that was made: only parts that carry picture and sound may be in it.

What made the file is not believed: its bytes are read anew, part by part, and any part that is not
known to be harmless throws the file away.
"""

from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO

from controlroom.outbound.media.errors import NotClean
from controlroom.outbound.media.needs import JPEG, MP4, PNG

_BYTE_AND_SIZE, _CHUNK_HEAD, _BOX_HEAD = Struct(">BH"), Struct(">I4s"), Struct(">I4s")
_SCAN = 0xDA
# ITU-T T.81 table B.1: frames, tables, restart intervals, the scan, and JFIF's own part (APP0).
_PICTURE_PARTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0, _SCAN}
_NO_LENGTH = {0xD8, 0xD9}
_PNG_SIGN = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"pHYs"}
# ISO 14496-12 and -14, as far as pictures and sound need them.
_HOLDING = {b"moov", b"trak", b"edts", b"mdia", b"minf", b"stbl", b"dinf", b"udta"}
_BOXES = _HOLDING | {
    *(b"ftyp", b"free", b"mdat", b"mvhd", b"tkhd", b"elst", b"mdhd", b"hdlr", b"vmhd", b"smhd"),
    *(b"dref", b"stsd", b"stts", b"stss", b"ctts", b"stsc", b"stsz", b"stco", b"co64", b"sgpd"),
    *(b"sbgp", b"sdtp", b"meta"),
}
_TIMED = {b"mvhd", b"tkhd", b"mdhd"}
_EMPTY_LIST = b"\x00\x00\x00\x08ilst"
_MOST_DEPTH = 8


def refuse_unclean(file: BinaryIO, mime: str) -> None:
    """Reads a file that was made. Raises `NotClean` for anything but picture and sound."""
    file.seek(0)
    {JPEG: _look_at_jpeg, PNG: _look_at_png, MP4: _look_at_mp4}[mime](file)


def _look_at_jpeg(file: BinaryIO) -> None:
    if file.read(2) != b"\xff\xd8":
        raise NotClean(what="no JPEG")
    while True:
        head = file.read(2)
        if len(head) < 2 or head[0] != 0xFF or head[1] not in _PICTURE_PARTS:
            raise NotClean(what=f"JPEG {head.hex()}")
        size = int.from_bytes(file.read(2), "big")
        content = file.read(max(0, size - 2))
        if head[1] == 0xE0 and (not content.startswith(b"JFIF\0") or len(content) != 14):
            raise NotClean(what="JPEG thumbnail")
        if head[1] == _SCAN:
            _look_at_scans(file.read())
            return


def _look_at_scans(rest: bytes) -> None:
    """What follows the first scan is data, tables and further scans, and ends with the picture."""
    at = 0
    while (at := rest.find(b"\xff", at)) >= 0 and at + 1 < len(rest):
        mark = rest[at + 1]
        if mark == 0xD9:
            if at + 2 != len(rest):
                raise NotClean(what="data behind the picture")
            return
        if mark and not 0xD0 <= mark <= 0xD7 and mark not in _PICTURE_PARTS:
            raise NotClean(what=f"JPEG ff{mark:02x}")
        at += 2
    raise NotClean(what="a cut JPEG")


def _look_at_png(file: BinaryIO) -> None:
    if file.read(8) != _PNG_SIGN:
        raise NotClean(what="no PNG")
    kind = b""
    while kind != b"IEND":
        head = file.read(8)
        if len(head) < 8:
            raise NotClean(what="a cut PNG")
        size, kind = _CHUNK_HEAD.unpack(head)
        if kind not in _PNG_PARTS:
            raise NotClean(what=f"PNG {kind!r}")
        file.seek(size + 4, 1)
    if file.read(1):
        raise NotClean(what="data behind the picture")


def _look_at_mp4(file: BinaryIO) -> None:
    end = file.seek(0, 2)
    found = {kind for kind, _, _ in _boxes(file, 0, end, 0)}
    if not {b"moov", b"mdat"} <= found:
        raise NotClean(what="no MP4")


def _boxes(file: BinaryIO, at: int, end: int, depth: int) -> Iterator[tuple[bytes, int, int]]:
    while at < end:
        file.seek(at)
        size, kind = _BOX_HEAD.unpack(_exactly(file, 8))
        head = 8
        if size == 1:
            size, head = int.from_bytes(_exactly(file, 8), "big"), 16
        if kind not in _BOXES or size < head or at + size > end or depth > _MOST_DEPTH:
            raise NotClean(what=f"MP4 {kind!r}")
        yield kind, at + head, at + size
        _look_into(file, kind, at + head, at + size)
        if kind in _HOLDING:
            yield from _boxes(file, at + head, at + size, depth + 1)
        at += size


def _look_into(file: BinaryIO, kind: bytes, at: int, end: int) -> None:
    file.seek(at)
    if kind in _TIMED:
        long = file.read(4)[:1] == b"\x01"
        if any(_exactly(file, 16 if long else 8)):
            raise NotClean(what="MP4 time")
    elif kind == b"free" and any(file.read(end - at)):
        raise NotClean(what="MP4 free")
    elif kind == b"meta":
        content = file.read(min(end - at, 1024))
        if end - at > 1024 or not content.endswith(_EMPTY_LIST):
            raise NotClean(what="MP4 meta")


def _exactly(file: BinaryIO, size: int) -> bytes:
    content = file.read(size)
    if len(content) < size:
        raise NotClean(what="a cut MP4")
    return content
