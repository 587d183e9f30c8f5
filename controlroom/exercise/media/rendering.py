"""From a key to a file: which scene, how large, still or moving."""

import io
from zlib import crc32

from PIL import Image

from controlroom.exercise.media.cache import Cache, File
from controlroom.exercise.media.mp4 import movie
from controlroom.exercise.media.painting import paint
from controlroom.exercise.media.scenes import FACE, SCENES
from controlroom.exercise.world import Media, MediaKind

HELD = 12_000_000
FRAMES_A_SECOND = 4
_LONGEST_MS = 15_000
_LARGEST = 2048
_MOVED = 1.25
"""How much larger the picture is that a clip pans over."""
_cache = Cache(HELD)


def rendered(key: str, media: Media | None = None) -> File:
    """Returns the bytes of a picture or clip, and its content type.

    Args:
        media: how large it is to be, and whether it moves; without it the key's ending tells. An
            image of a clip's key is a still of the clip.
    """
    what = media or Media(key, MediaKind.VIDEO if key.endswith((".mp4", ".gif")) else _IMAGE)
    asked = key, what.kind, what.width, what.height, what.duration_ms
    return _cache.get(asked, lambda: _made(key, what))


_IMAGE = MediaKind.IMAGE


def _made(key: str, media: Media) -> File:
    scene, grain = _drawn(key)
    size = _size(media.width, media.height)
    if media.kind is MediaKind.IMAGE:
        return _picture(scene, grain, size, png=key.endswith(".png"))
    frames = _frames(scene, grain, size, min(_LONGEST_MS, media.duration_ms or 6000))
    if key.endswith(".gif"):
        return _gif(frames), "image/gif"
    pictures = [_jpeg(frame, 70) for frame in frames]
    return movie(pictures, size, 1000 // FRAMES_A_SECOND), "video/mp4"


def _drawn(key: str) -> tuple[str, int]:
    scene = key.partition("-")[0].partition(".")[0]
    name = key.rpartition(".")[0] or key
    return (scene if scene in SCENES else FACE), crc32(name.encode())


def _size(width: int, height: int) -> tuple[int, int]:
    return max(16, min(_LARGEST, width)) // 2 * 2, max(16, min(_LARGEST, height)) // 2 * 2


def _picture(scene: str, grain: int, size: tuple[int, int], *, png: bool) -> File:
    image = paint(scene, grain, size)
    if not png:
        return _jpeg(image, 82), "image/jpeg"
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue(), "image/png"


def _frames(scene: str, grain: int, size: tuple[int, int], length_ms: int) -> list[Image.Image]:
    """Pans slowly over a picture that is larger than the clip."""
    wide = int(size[0] * _MOVED), int(size[1] * _MOVED)
    whole = paint(scene, grain, wide)
    count = max(2, length_ms * FRAMES_A_SECOND // 1000)
    across, down = wide[0] - size[0], wide[1] - size[1]
    frames = []
    for nth in range(count):
        part = nth / (count - 1) if grain & 1 else 1 - nth / (count - 1)
        left, top = int(across * part), int(down * (1 - part) / 2)
        frames.append(whole.crop((left, top, left + size[0], top + size[1])))
    return frames


def _gif(frames: list[Image.Image]) -> bytes:
    out = io.BytesIO()
    pale = [frame.convert("P", palette=Image.Palette.ADAPTIVE, colors=64) for frame in frames]
    pause = 1000 // FRAMES_A_SECOND
    pale[0].save(out, "GIF", save_all=True, append_images=pale[1:], duration=pause, loop=0)
    return out.getvalue()


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
