"""What goes into the cache and what comes of it."""

from datetime import datetime

from controlroom.model.frozen import dataclass
from controlroom.model.post import Post
from controlroom.model.stream import Source


@dataclass(frozen=True, slots=True)
class Sighting:
    """A post as it was seen in one read.

    Sightings of one post may arrive in any order and more than once: the later one tells how the
    post stands, profiles and streams add up.

    Attributes:
        seen_at: when the network was read.
        profiles: ids of the profiles it came through.
        streams: ids of the streams it belongs to.
        sources: what was read, where that is known.
    """

    post: Post
    seen_at: datetime
    profiles: tuple[int, ...] = ()
    streams: tuple[int, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Disappearance:
    """A post that was looked for at `seen_at` and is no longer there."""

    network: str
    remote_id: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the posts that a batch made, changed or marked as gone, each in order of time."""

    new: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.updated or self.removed)
