"""What stands across the whole window: an exercise, a hold or an incident."""

from enum import IntEnum
from typing import NamedTuple


class BannerKind(IntEnum):
    """What a banner is about, in the order from top to bottom."""

    EXERCISE = 0
    HOLD = 1
    INCIDENT = 2


class Banner(NamedTuple):
    """What a banner says, in the language in force.

    Attributes:
        tag: one or two words on the solid ground at the left.
        text: the sentence.
        details: quieter parts after it.
        commands: ids of commands that stand as buttons at the right.
    """

    kind: BannerKind
    tag: str
    text: str
    details: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
