"""How far a source has been read, and what is missing from it."""

from datetime import datetime
from enum import StrEnum

from controlroom.model.frozen import dataclass
from controlroom.model.stream import Source


class GapCause(StrEnum):
    """Why something was not read when it should have been."""

    NETWORK_DOWN = "network_down"
    TOKEN_EXPIRED = "token_expired"
    PERMISSION_MISSING = "permission_missing"
    NOT_FOUND = "not_found"
    BUDGET_USED = "budget_used"
    NONSENSE = "nonsense"
    NOT_READING = "not_reading"
    ASLEEP = "asleep"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source stands.

    From `complete_from` to `complete_to` everything is in the cache, except for the gaps.

    Attributes:
        id: ours, 0 before it is first saved.
        mark: what the feed wants back to know where it was; only the feed understands it.
        trouble: why the last read failed, None if it did not.
    """

    source: Source
    id: int = 0
    mark: str = ""
    complete_from: datetime | None = None
    complete_to: datetime | None = None
    trouble: GapCause | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time from which posts of a source may be missing.

    Attributes:
        id: ours, 0 before it is first saved.
        source: id of the source's state.
        ends: None while it is still growing.
        older: where the feed goes on to fill it, "" for from the newest post.
        mark: where the filling ends.
        filled_at: when nothing was missing any more, None until then.
        lost: the network does not give the missing part any more.
    """

    source: int
    begins: datetime
    cause: GapCause
    found_at: datetime
    id: int = 0
    ends: datetime | None = None
    older: str = ""
    mark: str = ""
    filled_at: datetime | None = None
    lost: bool = False
