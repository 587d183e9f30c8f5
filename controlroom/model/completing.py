"""How far the conversation around one post has been read from its network."""

from datetime import datetime
from enum import StrEnum

from controlroom.model.frozen import dataclass
from controlroom.model.reading import GapCause


class Stage(StrEnum):
    """How a reading stands."""

    READING = "reading"
    WHOLE = "whole"
    """All that the network gives has been read."""
    PARTLY = "partly"
    """There is more than is read at once."""
    FAILED = "failed"
    NOT_OFFERED = "not_offered"
    """The network gives no conversations to anybody who asks."""
    NO_PROFILE = "no_profile"
    """No profile of ours can ask for it."""


@dataclass(frozen=True, slots=True)
class Completing:
    """What is told of one reading.

    Attributes:
        ticket: chosen by whoever asked.
        cause: why it failed.
        until: when it may be asked for again, where that is known.
    """

    ticket: int
    stage: Stage
    cause: GapCause | None = None
    until: datetime | None = None
