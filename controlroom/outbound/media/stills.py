"""Small pictures of a photo or of moments of a clip, for whoever edits it."""

import io
from typing import Any, BinaryIO

from av import FFmpegError
from av.video.frame import VideoFrame
from PIL import Image

from controlroom.outbound.media import clip, photo
from controlroom.outbound.media.edit import Edit
from controlroom.outbound.media.errors import NotMedia
from controlroom.outbound.media.orders import Stills

_QUALITY = 80


def take_stills(
    source: BinaryIO,
    into: BinaryIO,
    moments: tuple[int, ...],
    side: int,
    edit: Edit | None,
    progress: clip.Progress,
) -> Stills:
    """Writes a picture of each moment; a photo has one in all. Raises `MediaError`."""
    try:
        image = photo.upright(source)
    except NotMedia:
        source.seek(0)
        return _of_clip(source, into, moments, side, edit, progress)
    shown = photo.edited(image, edit) if edit is not None else image
    return Stills((_written(shown, into, side),))


def _of_clip(
    source: BinaryIO,
    into: BinaryIO,
    moments: tuple[int, ...],
    side: int,
    edit: Edit | None,
    progress: clip.Progress,
) -> Stills:
    lengths = []
    with clip.opened(source) as container:
        for count, at in enumerate(moments):
            frame = _frame(container, at)
            lengths.append(_of_frame(frame[1], at, into, side, edit) if frame else 0)
            progress((count + 1) / len(moments))
    return Stills(tuple(lengths))


def _frame(container: Any, at_ms: int) -> tuple[int, VideoFrame] | None:
    """Returns the frame of a moment, None behind the end and where the clip is broken."""
    try:
        return next(clip.frames(container, Edit(begin_ms=at_ms)), None)
    except FFmpegError:
        return None


def _of_frame(frame: VideoFrame, at_ms: int, into: BinaryIO, side: int, edit: Edit | None) -> int:
    image = clip.picture(frame)
    return _written(clip.edited(image, edit, at_ms) if edit else image, into, side)


def _written(image: Image.Image, into: BinaryIO, side: int) -> int:
    image = image.convert("RGB")
    image.thumbnail((side, side), Image.Resampling.BILINEAR)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY)
    return into.write(buffer.getvalue())
