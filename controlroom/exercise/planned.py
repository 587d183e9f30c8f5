"""Injects as they stand: planned, held, sent or skipped."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from controlroom.exercise.scenario.plan import Inject


class InjectState(StrEnum):
    """How an inject stands."""

    WAITING = "waiting"
    HELD = "held"
    SENT = "sent"
    SKIPPED = "skipped"


@dataclass(slots=True)
class Planned:
    """An inject and what became of it.

    Attributes:
        at: when it is, or was, planned for.
        sent_at: when it was sent, None while it was not.
        posts: numbers of the posts it made so far.
    """

    inject: Inject
    at: datetime
    state: InjectState = InjectState.WAITING
    sent_at: datetime | None = None
    posts: list[int] = field(default_factory=list)
