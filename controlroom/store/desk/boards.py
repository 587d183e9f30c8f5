"""Boards and their columns, as they stand."""

from typing import Any

from controlroom.model.board import Board, Column
from controlroom.store.connection import Connection

_COLUMNS = """
SELECT board_id, id, stream, title, width, filter, paused, anchor, offset, pinned
FROM board_column WHERE closed_ms IS NULL ORDER BY place
"""
_BOARDS = "SELECT id, name FROM board WHERE closed_ms IS NULL ORDER BY place"


def boards(connection: Connection) -> list[Board]:
    """Returns the open boards with their open columns, both in order."""
    shown: dict[int, list[Column]] = {}
    for board, *row in connection.exec_driver_sql(_COLUMNS):
        shown.setdefault(board, []).append(_column(*row))
    found = connection.exec_driver_sql(_BOARDS)
    return [Board(number, name, tuple(shown.get(number, ()))) for number, name in found]


def _column(number: int, *row: Any) -> Column:
    stream, title, width, narrowed, paused, anchor, offset, pinned = row
    return Column(
        id=number,
        stream=stream,
        title=title,
        width=width,
        filter=narrowed,
        paused=bool(paused),
        anchor=anchor,
        offset=offset,
        pinned=bool(pinned),
    )
