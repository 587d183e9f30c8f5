"""Boards and columns in their order. Closed ones keep their place until they are forgotten."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from controlroom.model.board import Board, Column
from controlroom.store.desk.keeping.tables import board as board_table
from controlroom.store.desk.keeping.tables import board_column
from controlroom.store.desk.order import arranged, moved


def save(connection: Connection, board: Board, now_ms: int) -> Board:
    """Writes a board as it stands and returns it with the ids of what was new (id 0).

    A column it no longer names is closed, not lost.
    """
    number = _save_board(connection, board)
    columns = tuple(_save_column(connection, number, column) for column in board.columns)
    shown = [column.id for column in columns]
    connection.execute(
        update(board_column)
        .where(board_column.c.board_id == number, board_column.c.closed_ms.is_(None))
        .where(board_column.c.id.not_in(shown))
        .values(closed_ms=now_ms)
    )
    _arrange_columns(connection, number, shown)
    return replace(board, id=number, columns=columns)


def keep_column(connection: Connection, column: Column) -> None:
    """Writes a column as it stands now; where it stands, and whether it is open, stay."""
    changed = update(board_column).where(board_column.c.id == column.id)
    connection.execute(changed.values(**_kept_of(column)))


def close_board(connection: Connection, number: int, now_ms: int) -> None:
    """Hides a board."""
    _mark_closed(connection, board_table, number, now_ms)


def close_column(connection: Connection, number: int, now_ms: int) -> None:
    """Hides a column."""
    _mark_closed(connection, board_column, number, now_ms)


def reopen_board(connection: Connection, number: int) -> None:
    """Shows a closed board again, where it was."""
    _mark_closed(connection, board_table, number, None)


def reopen_column(connection: Connection, number: int) -> None:
    """Shows a closed column again, where it was."""
    _mark_closed(connection, board_column, number, None)


def remove_board(connection: Connection, number: int) -> None:
    """Forgets a board, its columns and their marks for good."""
    connection.execute(delete(board_table).where(board_table.c.id == number))


def forget_closed(connection: Connection, before_ms: int) -> None:
    """Forgets for good what was closed before a moment."""
    for table in (board_column, board_table):
        connection.execute(delete(table).where(table.c.closed_ms < before_ms))


def move_board(connection: Connection, number: int, index: int) -> None:
    """Puts an open board at `index` among the open ones."""
    order = moved(_shown(connection, board_table), number, index)
    _place(connection, board_table, arranged(_all(connection, board_table), order))


def move_column(connection: Connection, number: int, to_board: int, index: int) -> None:
    """Puts an open column at `index` among the open ones of a board."""
    connection.execute(
        update(board_column).where(board_column.c.id == number).values(board_id=to_board)
    )
    inside = board_column.c.board_id == to_board
    _arrange_columns(
        connection, to_board, moved(_shown(connection, board_column, inside), number, index)
    )


def _mark_closed(connection: Connection, table: Table, number: int, ms: int | None) -> None:
    connection.execute(update(table).where(table.c.id == number).values(closed_ms=ms))


def _save_board(connection: Connection, board: Board) -> int:
    made = insert(board_table).values(
        id=board.id or None, name=board.name, place=len(_all(connection, board_table))
    )
    changed = made.on_conflict_do_update(
        index_elements=["id"], set_={"name": board.name, "closed_ms": None}
    )
    return _number(connection, changed.returning(board_table.c.id))


def _save_column(connection: Connection, board: int, column: Column) -> Column:
    values = {"board_id": board, "closed_ms": None, **_kept_of(column)}
    made = insert(board_column).values(id=column.id or None, place=0, **values)
    changed = made.on_conflict_do_update(index_elements=["id"], set_=values)
    return replace(column, id=_number(connection, changed.returning(board_column.c.id)))


def _kept_of(column: Column) -> dict[str, Any]:
    return {
        "stream": column.stream, "title": column.title, "width": column.width,
        "filter": column.filter, "paused": column.paused, "anchor": column.anchor,
        "offset": column.offset, "pinned": column.pinned,
    }  # fmt: skip


def _arrange_columns(connection: Connection, board: int, shown: Sequence[int]) -> None:
    before = _all(connection, board_column, board_column.c.board_id == board)
    _place(connection, board_column, arranged(before, shown))


def _place(connection: Connection, table: Table, order: Sequence[int]) -> None:
    if order:
        connection.execute(
            update(table).where(table.c.id == bindparam("number")).values(place=bindparam("at")),
            [{"number": number, "at": at} for at, number in enumerate(order)],
        )


def _all(connection: Connection, table: Table, *where: Any) -> list[int]:
    asked = select(table.c.id).where(*where).order_by(table.c.place, table.c.id)
    return list(connection.scalars(asked))


def _shown(connection: Connection, table: Table, *where: Any) -> list[int]:
    return _all(connection, table, table.c.closed_ms.is_(None), *where)


def _number(connection: Connection, statement: Any) -> int:
    return int(connection.execute(statement).scalar_one())
