"""Who has the answer to a conversation in hand. Passing: only that it was taken over is recorded.

One desk at a time has the pen of a conversation, from the first letter until the answer is put
forward or left. Others may watch what is written, and ask for it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

ASK_S = 20
"""Seconds a writer has to say no; then whoever asked may take the pen."""


class Ended(StrEnum):
    """How somebody stopped writing."""

    NOT = ""
    SENT = "sent"
    LEFT = "left"
    GONE = "gone"
    """Nothing was heard of their desk for a minute: anybody may begin."""


class Said(StrEnum):
    """What the writer said to whoever asked."""

    NOTHING = ""
    GIVEN = "given"
    KEPT = "kept"


class Taking(StrEnum):
    """Why a pen could be taken, as the record names it."""

    GIVEN = "given"
    UNANSWERED = "unanswered"
    SILENT = "silent"
    AT_ONCE = "at_once"
    """By a supervisor."""
    OWN = "own"
    """From another desk of the same person."""


@dataclass(frozen=True, slots=True)
class Pen:
    """The pen of one conversation.

    Attributes:
        names: keys of the conversation as the writer's desk has them.
        officer: force number of the writer, as the team's database stamps it.
        desk: what the writer's workstation is called.
        since: when they took it, by the database's clock.
        is_mine: this desk has it.
        is_silent: nothing was heard of the writer's desk for half a minute.
        heard_at: when something was heard of it last.
        asker: who asked for it, "" for nobody.
        asked_here: this desk asked.
        said: what the writer said to that.
        left_s: seconds the writer has left to say no, when this was read; by the database's clock.
        former: who had it before and lost it, "" for nobody.
        lost_here: this desk lost it.
    """

    names: tuple[str, ...]
    officer: str
    desk: str
    since: datetime
    is_mine: bool = False
    is_silent: bool = False
    ended: Ended = Ended.NOT
    asker: str = ""
    asked_here: bool = False
    said: Said = Said.NOTHING
    left_s: float = field(default=0.0, compare=False)
    former: str = ""
    lost_here: bool = False
    heard_at: datetime | None = field(default=None, compare=False)
