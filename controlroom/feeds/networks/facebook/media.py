"""What hangs on posts, comments and messages."""

import math
from collections.abc import Iterator

from controlroom.feeds.networks.facebook import shape
from controlroom.model.post import Media, MediaKind

_DEEPEST = 3
_MOST = 100
_IMAGES = ("photo", "cover_photo", "profile_media", "sticker", "new_album", "album", "image")
_GIFS = ("animated_image_share", "animated_image_video", "animated_image_autoplay")


def media_of(attachments: shape.Attachments | None, text: str) -> tuple[Media, ...]:
    """Returns the media of a post; of an album its pictures, not its cover.

    Args:
        text: of the post; a picture's description that only repeats it describes nothing.
    """
    found = [_medium(one, text) for one in _leaves(attachments)]
    return tuple(one for one in found if one.url or one.preview_url)[:_MOST]


def media_of_comment(attachment: shape.Attachment | None, text: str) -> tuple[Media, ...]:
    """Returns the one thing that can hang on a comment."""
    return media_of(shape.Attachments([attachment]) if attachment else None, text)


def media_of_message(message: shape.Message) -> tuple[Media, ...]:
    """Returns a message's sticker, files and what it shares."""
    files = message.attachments.data if message.attachments else []
    shares = message.shares.data if message.shares else []
    found = [_file(one) for one in files]
    found += [Media(MediaKind.OTHER, one.link or "", alt=one.name or "") for one in shares]
    if message.sticker and all(message.sticker not in (one.url, one.preview_url) for one in found):
        found.insert(0, Media(MediaKind.IMAGE, message.sticker))
    return tuple(one for one in found if one.url or one.preview_url)[:_MOST]


def videos_of(attachments: shape.Attachments | None) -> tuple[str, ...]:
    """Returns the ids of a post's videos."""
    videos = (one for one in _leaves(attachments) if _kind(one) is MediaKind.VIDEO)
    return tuple(str(one.target.id) for one in videos if one.target and one.target.id)


def _leaves(attachments: shape.Attachments | None, deep: int = 0) -> Iterator[shape.Attachment]:
    for one in attachments.data if attachments and deep < _DEEPEST else ():
        if one.subattachments and one.subattachments.data:
            yield from _leaves(one.subattachments, deep + 1)
        else:
            yield one


def _medium(attachment: shape.Attachment, text: str) -> Media:
    kind = _kind(attachment)
    image = (attachment.media and attachment.media.image) or shape.Image()
    shown, source = image.src or "", (attachment.media and attachment.media.source) or ""
    return Media(
        kind=kind,
        url=_address(attachment) if kind is MediaKind.OTHER else source or shown,
        preview_url=shown if source or kind is MediaKind.OTHER else "",
        alt=_alt(attachment, kind, text),
        width=_pixels(image.width),
        height=_pixels(image.height),
    )


def _kind(attachment: shape.Attachment) -> MediaKind:
    told = attachment.type or ""
    if told in _GIFS:
        return MediaKind.GIF
    if told.startswith("video") or attachment.media_type == "video":
        return MediaKind.VIDEO
    if told in _IMAGES or attachment.media_type in ("photo", "album"):
        return MediaKind.IMAGE
    return MediaKind.OTHER


def _address(attachment: shape.Attachment) -> str:
    """A link's own address rather than the detour through Facebook."""
    target = attachment.target.url if attachment.target else None
    return attachment.unshimmed_url or attachment.url or target or ""


def _alt(attachment: shape.Attachment, kind: MediaKind, text: str) -> str:
    """Pictures are described; what a link or sticker is called stands in its title."""
    if kind is MediaKind.OTHER or attachment.type == "sticker":
        return attachment.title or attachment.description or ""
    told = (attachment.description or "").strip()
    return "" if told == text.strip() else told


def _file(file: shape.File) -> Media:
    if file.video_data:
        return _video_file(file.video_data, file.name or "")
    if file.image_data:
        return _image_file(file.image_data)
    sound = (file.mime_type or "").startswith("audio/")
    kind = MediaKind.AUDIO if sound else MediaKind.OTHER
    return Media(kind, file.file_url or "", alt=file.name or "")


def _image_file(image: shape.ImageData) -> Media:
    moving = image.animated_gif_url
    return Media(
        kind=MediaKind.GIF if moving else MediaKind.IMAGE,
        url=moving or image.url or "",
        preview_url=image.preview_url or "",
        width=_pixels(image.width),
        height=_pixels(image.height),
    )


def _video_file(video: shape.VideoData, name: str) -> Media:
    return Media(
        kind=MediaKind.VIDEO,
        url=video.url or "",
        preview_url=video.preview_url or "",
        alt=name,
        width=_pixels(video.width),
        height=_pixels(video.height),
        duration_ms=milliseconds(video.length),
    )


def milliseconds(seconds: float | None) -> int:
    """Returns a length, 0 for none and for an absurd one."""
    return _pixels((seconds or 0) * 1000)


def _pixels(told: float | None) -> int:
    if told is None or not math.isfinite(told) or not 0 <= told < 2**31:
        return 0
    return round(told)
