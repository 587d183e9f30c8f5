"""Boards and columns in windows of their own, remembered for each set of screens."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from controlroom.store.desk.schema import side


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


def save(connection: Connection, one: Side) -> None:
    """Writes a window in place of what was known of it."""
    made = insert(side).values(**asdict(one))
    connection.execute(
        made.on_conflict_do_update(index_elements=["kind", "number", "screens"], set_=made.excluded)
    )


def of_screens(connection: Connection, screens: str) -> list[Side]:
    """Returns the windows of a set of screens."""
    rows = connection.execute(
        select(side).where(side.c.screens == screens).order_by(side.c.kind, side.c.number)
    )
    return [
        Side(row.kind, row.number, row.screens, row.is_out, row.x, row.y, row.width, row.height)
        for row in rows
    ]
