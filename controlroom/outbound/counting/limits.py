"""What a network takes: dated data from the `[limits]` of `resources/networks`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml
from controlroom.model.errors import OurError
from controlroom.model.outgoing.content import Act
from controlroom.model.server import Server


class Unit(StrEnum):
    """What a network counts."""

    WEIGHTED = "weighted"
    """X: some scripts count twice, an emoji two, a link 23."""
    GRAPHEMES = "graphemes"
    """What a reader takes for one character."""
    CHARACTERS = "characters"
    """UTF-16 units, as JavaScript and Java count."""
    BYTES = "bytes"
    """Of UTF-8."""


@dataclass(frozen=True, slots=True)
class TextLimits:
    """How long a text may be.

    Attributes:
        most: in `unit`s; 0 where the network has no such text.
        most_bytes: of UTF-8 besides, 0 for no such limit.
        per_link: what an address counts, 0 for as many as it has.
        bare_links: an address without "https://" is one as well.
        longest_link: UTF-16 units; a longer address counts as it is written.
        hosts_free: of "@name@host" only "@name" counts.
        leading_free: names at the beginning of a reply do not count.
        hashtags, mentions: most, 0 for as many as one likes.
        refused: characters that the network does not take at all.
    """

    most: int = 0
    unit: Unit = Unit.CHARACTERS
    most_bytes: int = 0
    per_link: int = 0
    bare_links: bool = False
    longest_link: int = 0
    hosts_free: bool = False
    leading_free: bool = False
    hashtags: int = 0
    mentions: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True)
class MediaLimits:
    """What may be attached; sizes in bytes, sides in pixels, 0 for unknown or without end.

    Attributes:
        mixed: photos and clips may stand in one post.
        photo_kinds, clip_kinds: media types the network takes.
        aspect_least, aspect_most: width to height.
        alt: most characters of a description; 0 where the network has none.
        clip_alt: whether a clip takes one.
    """

    photos: int = 0
    clips: int = 0
    mixed: bool = False
    photo_bytes: int = 0
    clip_bytes: int = 0
    photo_side: int = 0
    clip_side: int = 0
    clip_s: int = 0
    aspect_least: float = 0.0
    aspect_most: float = 0.0
    photo_kinds: tuple[str, ...] = ()
    clip_kinds: tuple[str, ...] = ()
    alt: int = 0
    clip_alt: bool = True
    captions: bool = False


@dataclass(frozen=True, slots=True)
class PollLimits:
    """What a poll may be; `options` is 0 where the network has none."""

    options: int = 0
    option: int = 0
    least_min: int = 0
    most_min: int = 0
    multiple: bool = False
    with_media: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything a network takes.

    Attributes:
        texts: by act; what is not named is as a post.
        title: None where posts have none.
        addressed: acts whose text leaves with the name of whoever they are for before it, unless
            it is in it.
        premium: most of a post from a profile that pays the network for more, 0 for no more.
    """

    source: str = ""
    checked: date = date.min
    texts: Mapping[Act, TextLimits] = field(default_factory=dict)
    title: TextLimits | None = None
    media: MediaLimits = MediaLimits()
    poll: PollLimits = PollLimits()
    premium: int = 0
    addressed: tuple[Act, ...] = ()

    def text(self, act: Act = Act.POST) -> TextLimits:
        """Returns how long the text of an act may be."""
        return self.texts.get(act) or self.texts.get(Act.POST) or TextLimits()


class _File(msgspec.Struct):
    limits: Limits = Limits()


@lru_cache(maxsize=256)
def limits_of(network: str, server: Server | None = None, *, premium: bool = False) -> Limits:
    """Returns what a network takes; nothing of one without a file.

    Args:
        server: what the profile's own server says, where it says something.
        premium: the profile pays the network for longer posts.
    """
    limits = _told(network)
    if premium and limits.premium:
        post = replace(limits.text(), most=limits.premium)
        limits = replace(limits, texts={**limits.texts, Act.POST: post})
    return _as_server_says(limits, server) if server is not None else limits


def _told(network: str) -> Limits:
    path = bundled("networks", f"{network}.toml")
    if not path.is_file():
        return Limits()
    try:
        return from_toml(path.read_bytes(), _File).limits
    except msgspec.ValidationError as error:
        raise OurError(f"{path.name}: {error}") from None


def _as_server_says(limits: Limits, server: Server) -> Limits:
    texts = {
        act: replace(
            text,
            most=server.characters or text.most,
            per_link=server.per_link or text.per_link,
        )
        for act, text in limits.texts.items()
    }
    poll = replace(
        limits.poll,
        options=server.poll_options or limits.poll.options,
        option=server.poll_option or limits.poll.option,
        least_min=server.poll_least_min or limits.poll.least_min,
        most_min=server.poll_most_min or limits.poll.most_min,
    )
    return replace(limits, texts=texts, media=_media(limits.media, server), poll=poll)


def _media(media: MediaLimits, server: Server) -> MediaLimits:
    photos = tuple(kind for kind in server.kinds if kind.startswith("image/"))
    clips = tuple(kind for kind in server.kinds if kind.startswith("video/"))
    return replace(
        media,
        photos=server.files or media.photos,
        photo_bytes=server.photo_bytes or media.photo_bytes,
        clip_bytes=server.clip_bytes or media.clip_bytes,
        alt=server.alt or media.alt,
        photo_kinds=photos or media.photo_kinds,
        clip_kinds=clips or media.clip_kinds,
    )
