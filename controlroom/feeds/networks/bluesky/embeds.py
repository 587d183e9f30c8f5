"""What hangs on a post: pictures, video, link cards, and other posts inside it."""

import math
from dataclasses import dataclass
from typing import Any

import msgspec

from controlroom.feeds.networks.bluesky import shape
from controlroom.feeds.networks.bluesky.addresses import web_address
from controlroom.model.decoding import decoder, from_plain
from controlroom.model.post import Media, MediaKind, Quote

_embed = decoder(shape.Embed).decode
_embedded = decoder(shape.Embedded).decode
_named = decoder(shape.Named).decode
_GIF_ENDINGS = (".gif", ".gifv")


@dataclass(frozen=True, slots=True)
class Shown:
    """What an embed comes to."""

    media: tuple[Media, ...] = ()
    quote: Quote | None = None


def shown_of(raw: bytes, *, sensitive: bool = False) -> Shown:
    """Returns what can be read of an embed; one that cannot be read costs only itself."""
    try:
        return _shown(_embed(raw), sensitive=sensitive)
    except (ValueError, RecursionError):
        return Shown()


def _shown(embed: shape.Embed, *, sensitive: bool) -> Shown:
    match embed.type.partition("#")[0]:
        case "app.bsky.embed.images" | "app.bsky.embed.gallery":
            images = embed.images or embed.items
            return Shown(tuple(_image(one, sensitive=sensitive) for one in images))
        case "app.bsky.embed.video":
            return Shown((_video(embed, sensitive=sensitive),))
        case "app.bsky.embed.external" if embed.external and _is_web(embed.external.uri):
            return Shown((_card(embed.external, sensitive=sensitive),))
        case "app.bsky.embed.record":
            return _inside(bytes(embed.record))
        case "app.bsky.embed.recordWithMedia":
            inner = _inside(bytes(_embed(bytes(embed.record)).record))
            media = shown_of(bytes(embed.media), sensitive=sensitive).media
            return Shown(media + inner.media, inner.quote)
    return Shown()


def _image(image: shape.Image, *, sensitive: bool) -> Media:
    width, height = _size(image.aspect_ratio)
    return Media(
        kind=MediaKind.IMAGE,
        url=image.fullsize,
        preview_url=image.thumb or image.thumbnail,
        alt=image.alt or "",
        width=width,
        height=height,
        sensitive=sensitive,
    )


def _video(video: shape.Embed, *, sensitive: bool) -> Media:
    width, height = _size(video.aspect_ratio)
    return Media(
        kind=MediaKind.GIF if video.presentation == "gif" else MediaKind.VIDEO,
        url=video.playlist,
        preview_url=video.thumbnail or "",
        alt=video.alt or "",
        width=width,
        height=height,
        sensitive=sensitive,
    )


def _card(card: shape.External, *, sensitive: bool) -> Media:
    """A link card; animations from elsewhere are link cards on this network too."""
    moving = card.uri.partition("?")[0].lower().endswith(_GIF_ENDINGS)
    words = (card.description, card.title) if moving else (card.title, card.description)
    return Media(
        kind=MediaKind.GIF if moving else MediaKind.OTHER,
        url=card.uri,
        preview_url=card.thumb or "",
        alt=next((told for told in words if told), ""),
        sensitive=sensitive,
    )


def _inside(raw: bytes) -> Shown:
    record = _embedded(raw)
    if record.type.startswith("app.bsky.embed.record#") or record.value is not None:
        handle = record.author.handle if record.author else ""
        text = record.value.text if record.value else ""
        return Shown(quote=Quote(record.uri, handle, text)) if record.uri else Shown()
    address = web_address(record.uri)
    if not address:
        return Shown()
    name = record.display_name or record.name or _name(bytes(record.record))
    name = name or (record.creator.handle if record.creator else "")
    return Shown((Media(MediaKind.OTHER, address, record.avatar or "", name),))


def _name(raw: bytes) -> str:
    try:
        return _named(raw).name
    except (ValueError, RecursionError):
        return ""


def _size(told: Any) -> tuple[int, int]:
    """A size nobody can read is no reason to lose a picture."""
    try:
        ratio = from_plain(told, shape.Ratio)
    except msgspec.ValidationError:
        return 0, 0
    return _pixels(ratio.width), _pixels(ratio.height)


def _pixels(told: float) -> int:
    return int(told) if math.isfinite(told) and 0 < told < 1e6 else 0


def _is_web(address: str) -> bool:
    return address.startswith(("https://", "http://"))
