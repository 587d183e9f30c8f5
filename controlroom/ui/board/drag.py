"""A column being drawn by its head: a mark shows where it would go, in line and in words."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.model.board import Board
from controlroom.ui.board.arrange import place_of
from controlroom.ui.board.drop import stand_of, target_of
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.column.column import ColumnView
    from controlroom.ui.board.stand import Stand

translate = QCoreApplication.translate


class Mark(QWidget):
    """A line between two columns, and words under the pointer; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.x_line, self.text, self.pointer = -1, "", QPoint()
        self.hide()

    def lie_over(self, page: QWidget) -> None:
        """Goes to the page of another window, if the pointer has gone there."""
        if self.parentWidget() is not page:
            self.setParent(page)

    def say(self, x_line: int, text: str, pointer: QPoint) -> None:
        """Shows the line (none below 0) and the words near a place on the screen."""
        self.x_line, self.text, self.pointer = x_line, text, self.mapFromGlobal(pointer)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.x_line >= 0:
            painter.fillRect(self.x_line - 1, 0, 3, self.height(), colours.accent)
        wide = width_of(self.text, Type.SMALL, 500) + px(16)
        left = max(0, min(self.width() - wide, self.pointer.x() + px(12)))
        top = max(0, min(self.height() - px(26), self.pointer.y() + px(16)))
        area = QRect(left, top, wide, px(26))
        box(painter, area, theme().metrics.radius.button, colours.accent_fill)
        words(painter, area, self.text, colours.on_accent, Type.SMALL, 500, CENTRE)


class HeadDrag(QObject):
    """Follows the heads of all columns, in whatever window they stand.

    Attributes:
        mark: shows where the column would go, while one is drawn.
    """

    def __init__(self, stand: "Stand", turn: Callable[[str, int], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._turn = stand.session, turn
        self.mark, self._page = Mark(parent), parent
        self._view: ColumnView | None = None

    def watch(self, view: "ColumnView") -> None:
        """Follows the head of a column for as long as there is one."""
        view.head.title.dragged.connect(lambda place: self._drag(view, place))
        view.head.title.dropped.connect(lambda place: self._drop(view, place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._cancel()
            event.accept()
            return True
        return False

    def _drag(self, view: "ColumnView", place: QPoint) -> None:
        if self._view is None:
            self._view = view
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        target = target_of(self._session, view, place)
        self.mark.lie_over(target.over)
        self.mark.say(target.line, target.words, place)

    def _drop(self, view: "ColumnView", place: QPoint) -> None:
        if self._view is not view:
            return
        self._end()
        target, home = target_of(self._session, view, place), stand_of(self._session, view)
        if target.stand is None:
            self._turn("column", view.model.id)
            return
        if home.is_for_one and target.stand is not home:
            self._turn("column", view.model.id)
        if target.board is not None:
            put_on_board(target.stand, view, target.board)
        elif target.place >= 0:
            _put_between(target.stand, view, target.place, is_new=target.stand is not home)

    def _cancel(self) -> None:
        if self._view is not None:
            self._view.head.title.stop_dragging()
        self._end()

    def _end(self) -> None:
        self._view = None
        self.mark.hide()
        # The window it lies over may be closed.
        self.mark.lie_over(self._page)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]


def _put_between(stand: "Stand", view: "ColumnView", to: int, *, is_new: bool) -> None:
    """Puts a column before another; `to` counts the column itself unless it is new there."""
    before = stand.row.index_of(view)
    if is_new:
        move_to(stand, view, to)
        stand.row.make_current(view)
    elif to not in (before, before + 1):
        move_to(stand, view, to - 1 if to > before else to)


def move_to(stand: "Stand", view: "ColumnView", place: int) -> None:
    """Puts a column at a place among those that stand here."""
    board = stand.board()
    if board is None:
        return
    shown = [one.model.id for one in stand.row.columns if one is not view]
    place = max(0, min(len(shown), place))
    after = shown[place - 1] if place else 0
    order = [one.id for one in board.columns if one.id != view.model.id]
    at = order.index(after) + 1 if after in order else 0
    _move(stand, view, board, at)
    stand.row.show_column(view)


def put_on_board(stand: "Stand", view: "ColumnView", board: Board) -> None:
    """Puts a column at the end of another board."""
    _move(stand, view, board, len(board.columns))


def _move(stand: "Stand", view: "ColumnView", board: Board, at: int) -> None:
    book, number = stand.session.book, view.model.id
    before = book.board_of(number)
    if before is None or (before.id, place_of(before, number)) == (board.id, at):
        return
    back = partial(book.move_column, number, before.id, place_of(before, number))
    book.move_column(number, board.id, at)
    done = translate("Undo", "Column “{name}” moved").format(name=view.title)
    stand.session.undo.offer(done, back)
