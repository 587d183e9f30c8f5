"""What a search gives back."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from controlroom.model.cached import CachedPost
from controlroom.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many posts fit; `more` if counting stopped at `number` ("1,000+")."""

    number: int
    more: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """How the hits are spread.

    Attributes:
        counted: hits looked at, the newest; `more` if there were others beyond them.
        networks, languages, authors, media: hits by network key, language tag, handle and kind of
            media, the most frequent first; a post with two kinds of media counts for both.
        profiles: hits by profile id.
    """

    counted: int
    more: bool
    networks: Mapping[str, int]
    languages: Mapping[str, int]
    authors: Mapping[str, int]
    media: Mapping[str, int]
    profiles: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Histogram:
    """Hits by stretch of time: `counts[n]` from `start + n * step` on, for `step`."""

    start: datetime
    step: timedelta
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FoundConversation:
    """The hits of one conversation.

    Attributes:
        posts: those that were wanted of them, newest first.
        hits: how many there are; `more` if there may be others among its older posts.
        opening: the post it begins with, None if that is not held or may not be seen.
    """

    posts: tuple[CachedPost, ...]
    hits: Count
    opening: CachedPost | None = None


@dataclass(frozen=True, slots=True)
class FoundConversations:
    """Some conversations with hits, those with the newest hit first.

    Attributes:
        before: id below which those that follow have their newest hit.
        last: none follow.
    """

    conversations: tuple[FoundConversation, ...]
    before: int
    last: bool
