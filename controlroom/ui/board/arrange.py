"""Changes to a board, as pure functions of the board."""

from dataclasses import replace

from controlroom.model.board import Board, Column


def with_column(board: Board, column: Column, at: int) -> Board:
    """Returns the board with a column put in at a place."""
    columns = list(board.columns)
    columns.insert(at, column)
    return replace(board, columns=tuple(columns))


def without_column(board: Board, number: int) -> Board:
    """Returns the board without a column."""
    return replace(board, columns=tuple(one for one in board.columns if one.id != number))


def with_changed(board: Board, column: Column) -> Board:
    """Returns the board with one column as it is now."""
    columns = tuple(column if one.id == column.id else one for one in board.columns)
    return replace(board, columns=columns)


def moved(board: Board, number: int, to: int) -> Board:
    """Returns the board with a column moved to a place, the ends being as far as it goes."""
    columns = [one for one in board.columns if one.id != number]
    wanted = [one for one in board.columns if one.id == number]
    at = max(0, min(len(columns), to))
    return replace(board, columns=(*columns[:at], *wanted, *columns[at:]))


def place_of(board: Board, number: int) -> int:
    """Returns where a column is on the board, -1 if it is not there."""
    return next((at for at, one in enumerate(board.columns) if one.id == number), -1)
