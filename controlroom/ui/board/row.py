"""The columns of a board side by side, as many in view as fit; pinned ones stay at the left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from controlroom.model.board import Column
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.board.widths import widths_of
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.metrics import WIDE
from controlroom.ui.theme.theme import theme

ViewOf = Callable[[Column, bool], ColumnView]
LATER_MS = 150
"""After which the columns out of view are made: the posts of those in view come first."""


class ColumnRow(Styled, QWidget):
    """Columns side by side; one is the current one, on which keys act.

    Of a board that was not shown before, the columns in view are made first. The others have their
    room at once and are made one by one when those have had the time to show their posts, or all of
    them when somebody asks for `columns`.

    Signals:
        looked_at: other columns than before are in view.
        current_changed: another column is the current one.
    """

    looked_at = Signal()
    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[ColumnView] = []
        self._late: list[Column] = []
        self._view_of: ViewOf | None = None
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._make_one)
        self.current: ColumnView | None = None
        self._bar = Gutter(Qt.Orientation.Horizontal, self)
        self._bar.valueChanged.connect(self._slide)
        self._held, self._frame = QWidget(self), QWidget(self)
        self._room = QWidget(self._frame)
        self.follow()

    def room(self) -> QWidget:
        """Returns the parent of the columns."""
        return self._room

    @property
    def columns(self) -> list[ColumnView]:
        """The columns, left to right."""
        while self._late:
            self._make_one()
        return self._columns

    def show_columns(self, columns: Sequence[Column], view_of: "ViewOf") -> None:
        """Shows these columns, left to right; those of another board are hidden.

        Args:
            view_of: gives the view of a column, and is told whether it will be in view.
        """
        wanted = sorted(columns, key=lambda one: not one.pinned)
        seen = self._number_in_view(wanted)
        first = max(seen, self._number_made(wanted))
        self._view_of = view_of
        before, had_keyboard = self.current, self._has_keyboard()
        made = [view_of(one, place < seen) for place, one in enumerate(wanted[:first])]
        self._take(made, wanted[first:])
        self.arrange()
        if had_keyboard and self.current is not None and self.current is not before:
            # Else it would be at whatever control comes next in the window.
            self.current.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Shows no columns any more."""
        self._take([], [])
        self.arrange()

    def let_go(self) -> None:
        """Shows no columns any more, and takes none along when its window goes."""
        gone = [one for one in self._columns if self.isAncestorOf(one)]
        self.clear()
        for view in gone:
            view.setParent(None)

    def sleep(self) -> None:
        """Lets all columns know that they cannot be seen."""
        for view in self._columns:
            view.sleep()

    def make_current(self, column: ColumnView | None) -> None:
        """Makes a column the current one."""
        if column is self.current:
            return
        for one in (self.current, column):
            if one is not None:
                one.head.mark(one is column)
        self.current = column
        self.current_changed.emit()

    def index(self) -> int:
        """Returns the place of the current column, 0 if there is none."""
        return self.index_of(self.current) if self.current else 0

    def index_of(self, column: ColumnView) -> int:
        """Returns the place of a column, -1 if it is not here."""
        return self.columns.index(column) if column in self.columns else -1

    def arrange(self, *_any: object) -> None:
        """Gives each column its place and width."""
        self._place()
        self.looked_at.emit()

    def _place(self) -> None:
        height, wide = self._fit_bar()
        widths = self._widths()
        made = len(self._columns)
        held = min(made, self._held_columns(widths))
        left = self._line_up(self._columns[:held], widths[:held], self._held, height)
        self._held.setGeometry(0, 0, left, height)
        self._frame.setGeometry(left, 0, max(0, wide - left), height)
        total = self._line_up(self._columns[held:], widths[held:made], self._room, height)
        total += sum(widths[made:])
        self._room.resize(max(total, self._frame.width()), height)
        self._bar.setRange(0, max(0, total - self._frame.width()))
        self._bar.setPageStep(max(1, self._frame.width()))
        self._bar.setSingleStep(theme().metrics.width.column)
        self._bar.setVisible(self._bar.maximum() > 0)

    def show_column(self, column: ColumnView) -> None:
        """Brings a column into view."""
        if column.parentWidget() is not self._room:
            return
        place = column.geometry()
        if place.left() < self._bar.value():
            self._bar.setValue(place.left())
        elif place.right() >= self._bar.value() + self._frame.width():
            self._bar.setValue(place.right() + 1 - self._frame.width())

    def slide(self, step: int) -> None:
        """Brings the next column at the right (1) or the left (-1) of what is seen into view."""
        start, end = self._bar.value(), self._bar.value() + self._frame.width()
        loose = [one for one in self.columns if one.parentWidget() is self._room]
        right = [one.geometry().right() + 1 for one in loose if one.geometry().right() >= end]
        left = [one.x() for one in loose if one.x() < start]
        if step > 0 and right:
            value = right[0] - self._frame.width()
            # Where columns share the width, they differ by a pixel, of which nothing is to stay.
            near = [one.x() for one in loose if 0 <= one.x() - value < len(loose)]
            self._bar.setValue((near or [value])[0])
        elif step < 0 and left:
            self._bar.setValue(left[-1])

    def can_slide(self, step: int) -> bool:
        """Returns whether there are columns at the right (1) or the left (-1) of what is seen."""
        value = self._bar.value()
        return value < self._bar.maximum() if step > 0 else value > self._bar.minimum()

    def whole_in_view(self) -> int:
        """Returns how many columns can be seen from edge to edge."""
        seen = QRect(self._bar.value(), 0, self._frame.width(), max(1, self.height()))
        return sum(
            one.parentWidget() is self._held or seen.contains(one.geometry())
            for one in self._columns
        )

    def number(self) -> int:
        """Returns how many columns there are, those not made yet among them."""
        return len(self._columns) + len(self._late)

    def in_view(self) -> list[ColumnView]:
        """Returns the columns of which something can be seen."""
        if not self.isVisible():
            return []
        seen = QRect(self._bar.value(), 0, self._frame.width(), max(1, self.height()))
        return [
            one
            for one in self._columns
            if one.parentWidget() is self._held or one.geometry().intersects(seen)
        ]

    def place_at(self, x: int) -> int:
        """Returns before which column something dropped at `x` (on the screen) would go."""
        return sum(1 for one in self.columns if self._on_screen(one).center().x() < x)

    def edge_of(self, place: int) -> int:
        """Returns where the gap before a column is, in pixels from the left of the row."""
        if not self.columns:
            return 0
        last = self._on_screen(self.columns[min(place, len(self.columns)) - 1])
        x = last.right() + 1 if place else self._on_screen(self.columns[0]).left()
        return max(1, min(self.width() - 2, self.mapFromGlobal(QPoint(x, 0)).x()))

    def is_free(self) -> bool:
        """Returns whether each column has its own width; in a narrow window they share it."""
        return theme().metrics.at_full_size(self.window().width()) >= WIDE

    def restyle(self) -> None:
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().palette.bg1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = event.angleDelta().x() or event.angleDelta().y()
        self._bar.setValue(self._bar.value() - step)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def _take(self, made: list[ColumnView], late: list[Column]) -> None:
        heir = self._heir(made)
        for gone in self._columns:
            if gone not in made and self.isAncestorOf(gone):
                gone.hide()
        self._columns, self._late = made, late
        if late:
            self._soon.start(LATER_MS)
        self.make_current(heir)

    def _heir(self, made: list[ColumnView]) -> ColumnView | None:
        """Returns the current column, or if it leaves the one that follows it."""
        shown = self._columns
        at = shown.index(self.current) if self.current in shown else 0
        near = (one for one in (*shown[at:], *reversed(shown[:at])) if one in made)
        return next(near, made[0] if made else None)

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return self.current is not None and focused is not None and self.isAncestorOf(focused)

    def _make_one(self) -> None:
        """Makes the next of the columns that cannot be seen yet."""
        if self._late and self._view_of is not None:
            self._columns.append(self._view_of(self._late.pop(0), False))
            self._place()
        self._soon.setInterval(0)
        if not self._late:
            self._soon.stop()
            self.looked_at.emit()

    def _models(self) -> list[Column]:
        return [*(one.model for one in self._columns), *self._late]

    def _widths(self) -> list[int]:
        return widths_of(self._models(), self.width(), free=self.is_free())

    def _number_made(self, columns: Sequence[Column]) -> int:
        """Returns how many of these columns cannot come later: none, if all are of another board.

        Where a board has changed somebody may look for any of its columns at once.
        """
        shown, wanted = [one.id for one in self._models()], [one.id for one in columns]
        if shown == wanted:
            return len(self._columns)
        return len(wanted) if set(shown) & set(wanted) else 0

    def _number_in_view(self, columns: Sequence[Column]) -> int:
        """Returns how many columns it takes, from the left, to fill what can be seen."""
        end, left, number = self._bar.value() + self.width(), 0, 0
        for width in widths_of(columns, self.width(), free=self.is_free()):
            if left >= end and number:
                break
            left, number = left + width, number + 1
        return number

    def _fit_bar(self) -> tuple[int, int]:
        over = sum(self._widths()) > self.width()
        thick = self._bar.sizeHint().height() if over else 0
        self._bar.setGeometry(0, self.height() - thick, self.width(), thick)
        return self.height() - thick, self.width()

    def _held_columns(self, widths: Sequence[int]) -> int:
        """Pinned ones stay in view as long as there is room for another beside them."""
        number = sum(1 for one in self._models() if one.pinned)
        room = self.width() - theme().metrics.width.column_min
        while number and sum(widths[:number]) > room:
            number -= 1
        return number

    def _line_up(
        self, columns: Sequence[ColumnView], widths: Sequence[int], parent: QWidget, height: int
    ) -> int:
        left = 0
        for column, width in zip(columns, widths, strict=True):
            if column.parentWidget() is not parent:
                column.setParent(parent)
            column.edge.free(self.is_free())
            column.setGeometry(left, 0, width, height)
            column.show()
            left += width
        return left

    @staticmethod
    def _on_screen(column: ColumnView) -> QRect:
        return QRect(column.mapToGlobal(QPoint(0, 0)), column.size())

    def _slide(self, value: int) -> None:
        self._room.move(-value, 0)
        self.looked_at.emit()
