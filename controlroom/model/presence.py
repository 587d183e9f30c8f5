"""Who is at which desk now, and what they have in hand. Passing: none of it is recorded."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_DESK = 60


def desk_called(name: str) -> str:
    """Returns what a workstation is called among the others; cut where that is too long."""
    return "".join(one for one in name if one.isprintable())[:LONGEST_DESK] or "-"


class Doing(StrEnum):
    """What somebody does at a desk."""

    HERE = "here"
    READING = "reading"
    TYPING = "typing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody at a desk.

    Attributes:
        officer: force number, as the team's database stamps it.
        desk: what that workstation is called.
        about: key of the conversation, "" for none.
        since: when this began, by the database's clock.
    """

    officer: str
    desk: str
    doing: Doing
    about: str
    since: datetime
