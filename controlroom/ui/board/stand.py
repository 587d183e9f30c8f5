"""A place where columns stand side by side: the page of the desk, or a second window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.model.board import Board, Column
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.row import ColumnRow

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.around import Host
    from controlroom.ui.board.session import Session


class Stand(QObject):
    """A row of columns of one board.

    Attributes:
        host: the window it stands in.
        wanted: says of a column whether it stands here.
        is_for_one: it shows a single column, and no other can be put here.
        asked: the post that commands are asked about, None for the one that has the keyboard.

    Signals:
        shown: other columns than before stand here.
    """

    shown = Signal()

    def __init__(self, session: "Session", host: "Host", parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.host = session, host
        self.row = ColumnRow(parent)
        self.wanted: Callable[[Column], bool] = lambda _column: True
        self.is_for_one = False
        self._board: Callable[[], int | None] = lambda: None
        self.asked: tuple[ColumnView, CachedPost] | None = None
        self.row.looked_at.connect(session.look)
        session.stands.append(self)

    def follow(self, board: Callable[[], int | None]) -> None:
        """Shows whichever board this returns the id of."""
        self._board = board

    def board(self) -> Board | None:
        """Returns the board that is shown."""
        return self.session.book.find(self._board())

    def columns(self) -> list[Column]:
        """Returns the columns that belong here, as they are saved; none without an open house."""
        board = self.board()
        columns = board.columns if board is not None and self.session.desk is not None else ()
        return [one for one in columns if self.wanted(one)]

    def view(self) -> ColumnView | None:
        """Returns the current column."""
        return self.row.current

    def show(self) -> None:
        """Shows the columns that belong here now."""
        self.row.show_columns(self.columns(), self._view_of)
        self.session.look()
        self.shown.emit()

    def enter(self, view: ColumnView) -> None:
        """Moves the keyboard into a column and brings it into view."""
        if not is_covered():
            self.row.make_current(view)
            self.row.show_column(view)
            view.list.caret.take()

    def come_to(self, number: int) -> None:
        """Moves the keyboard into a column by its id, if it stands here; that reads nothing."""
        for view in [one for one in self.row.columns if one.model.id == number]:
            self.row.make_current(view)
            self.row.show_column(view)
            view.list.setFocus()

    @contextmanager
    def asking_about(self, view: ColumnView, post: "CachedPost") -> Iterator[None]:
        """Has commands asked for their reasons as if the keyboard were on a post of a column."""
        self.asked = view, post
        try:
            yield
        finally:
            self.asked = None

    def leave(self) -> None:
        """Ends: its columns may stand elsewhere."""
        self.row.let_go()
        self.session.stands.remove(self)

    def _view_of(self, column: Column, in_view: bool) -> ColumnView:
        """Returns a column; what it shows is read while those beside it are being made."""
        desk = self.session.desk
        assert desk is not None
        view = self.session.views.of(column, desk, self.row.room())
        if in_view and desk.facts.known:
            view.wake()
        return view


def is_covered() -> bool:
    """A panel that has the keyboard keeps it: single keys must not reach below it."""
    from controlroom.ui.layers.layer import Panel

    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Panel):
        widget = widget.parentWidget()
    return widget is not None
