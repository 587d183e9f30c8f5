"""What a server tells of itself: where it streams, and its own limits.

Servers differ: version 2 of this, version 1, or none at all. What nobody said keeps its default,
which is Mastodon's own.
"""

import re
from dataclasses import dataclass

import msgspec

from controlroom.feeds.errors import NonsenseReceived, NotFound
from controlroom.feeds.networks.mastodon.client import Client
from controlroom.model.decoding import from_json
from controlroom.model.server import Server

_MAJOR = re.compile(r"(\d{1,4})\.")
_KIND = re.compile(r"(?:image|video)/[\w.+-]{1,60}")
_MOST_KINDS = 100
_BEYOND = 1 << 40
_PATHS = ("/api/v2/instance", "/api/v1/instance")


class Urls(msgspec.Struct):
    streaming: str | msgspec.UnsetType | None = msgspec.UNSET
    streaming_api: str | msgspec.UnsetType | None = msgspec.UNSET


class Statuses(msgspec.Struct):
    max_characters: int = 500
    max_media_attachments: int = 4
    characters_reserved_per_url: int = 23


class Attachments(msgspec.Struct):
    supported_mime_types: list[str] = []
    image_size_limit: int = 0
    video_size_limit: int = 0
    description_limit: int = 1500


class Polls(msgspec.Struct):
    max_options: int = 4
    max_characters_per_option: int = 50
    min_expiration: int = 300
    max_expiration: int = 2_629_746


class Configuration(msgspec.Struct):
    urls: Urls = msgspec.field(default_factory=Urls)
    statuses: Statuses = msgspec.field(default_factory=Statuses)
    media_attachments: Attachments = msgspec.field(default_factory=Attachments)
    polls: Polls = msgspec.field(default_factory=Polls)


class Told(msgspec.Struct):
    configuration: Configuration = msgspec.field(default_factory=Configuration)
    urls: Urls = msgspec.field(default_factory=Urls)
    max_toot_chars: int | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Instance:
    """A server.

    Attributes:
        streaming: address it streams from, "" if it does not say; None if it says that it does not.
        version: as it calls itself, "" if it does not.
        characters: most in a post; `per_link` is what an address counts.
        media: most attachments; sizes in bytes, 0 where it does not say.
        poll_s: shortest and longest time a poll may last.
    """

    streaming: str | None = ""
    version: str = ""
    characters: int = 500
    per_link: int = 23
    media: int = 4
    kinds_of_media: tuple[str, ...] = ()
    image_size: int = 0
    video_size: int = 0
    alt_characters: int = 1500
    poll_options: int = 4
    poll_characters: int = 50
    poll_s: tuple[int, int] = (300, 2_629_746)


def instance_of(client: Client) -> Instance:
    """Asks a server about itself. Raises `ReadError`."""
    for path in _PATHS:
        try:
            return read_instance(client.get(path).body, client.host)
        except (NotFound, NonsenseReceived):
            continue
    return Instance()


def read_instance(body: bytes, host: str) -> Instance:
    """Returns what either version says. Raises `NonsenseReceived`."""
    try:
        told = from_json(body, Told)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NonsenseReceived(host=host, reason="nothing of itself") from None
    about, media, polls = _parts(told.configuration)
    return Instance(
        streaming=_streaming(told),
        version=told.version,
        characters=told.max_toot_chars or about.max_characters,
        per_link=about.characters_reserved_per_url,
        media=about.max_media_attachments,
        kinds_of_media=tuple(media.supported_mime_types),
        image_size=media.image_size_limit,
        video_size=media.video_size_limit,
        alt_characters=media.description_limit,
        poll_options=polls.max_options,
        poll_characters=polls.max_characters_per_option,
        poll_s=(polls.min_expiration, polls.max_expiration),
    )


def taken_by(instance: Instance) -> Server:
    """Returns what a server takes; a figure that cannot be meant is as if it had not been told."""
    kinds = [kind for kind in instance.kinds_of_media[:_MOST_KINDS] if _KIND.fullmatch(kind)]
    least, most = instance.poll_s
    return Server(
        characters=_figure(instance.characters),
        per_link=_figure(instance.per_link),
        files=_figure(instance.media),
        kinds=tuple(kinds),
        photo_bytes=_figure(instance.image_size),
        clip_bytes=_figure(instance.video_size),
        alt=_figure(instance.alt_characters),
        poll_options=_figure(instance.poll_options),
        poll_option=_figure(instance.poll_characters),
        poll_least_min=-(-_figure(least) // 60),
        poll_most_min=_figure(most) // 60,
    )


def _figure(told: int) -> int:
    return told if 0 < told < _BEYOND else 0


def knows_keys(version: str) -> bool:
    """Whether a server of this version makes one post of two requests with one key.

    Software that only speaks as Mastodon does says so ("2.7.2 (compatible; Pleroma 2.5.0)"), or has
    versions that begin with 0, as GoToSocial's.
    """
    found = _MAJOR.match(version)
    return found is not None and int(found[1]) >= 2 and "compatible" not in version.casefold()


def _parts(told: Configuration) -> tuple[Statuses, Attachments, Polls]:
    return told.statuses, told.media_attachments, told.polls


def _streaming(told: Told) -> str | None:
    places = (
        told.configuration.urls.streaming,
        told.configuration.urls.streaming_api,
        told.urls.streaming_api,
        told.urls.streaming,
    )
    said = [place for place in places if place is not msgspec.UNSET]
    return next((place for place in said if place), None if said else "")
