"""What was made is looked at once more, and thrown away for anything but picture and sound."""

import io

import pytest

from controlroom.outbound.media.clean import refuse_unclean
from controlroom.outbound.media.errors import NotClean
from controlroom.outbound.media.needs import JPEG, MP4, PNG
from tests.outbound.media.samples import camera_clip, camera_jpeg, noted_png, picture


def jpeg() -> bytes:
    buffer = io.BytesIO()
    picture((64, 48)).save(buffer, "JPEG")
    return buffer.getvalue()


def progressive() -> bytes:
    buffer = io.BytesIO()
    picture((64, 48)).save(buffer, "JPEG", progressive=True)
    return buffer.getvalue()


def png() -> bytes:
    buffer = io.BytesIO()
    picture((64, 48)).save(buffer, "PNG")
    return buffer.getvalue()


def part(mark: int, content: bytes) -> bytes:
    return b"\xff" + bytes([mark]) + (len(content) + 2).to_bytes(2, "big") + content


@pytest.mark.parametrize(("content", "mime"), [(jpeg(), JPEG), (progressive(), JPEG), (png(), PNG)])
def test_a_bare_picture_passes(content: bytes, mime: str) -> None:
    refuse_unclean(io.BytesIO(content), mime)


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (camera_jpeg(), JPEG),
        (jpeg()[:2] + part(0xE1, b"Exif\0\0MM") + jpeg()[2:], JPEG),
        (jpeg()[:2] + part(0xED, b"Photoshop 3.0\0") + jpeg()[2:], JPEG),
        (jpeg()[:2] + part(0xFE, b"cam4") + jpeg()[2:], JPEG),
        (jpeg()[:2] + part(0xE2, b"MPF\0") + jpeg()[2:], JPEG),
        (jpeg()[:-2] + part(0xFE, b"late comment") + jpeg()[-2:], JPEG),
        (jpeg() + b"behind", JPEG),
        (jpeg()[:-40], JPEG),
        (b"", JPEG),
        (noted_png(), PNG),
        (png() + b"behind", PNG),
        (png()[:-12], PNG),
        (png()[:8], PNG),
        (camera_clip(0.3), MP4),
        (b"\0\0\0\x10ftypisom\0\0\0\0", MP4),
        (b"", MP4),
    ],
)
def test_anything_besides_is_found(content: bytes, mime: str) -> None:
    with pytest.raises(NotClean):
        refuse_unclean(io.BytesIO(content), mime)
