"""What the bytes of an upload are, from their beginning."""

import struct

from controlroom.exercise.faces.facebook.problems import Problem
from controlroom.exercise.world import Media, MediaKind

LARGEST_PICTURE = 10 * 1024 * 1024
_SCAN = 65_536
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_UNSIZED = (1200, 800)


def picture_of(body: bytes, alt: str) -> Media:
    """Returns a picture, without a name yet. Raises `Problem` for what is none."""
    size = size_of(body)
    if size is None:
        raise Problem(324, "(#324) Missing or invalid image file")
    if len(body) > LARGEST_PICTURE:
        raise Problem(1, "(#1) Image file is too large")
    return Media("", MediaKind.IMAGE, alt, *size)


def size_of(body: bytes) -> tuple[int, int] | None:
    """Returns width and height in pixels, None for what is no picture."""
    if body.startswith(b"\x89PNG\r\n\x1a\n") and len(body) >= 24:
        return struct.unpack(">II", body[16:24])
    if body[:6] in (b"GIF87a", b"GIF89a") and len(body) >= 10:
        return struct.unpack("<HH", body[6:10])
    if body.startswith(b"\xff\xd8"):
        return _of_jpeg(body[:_SCAN])
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return _UNSIZED
    return None


def kind_of(body: bytes) -> str:
    """Returns the content type of what was uploaded."""
    if size_of(body) is None:
        return "video/mp4"
    if body.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if body[:4] == b"RIFF":
        return "image/webp"
    return "image/gif" if body[:3] == b"GIF" else "image/png"


def _of_jpeg(body: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(body) and body[at] == 0xFF:
        if body[at + 1] in _FRAMES:
            height, width = struct.unpack(">HH", body[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", body[at + 2 : at + 4])[0])
    return _UNSIZED
