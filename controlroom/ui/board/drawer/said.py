"""What the line of colleagues says, and what can be done about it there."""

from enum import StrEnum
from typing import NamedTuple


class Press(StrEnum):
    """A button of the line."""

    WATCH = "watch"
    UNWATCH = "unwatch"
    ASK = "ask"
    UNASK = "unask"
    TAKE = "take"
    KEEP = "keep"
    GIVE = "give"


class Said(NamedTuple):
    """What the line says: whose name first, heavier, then the rest.

    Attributes:
        collides: somebody else writes an answer, or wants ours.
        brief: what stands there where the rest has no room.
        presses: what can be done, each with why it cannot, "" if it can.
        about: what is announced once, and not again while only seconds change.
    """

    icon: str
    name: str
    rest: str
    collides: bool = False
    brief: str = ""
    presses: tuple[tuple[Press, str], ...] = ()
    about: str = ""
