"""Boards and their columns: streams as one person sees them."""

from controlroom.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A stream as shown.

    Attributes:
        width: pixels at 100 % text size (280 to 480, interface section 5).
        filter: a query on top of the stream's own, "" for none.
        anchor: id of the post that is being read, 0 for the newest.
        offset: pixels between the top of the column and the top of the anchor.
        pinned: it stands at the left of its board and stays in view.
    """

    id: int
    stream: int
    title: str = ""
    width: int = 308
    filter: str = ""
    paused: bool = False
    anchor: int = 0
    offset: int = 0
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """A tab of columns, left to right."""

    id: int
    name: str
    columns: tuple[Column, ...] = ()
