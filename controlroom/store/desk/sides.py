"""Boards and columns in windows of their own, remembered for each set of screens."""

from controlroom.model.frozen import dataclass
from controlroom.store.connection import Connection

_OF_SCREENS = """
SELECT kind, number, screens, is_out, x, y, width, height FROM side
WHERE screens = ? ORDER BY kind, number
"""


@dataclass(frozen=True, slots=True)
class Side:
    """A second window.

    Attributes:
        kind: "board" or "column"; `number` is the id of that.
        screens: names the set of screens this holds for.
        is_out: it stands in a window of its own.
        x, y, width, height: where the window is on the desktop, in pixels.
    """

    kind: str
    number: int
    screens: str
    is_out: bool
    x: int
    y: int
    width: int
    height: int


def of_screens(connection: Connection, screens: str) -> list[Side]:
    """Returns the windows of a set of screens."""
    rows = connection.exec_driver_sql(_OF_SCREENS, (screens,))
    return [_side(*row) for row in rows]


def _side(kind: str, number: int, screens: str, is_out: int, *place: int) -> Side:
    x, y, width, height = place
    return Side(kind, number, screens, bool(is_out), x, y, width, height)
