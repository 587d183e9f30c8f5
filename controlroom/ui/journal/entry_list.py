"""The list of entries: up to millions of rows, of which only those near the view are held."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from controlroom.model.journal import Entry
from controlroom.store.journal.listing import Line
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.list.gutter import scroll_in_gutter
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal.row_paint import Row, paint_row, paint_waiting
from controlroom.ui.journal.stock import Stock
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
NEAR, AHEAD = 1, 3
"""Screens beyond the view that have to be there, and those that are read if one is not."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_O)
SCREENS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
OWN_KEYS = (*STEPS, *OPENING, *SCREENS, *ENDS, Qt.Key.Key_Space, Qt.Key.Key_Period)


class EntryList(Styled, QAbstractScrollArea):
    """Entries, the newest first; one of them is current. What is read never moves.

    Signals:
        lines_wanted: entries are to be read, by their numbers.
        more_wanted: the search is to go on.
        moved: another entry is current; carries it.
        opened: Enter, O or a double press on the current entry.
        unseen: how many new entries stand above what is shown.

    Attributes:
        row_of: makes a row of an entry.
        message: stands in place of the rows while there are none.
    """

    lines_wanted = Signal(object)
    more_wanted = Signal()
    moved = Signal(object)
    opened = Signal()
    unseen = Signal(int)

    def __init__(self, row_of: Callable[[Line], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stock, self.row_of = Stock(), row_of
        self.current, self.new, self.message = 0, 0, ""
        self._rows: dict[int, Row] = {}
        self._asked: set[int] = set()
        self._looks, self._untold = False, False
        scroll_in_gutter(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._look_around)
        self.follow()

    def begin(self, head: int, *, whole: bool) -> None:
        """Shows another list: the whole record up to `head`, or what a search will find in it."""
        (self.stock.begin_whole if whole else self.stock.begin_search)(head)
        self._rows.clear()
        self._asked.clear()
        self._looks = False
        self.current = 0
        self._see(0)
        self.verticalScrollBar().setValue(0)
        self._set_range()
        self._look_around()
        self.viewport().update()
        if self.hasFocus():
            self.go_to(0)

    def take_found(self, lines: Sequence[Line], reached: int) -> None:
        """Takes what a search has found further back."""
        self._looks = False
        self.stock.add_older(lines, reached)
        self._set_range()
        if self.hasFocus() and not self.current:
            self.go_to(0)
        self._look_around()
        self.viewport().update()

    def take_lines(self, lines: Sequence[Line]) -> None:
        """Takes entries that were asked for."""
        self._asked.difference_update(line.seq for line in lines)
        self.stock.keep(lines)
        self._tell()
        first, last = self._rows_in_view(0)
        if any(first <= self.stock.row(line.seq) <= last for line in lines):
            self.viewport().update()

    def take_new(self, lines: Sequence[Line]) -> None:
        """Takes entries that were just made: in view at its top, else above what is shown."""
        follows = not self.verticalScrollBar().value() and not self._is_read()
        came = self.stock.add_newer(lines)
        if not came:
            return
        self._set_range()
        if not follows:
            height = self.row_height()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + came * height)
            self._see(self.new + came)
        self._look_around()
        self.viewport().update()

    def show_newest(self) -> None:
        """Goes to the top; the newest entry becomes current if the keyboard is here."""
        self.verticalScrollBar().setValue(0)
        self._see(0)
        if self.hasFocus():
            self.go_to(0)
        self.viewport().update()

    def line(self) -> Line | None:
        """Returns the current entry if it is here."""
        return self.stock.line(self.current)

    def step(self, step: int) -> None:
        """Makes the next (1) or previous (-1) entry current."""
        self.go_to(max(0, self.stock.row(self.current) + step))

    def go_to(self, row: int) -> None:
        """Makes the entry of a row current, the last one beyond the end."""
        row = min(row, self.stock.count() - 1)
        number = self.stock.number(row)
        if not number or number == self.current:
            return
        before, self.current, self._untold = self.stock.row(self.current), number, True
        self._bring_into_view(row)
        self._draw_row(before)
        self._draw_row(row)
        self._tell()
        self._look_around()

    def choose(self, number: int) -> None:
        """Makes an entry current, if it is in the list."""
        row = self.stock.row(number)
        if row >= 0:
            self.go_to(row)

    def say_nothing(self, message: str) -> None:
        """Says why there is nothing, for as long as there is nothing."""
        self.message = message
        if not self.stock.count():
            self.setAccessibleDescription(message)
        self.viewport().update()

    def forget_words(self) -> None:
        """Has every row told anew: names or the language are others."""
        self._rows.clear()
        self.viewport().update()

    def row_height(self) -> int:
        """Returns the height of a row in pixels."""
        return theme().metrics.height.table_row

    def shown(self) -> list[Row]:
        """Returns the rows in view that have been read."""
        first, last = self._rows_in_view(0)
        numbers = [self.stock.number(row) for row in range(first, last + 1)]
        return [row for number in numbers if (row := self._row(number)) is not None]

    def restyle(self) -> None:
        self._set_range()
        self.viewport().update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Record", "Entries of the record, the newest first"))
        self.forget_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self.viewport()), look_now()
        painter.fillRect(event.rect(), look.palette.bg1)
        if not self.stock.count():
            self._paint_message(painter)
            return
        height, shift = self.row_height(), self.verticalScrollBar().value()
        first = max(0, (shift + event.rect().top()) // height)
        last = min((shift + event.rect().bottom()) // height, self.stock.count() - 1)
        size = QRect(0, 0, self.viewport().width(), height)
        for place in range(first, last + 1):
            number = self.stock.number(place)
            painter.save()
            painter.translate(0, place * height - shift)
            row, current = self._row(number), number == self.current
            if row is None:
                paint_waiting(painter, size, look)
            else:
                paint_row(painter, row, size, look, current=current, focused=self.hasFocus())
            painter.restore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Moves what is drawn already; only what comes into view is drawn."""
        self.viewport().scroll(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_range()
        self._look_around()

    def event(self, event: QEvent) -> bool:
        """Keys that also are commands of the board belong to the list while it has the keyboard."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and Qt.Key(event.key()) in OWN_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in STEPS:
            self.step(STEPS[key])
        elif plain and key in SCREENS:
            self._screen(SCREENS[key])
        elif key is Qt.Key.Key_Space:
            self._screen(-1 if event.modifiers() else 1)
        elif plain and key in ENDS:
            self.go_to(0 if key is Qt.Key.Key_Home else self.stock.count() - 1)
        elif plain and key in OPENING:
            self.opened.emit()
        elif plain and key is Qt.Key.Key_Period:
            self.show_newest()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        y = round(event.position().y()) + self.verticalScrollBar().value()
        row = y // self.row_height()
        if row < self.stock.count():
            self.go_to(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.current and event.reason() is not Qt.FocusReason.MouseFocusReason:
            first, _last = self._rows_in_view(0)
            self.go_to(first)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def _paint_message(self, painter: QPainter) -> None:
        px = theme().metrics.px
        place = QRect(px(14), px(14), self.viewport().width() - px(28), px(20))
        words(painter, place, self.message, theme().palette.text2)

    def _is_read(self) -> bool:
        return self.hasFocus() or self.viewport().underMouse()

    def _see(self, new: int) -> None:
        if new != self.new:
            self.new = new
            self.unseen.emit(new)

    def _row(self, number: int) -> Row | None:
        row = self._rows.get(number)
        line = self.stock.line(number)
        if line is not None and (row is None or row.line is not line):
            if len(self._rows) > 1_000:
                self._rows.clear()
            row = self._rows[number] = self.row_of(line)
        return row

    def _rows_in_view(self, ahead: int) -> tuple[int, int]:
        height, shift = self.row_height(), self.verticalScrollBar().value()
        room = self.viewport().height()
        first = (shift - ahead * room) // height
        last = (shift + (1 + ahead) * room) // height
        return max(0, first), min(last, self.stock.count() - 1)

    def _set_range(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.stock.count() * self.row_height() - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(self.row_height())

    def _look_around(self, *_value: int) -> None:
        """Asks for what is or will soon be in view and is not here."""
        if not self.verticalScrollBar().value():
            self._see(0)
        first, last = self._rows_in_view(NEAR)
        if any(one not in self._asked for one in self.stock.missing(first, last)):
            missing = self.stock.missing(*self._rows_in_view(AHEAD))
            # What was asked for further away is not waited for any more.
            self._asked = set(missing)
            self.lines_wanted.emit(missing)
        if not self.stock.whole and not self._looks and last >= self.stock.count() - 1:
            self._looks = True
            self.more_wanted.emit()

    def _screen(self, step: int) -> None:
        rows = max(1, self.viewport().height() // self.row_height() - 1)
        self.go_to(max(0, self.stock.row(self.current) + step * rows))

    def _tell(self) -> None:
        """Tells of the current entry once it is here."""
        line = self.line()
        if self._untold and line is not None:
            self._untold = False
            row = self._row(self.current)
            self.setAccessibleDescription(row.spoken if row is not None else "")
            if isinstance(line, Entry):
                self.moved.emit(line)

    def _bring_into_view(self, row: int) -> None:
        height, bar = self.row_height(), self.verticalScrollBar()
        top, room = row * height, self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)

    def _draw_row(self, row: int) -> None:
        top = row * self.row_height() - self.verticalScrollBar().value()
        self.viewport().update(0, top, self.viewport().width(), self.row_height())
