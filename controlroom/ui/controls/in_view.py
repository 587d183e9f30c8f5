"""How many of several things beside each other are in view, as a value."""

from typing import NamedTuple


class InView(NamedTuple):
    """Columns of a board.

    Attributes:
        seen: those that can be seen whole.
        before, after: whether there are others at the left and at the right of what is seen.
    """

    seen: int = 0
    total: int = 0
    before: bool = False
    after: bool = False
