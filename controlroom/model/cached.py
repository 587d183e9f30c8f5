"""A post as the cache gives it back."""

from datetime import datetime

from controlroom.model.frozen import dataclass
from controlroom.model.post import Post


@dataclass(frozen=True, slots=True)
class CachedPost:
    """A stored post with what we know besides.

    Attributes:
        id: ours; grows with the time of publication.
        profiles: ids of our profiles it came through.
        seen_at: when it was last read from the network.
        gone_at: when it was found to be deleted, None while it stands.
        kept: retention leaves it alone.
        versions: how many versions are stored, 1 for a post never edited.
    """

    id: int
    post: Post
    profiles: tuple[int, ...]
    seen_at: datetime
    gone_at: datetime | None = None
    kept: bool = False
    versions: int = 1
