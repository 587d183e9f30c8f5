"""What is to be done about a shared board, from what it was, is here and is in the record."""

from enum import Enum, auto

from controlroom.model.board_shape import Shape


class Step(Enum):
    """What is to be done."""

    NOTHING = auto()
    SEND = auto()
    NOTE = auto()
    TAKE = auto()
    PART = auto()


def step(mine: Shape, base: Shape | None, theirs: Shape, *, newer: bool, own: bool) -> Step:
    """Returns what is to be done.

    Args:
        mine: the board as it stands here.
        base: as it was taken over last, None if it never was.
        theirs: as the record has it now.
        newer: the record has another entry than the one it was taken over from.
        own: that entry came from here.
    """
    if not newer:
        return Step.NOTHING if mine == theirs else Step.SEND
    if own or mine == theirs:
        return Step.NOTE
    return Step.TAKE if mine == base else Step.PART
