"""What a search gives back."""

from collections.abc import Mapping
from datetime import datetime, timedelta

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
