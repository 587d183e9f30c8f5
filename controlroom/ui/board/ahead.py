"""What the board shows first, read on the thread that opens the house, not the window's own."""

from typing import TYPE_CHECKING, NamedTuple

from controlroom.model.errors import WorldError
from controlroom.ui.board.column.facts import Facts, read_facts

if TYPE_CHECKING:
    from controlroom.model.board import Board
    from controlroom.ui.board.around import House


class Ahead(NamedTuple):
    """Boards, read lines and facts of a house.

    With them each column knows from its making what it asks, and asks at once.
    """

    boards: "list[Board]"
    lines: dict[int, int]
    facts: Facts


def read_ahead(house: "House") -> Ahead | None:
    """Returns what was read; None without a cache, or if that cannot be read.

    Whoever needs it then meets the same error in the window's thread, where it is told.
    """
    if house.cache is None:
        return None
    try:
        return Ahead(house.desk.boards(), house.desk.read_up_to(), read_facts(house.cache))
    except WorldError:
        return None
