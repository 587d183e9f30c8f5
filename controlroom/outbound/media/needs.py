"""What each network takes of photos and clips: dated data in `resources/renditions.toml`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml
from controlroom.model.frozen import dataclass
from controlroom.model.server import Server

JPEG, PNG, MP4 = "image/jpeg", "image/png", "video/mp4"


@dataclass(frozen=True, slots=True)
class PhotoNeed:
    """How a photo has to be.

    Attributes:
        bytes: at most.
        side: pixels of the longer side, at most.
        types: MIME types, the preferred one first.
        narrowest, widest: width by height in thousandths; 0 for any.
    """

    bytes: int
    side: int
    types: tuple[str, ...] = (JPEG,)
    narrowest: int = 0
    widest: int = 0


@dataclass(frozen=True, slots=True)
class ClipNeed:
    """How a clip has to be: MP4 with H.264 and AAC, which every network takes.

    Attributes:
        bytes: at most.
        side: pixels of the longer side, at most.
        most_ms: 0 for any length.
    """

    bytes: int
    side: int
    least_ms: int = 0
    most_ms: int = 0
    fps: int = 60


@dataclass(frozen=True, slots=True)
class Needs:
    """What one network takes.

    Attributes:
        source: the document it stands in.
        alt: characters of a description, 0 where there is none.
        photos: at most in one post, 0 for none.
    """

    source: str
    alt: int
    photos: int
    photo: PhotoNeed | None = None
    clip: ClipNeed | None = None


@dataclass(frozen=True, slots=True)
class _File:
    checked: date
    networks: dict[str, Needs]


@lru_cache(maxsize=1)
def needs() -> dict[str, Needs]:
    """Returns what the networks take, by their keys."""
    raw = bundled("renditions.toml").read_bytes()
    return from_toml(raw, _File).networks


def told_s(ms: int) -> str:
    """Returns seconds, exactly: what is a hair too short is not told as long enough."""
    return f"{ms / 1000:.3f}".rstrip("0").rstrip(".")


def needs_of(servers: Iterable[tuple[str, Server]]) -> dict[str, Needs]:
    """Returns what the networks take, and of servers that told it the strictest of each network.

    A file is made once for a network, whichever of its servers it leaves to.

    Args:
        servers: each with its network.
    """
    found = dict(needs())
    for network, server in servers:
        if network in found:
            found[network] = _stricter(found[network], server)
    return found


def _stricter(known: Needs, server: Server) -> Needs:
    return replace(
        known,
        alt=_least(known.alt, server.alt),
        photos=_least(known.photos, server.files),
        photo=known.photo and _photo(known.photo, server),
        clip=known.clip and _clip(known.clip, server),
    )


def _photo(known: PhotoNeed, server: Server) -> PhotoNeed:
    types = tuple(one for one in known.types if one in server.kinds) or known.types
    return replace(known, bytes=_least(known.bytes, server.photo_bytes), types=types)


def _clip(known: ClipNeed, server: Server) -> ClipNeed | None:
    if server.kinds and MP4 not in server.kinds:
        return None
    return replace(known, bytes=_least(known.bytes, server.clip_bytes))


def _least(known: int, told: int) -> int:
    return min(known, told) if told else known
