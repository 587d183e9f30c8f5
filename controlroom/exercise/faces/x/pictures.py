"""What a file is, by its first bytes: its type, and the size of a picture."""

import struct
from typing import NamedTuple


class File(NamedTuple):
    """A file somebody uploads; sizes are 0 where nobody can tell."""

    content_type: str
    width: int = 0
    height: int = 0


def file_of(content: bytes) -> File | None:
    """Returns what a file is, None for what X does not take."""
    try:
        return _file(content)
    except (struct.error, IndexError):
        return None


def _file(content: bytes) -> File | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return File("image/png", *struct.unpack(">II", content[16:24]))
    if content.startswith((b"GIF87a", b"GIF89a")):
        return File("image/gif", *struct.unpack("<HH", content[6:10]))
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return File("image/webp")
    if content[4:8] == b"ftyp":
        return File("video/quicktime" if content[8:10] == b"qt" else "video/mp4")
    if content.lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        return File("text/vtt")
    return File("text/srt") if b" --> " in content[:500] else None


def _jpeg(content: bytes) -> File:
    """Goes from mark to mark until one tells the size."""
    at = 2
    while at + 9 < len(content):
        mark = content[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return File("image/jpeg", width, height)
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return File("image/jpeg")


def duration_ms(content: bytes) -> int:
    """Returns how long a clip lasts, 0 if nobody can tell."""
    at = content.find(b"mvhd")
    if at < 0 or len(content) < at + 36:
        return 0
    wide = content[at + 4] == 1
    form, begin = (">IQ", at + 24) if wide else (">II", at + 16)
    scale, length = struct.unpack_from(form, content, begin)
    return int(length * 1000 // scale) if scale else 0
