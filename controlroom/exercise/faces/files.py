"""What a file is, told by its first bytes: type, size of a picture, length of a clip."""

import struct
from typing import NamedTuple


class File(NamedTuple):
    """A file somebody uploads; zeros where nobody can tell."""

    content_type: str
    width: int = 0
    height: int = 0
    duration_ms: int = 0


def file_of(content: bytes) -> File | None:
    """Returns what a picture or clip is, None for anything else."""
    try:
        return _file(content)
    except (struct.error, IndexError):
        return None


def _file(content: bytes) -> File | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return File("image/png", *struct.unpack_from(">II", content, 16))
    if content.startswith((b"GIF87a", b"GIF89a")):
        return File("image/gif", *struct.unpack_from("<HH", content, 6))
    if content.startswith(b"\xff\xd8"):
        return File("image/jpeg", *_jpeg_size(content))
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return File("image/webp")
    if content[4:8] == b"ftyp":
        kind = "video/quicktime" if content[8:10] == b"qt" else "video/mp4"
        return File(kind, duration_ms=_duration_ms(content))
    return None


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Goes from mark to mark until one tells the size."""
    at = 2
    while at + 9 < len(content):
        mark = content[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    return 0, 0


def _duration_ms(content: bytes) -> int:
    """Returns what the header of a clip says, 0 if there is none to be found."""
    at = content.find(b"mvhd")
    if at < 0 or len(content) < at + 40:
        return 0
    form, begin = (">IQ", at + 24) if content[at + 4] == 1 else (">II", at + 16)
    scale, length = struct.unpack_from(form, content, begin)
    return int(length * 1000 // scale) if scale else 0
