"""Making a photo: upright, covered, cropped, turned, in sRGB, small enough, and nothing besides.

A new file is written from pixels alone, so nothing of the old one's place, device, time, author,
thumbnail or comments can come along.
"""

import io
import warnings
from collections.abc import Iterator
from typing import BinaryIO

from PIL import Image, ImageCms, ImageFilter, ImageOps

from controlroom.outbound.media.edit import Box, Edit, Over
from controlroom.outbound.media.errors import DoesNotFit, NotMedia, TooManyPixels, WrongShape
from controlroom.outbound.media.made import Made
from controlroom.outbound.media.needs import JPEG, PNG, PhotoNeed

MOST_PIXELS = 80_000_000
"""Ours: twice what a telephone of 2026 makes of one picture."""
_READ = ("JPEG", "PNG", "WEBP", "GIF")
_SQUARES = 5
"""Squares along the shorter side of what is blurred: too few for a face or a plate."""
_QUALITIES = (92, 88, 82, 75)
_LEAST_SHARE = 0.2
_MATTE = (255, 255, 255)
_BLACK = (8, 11, 16)


def opened(source: BinaryIO) -> Image.Image:
    """Returns a picture whose size has been looked at before a pixel was read.

    Raises `NotMedia`, `TooManyPixels`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of lists of pictures that are broken
            image = Image.open(source, formats=_READ)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotMedia from error
    if image.width * image.height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise TooManyPixels(width=image.width, height=image.height, most=most)
    return image


def upright(source: BinaryIO) -> Image.Image:
    """Returns a picture as people see it, in sRGB. Raises as `opened`."""
    image = opened(source)
    try:
        image.load()
        return _in_srgb(ImageOps.exif_transpose(image))
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise NotMedia from error


def edited(image: Image.Image, edit: Edit) -> Image.Image:
    """Returns a picture with everything done to it."""
    image = image.copy()
    for over, box in edit.boxes_at(0):
        cover(image, over, box)
    if edit.crop is not None:
        image = image.crop(edit.crop.pixels(*image.size))
    return image.rotate(-edit.turn, expand=True) if edit.turn else image


def cover(image: Image.Image, over: Over, box: Box) -> None:
    """Makes a region of a picture unreadable."""
    place = box.pixels(*image.size)
    if over is Over.BLOCK:
        image.paste(_BLACK, place)
        return
    part = image.crop(place)
    step = max(1, min(part.size) // _SQUARES, max(part.size) // (4 * _SQUARES))
    few = (max(1, part.width // step), max(1, part.height // step))
    soft = part.resize(few, Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)
    image.paste(soft.filter(ImageFilter.GaussianBlur(step / 3)), place)


def make_photo(source: BinaryIO, edit: Edit, need: PhotoNeed, into: BinaryIO) -> Made:
    """Writes a photo as a network takes it. Raises `MediaError`."""
    image = edited(upright(source), edit)
    _refuse_shape(image, need)
    image.thumbnail((need.side, need.side), Image.Resampling.LANCZOS)
    for mime, content, size in _tries(image, need):
        if len(content) <= need.bytes:
            into.write(content)
            return Made(mime, len(content), *size)
    raise DoesNotFit(most=need.bytes >> 20)


def _refuse_shape(image: Image.Image, need: PhotoNeed) -> None:
    shape = image.width * 1000 // image.height
    if need.widest and not need.narrowest <= shape <= need.widest:
        raise WrongShape


def _tries(image: Image.Image, need: PhotoNeed) -> Iterator[tuple[str, bytes, tuple[int, int]]]:
    """Yields the picture in ever smaller files."""
    if image.has_transparency_data and PNG in need.types:
        yield PNG, _png(image), image.size
    image, share = _flat(image), 1.0
    while share > _LEAST_SHARE:
        size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
        smaller = image if share == 1.0 else image.resize(size, Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            yield JPEG, _jpeg(smaller, quality), smaller.size
        share *= 0.8


def _jpeg(image: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True, exif=b"", icc_profile=None)
    return buffer.getvalue()


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    bare = Image.frombytes("RGBA", image.size, image.convert("RGBA").tobytes())
    bare.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _flat(image: Image.Image) -> Image.Image:
    """Returns a picture without transparency, made of its pixels alone."""
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        image = Image.new("RGB", seen.size, _MATTE)
        image.paste(seen, mask=seen.getchannel("A"))
    else:
        image = image.convert("RGB")
    return Image.frombytes("RGB", image.size, image.tobytes())


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode in ("P", "1", "L", "LA", "PA", "I;16", "I"):
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if not profile:
        return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        ours = ImageCms.createProfile("sRGB")
        found = ImageCms.profileToProfile(image, io.BytesIO(profile), ours, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert(mode)
    return found if found is not None else image.convert(mode)
