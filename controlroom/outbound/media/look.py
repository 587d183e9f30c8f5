"""Looking at a file somebody attached: what it is, and what it tells that must not leave."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from av import FFmpegError
from PIL import ExifTags, Image

from controlroom.model.outgoing.content import FileKind
from controlroom.outbound.media import clip, photo
from controlroom.outbound.media.errors import NotMedia
from controlroom.outbound.media.made import Looked, Told

_BASE, _IFD = ExifTags.Base, ExifTags.IFD
_DEVICE = {_BASE.Make, _BASE.Model, _BASE.BodySerialNumber, _BASE.LensSerialNumber, _BASE.LensModel}
_TIME = {_BASE.DateTime, _BASE.DateTimeOriginal, _BASE.DateTimeDigitized}
_PERSON = {_BASE.Artist, _BASE.Copyright, _BASE.CameraOwnerName, _BASE.XPAuthor}
_EDITOR = {_BASE.Software, _BASE.ImageDescription, _BASE.UserComment, _BASE.XPComment}
_OF_CLIP = (
    (("location", "iso6709", "©xyz", "gps"), Told.PLACE),
    (("make", "model", "device", "serial", "firmware"), Told.DEVICE),
    (("creation", "date", "timecode"), Told.TIME),
    (("artist", "author", "copyright", "owner"), Told.PERSON),
    (("title", "comment", "description", "software", "encoder", "keywords"), Told.EDITOR),
)
_UNTOLD = {"major_brand", "minor_version", "compatible_brands", "handler_name", "language"}


def look(source: BinaryIO) -> Looked:
    """Returns what a file is. Raises `MediaError`."""
    try:
        image = photo.opened(source)
    except NotMedia:
        source.seek(0)
        return _clip(source)
    if getattr(image, "n_frames", 1) > 1 and image.format == "GIF":
        source.seek(0)
        return _clip(source)
    return _photo(image)


def _photo(image: Image.Image) -> Looked:
    size = image.size
    exif = _exif(image)
    if exif.get(_BASE.Orientation, 1) in (5, 6, 7, 8):
        size = (size[1], size[0])
    told = tuple(dict.fromkeys(_told(image, exif)))
    return Looked(FileKind.PHOTO, Image.MIME.get(image.format or "", ""), *size, told=told)


def _exif(image: Image.Image) -> Image.Exif:
    try:
        return image.getexif()
    except (OSError, ValueError, SyntaxError):
        return Image.Exif()


def _told(image: Image.Image, exif: Image.Exif) -> Iterator[Told]:
    inner = _part(exif, _IFD.Exif)
    tags = exif.keys() | inner.keys()
    if _part(exif, _IFD.GPSInfo):
        yield Told.PLACE
    for wanted, told in (
        (_DEVICE, Told.DEVICE),
        (_TIME, Told.TIME),
        (_PERSON, Told.PERSON),
        (_EDITOR, Told.EDITOR),
    ):
        if tags & wanted:
            yield told
    if _part(exif, _IFD.IFD1) or "mp" in image.info or image.format == "MPO":
        yield Told.THUMBNAIL
    if _BASE.MakerNote in inner:
        yield Told.MAKER
    if image.info.keys() & {"xmp", "photoshop", "comment", "XML:com.adobe.xmp", "Software"}:
        yield Told.EDITOR


def _part(exif: Image.Exif, name: int) -> dict[Any, Any]:
    try:
        return exif.get_ifd(name)
    except (OSError, ValueError, SyntaxError, KeyError):
        return {}


def _clip(source: BinaryIO) -> Looked:
    with clip.opened(source) as container:
        video = container.streams.video[0]
        size = (video.width, video.height)
        first = _first(container)
        if round(getattr(first[1], "rotation", 0)) % 180:
            size = (size[1], size[0])
        told = tuple(dict.fromkeys(_told_by_clip(container)))
        mime = "video/mp4" if "mp4" in container.format.name else f"video/{container.format.name}"
        return Looked(
            FileKind.CLIP,
            mime,
            *size,
            clip.length_ms(container),
            sound=bool(container.streams.audio),
            told=told,
        )


def _first(container: Any) -> tuple[int, Any]:
    try:
        first = next(clip.frames(container, clip.WHOLE_CLIP), None)
    except FFmpegError as error:
        raise NotMedia from error
    if first is None:
        raise NotMedia
    return first


def _told_by_clip(container: Any) -> Iterator[Told]:
    named = [container.metadata, *(stream.metadata for stream in container.streams)]
    for name in (name.lower() for one in named for name in one if name not in _UNTOLD):
        found = [told for words, told in _OF_CLIP if any(word in name for word in words)]
        yield found[0] if found else Told.EDITOR
    if len(container.streams.video) > 1:
        yield Told.THUMBNAIL
    if container.streams.data:
        yield Told.MAKER
