"""The boards as they stand, saved as they are changed."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from controlroom.model.board import Board, Column
from controlroom.model.errors import WorldError
from controlroom.ui.board import arrange
from controlroom.ui.board.column.desk import BoardDesk

T = TypeVar("T")
log = logging.getLogger(__name__)


class Book(QObject):
    """All open boards, and what was closed since the desk was opened.

    Signals:
        changed: boards or columns have come, gone or changed places.
        failed: a change could not be saved; carries the error.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.boards: list[Board] = []
        self.closed: list[tuple[str, int]] = []
        self.desk: BoardDesk | None = None

    def open(self, desk: BoardDesk, boards: list[Board] | None = None) -> None:
        """Takes the boards of a house, read now if they have not been read ahead."""
        self.desk = desk
        self.boards, self.closed = desk.store.boards() if boards is None else boards, []

    def close(self) -> None:
        """Lets go of them."""
        self.desk, self.boards = None, []

    def find(self, number: int | None) -> Board | None:
        """Returns a board by its id, None if it is not open."""
        return next((one for one in self.boards if one.id == number), None)

    def board_of(self, column: int) -> Board | None:
        """Returns the board a column stands on."""
        return next((one for one in self.boards if arrange.place_of(one, column) >= 0), None)

    def add(self, board: Board) -> Board | None:
        """Adds a board as the last one; returns it with its ids."""
        made = self._save(lambda desk: desk.store.save_board(board))
        if made is not None:
            self.boards.append(made)
            self.changed.emit()
        return made

    def put(self, board: Board) -> None:
        """Saves a board whose columns are others now; waits for it, because of new ids."""
        saved = self._save(lambda desk: desk.store.save_board(board))
        if saved is not None:
            self._replace(saved)
            self.changed.emit()

    def keep(self, column: Column) -> None:
        """Saves a column that has changed, without waiting."""
        board = self.board_of(column.id)
        if board is not None and self.desk is not None:
            self._replace(arrange.with_changed(board, column))
            self.desk.reading.keep(partial(self.desk.store.keep_column, column))

    def close_board(self, board: Board) -> None:
        """Closes a board."""
        self._save(lambda desk: desk.store.close_board(board.id))
        self.closed.append(("board", board.id))
        self.boards.remove(board)
        self.changed.emit()

    def close_column(self, column: int) -> None:
        """Closes a column."""
        board = self.board_of(column)
        if board is not None:
            self._save(lambda desk: desk.store.close_column(column))
            self.closed.append(("column", column))
            self.put(arrange.without_column(board, column))

    def reopen(self) -> None:
        """Opens again what was closed last, in its place."""
        if self.closed:
            self.open_again(*self.closed[-1])

    def open_again(self, kind: str, number: int) -> None:
        """Opens a "board" or a "column" again that was closed, in its place."""
        if (kind, number) in self.closed:
            self.closed.remove((kind, number))
            self._save(partial(_reopen, kind=kind, number=number))
            self.read_again()

    def move_board(self, number: int, step: int) -> None:
        """Moves a board among the tabs."""
        at = [one.id for one in self.boards].index(number) + step
        if 0 <= at < len(self.boards):
            self._save(lambda desk: desk.store.move_board(number, at))
            self.read_again()

    def move_column(self, column: int, to_board: int, at: int) -> None:
        """Puts a column on a board, its own or another."""
        self._save(lambda desk: desk.store.move_column(column, to_board, at))
        self.read_again()

    def rename(self, board: Board, name: str) -> None:
        """Gives a board another name."""
        self.put(replace(board, name=name))

    def read_again(self) -> None:
        """Takes the boards as they are saved."""
        self.boards = self._save(lambda desk: desk.store.boards()) or self.boards
        self.changed.emit()

    def _replace(self, board: Board) -> None:
        self.boards = [board if one.id == board.id else one for one in self.boards]

    def _save(self, change: Callable[[BoardDesk], T]) -> T | None:
        """Saves in the order of all changes and waits; None if it could not be saved."""
        desk = self.desk
        if desk is None:
            return None
        try:
            return desk.reading.keep_now(lambda: change(desk))
        except WorldError as error:
            log.warning("%s", error.told())
            self.failed.emit(error)
            return None


def _reopen(desk: BoardDesk, kind: str, number: int) -> None:
    store = desk.store
    (store.reopen_board if kind == "board" else store.reopen_column)(number)
