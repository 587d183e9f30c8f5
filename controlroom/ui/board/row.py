"""The columns of a board side by side, as many in view as fit; pinned ones stay at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.board.widths import widths_of
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.metrics import WIDE
from controlroom.ui.theme.theme import theme


class ColumnRow(Styled, QWidget):
    """Columns side by side; one is the current one, on which keys act.

    Signals:
        looked_at: other columns than before are in view.
        current_changed: another column is the current one.
    """

    looked_at = Signal()
    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: list[ColumnView] = []
        self.current: ColumnView | None = None
        self._bar = Gutter(Qt.Orientation.Horizontal, self)
        self._bar.valueChanged.connect(self._slide)
        self._held, self._frame = QWidget(self), QWidget(self)
        self._room = QWidget(self._frame)
        self.follow()

    def room(self) -> QWidget:
        """Returns the parent of the columns."""
        return self._room

    def show_columns(self, columns: Sequence[ColumnView]) -> None:
        """Shows these columns, left to right; those of another board are hidden."""
        wanted = sorted(columns, key=lambda one: not one.model.pinned)
        for gone in self.columns:
            if gone not in wanted and self.isAncestorOf(gone):
                gone.hide()
        self.columns = wanted
        if self.current not in wanted:
            self.make_current(wanted[0] if wanted else None)
        self.arrange()

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
        height, wide = self._fit_bar()
        widths = widths_of(self.columns, self.width(), free=self.is_free())
        held = self._held_columns(widths)
        left = self._line_up(self.columns[:held], widths[:held], self._held, height)
        self._held.setGeometry(0, 0, left, height)
        self._frame.setGeometry(left, 0, max(0, wide - left), height)
        total = self._line_up(self.columns[held:], widths[held:], self._room, height)
        self._room.resize(max(total, self._frame.width()), height)
        self._bar.setRange(0, max(0, total - self._frame.width()))
        self._bar.setPageStep(max(1, self._frame.width()))
        self._bar.setSingleStep(theme().metrics.width.column)
        self._bar.setVisible(self._bar.maximum() > 0)
        self.looked_at.emit()

    def show_column(self, column: ColumnView) -> None:
        """Brings a column into view."""
        if column.parentWidget() is not self._room:
            return
        place = column.geometry()
        if place.left() < self._bar.value():
            self._bar.setValue(place.left())
        elif place.right() >= self._bar.value() + self._frame.width():
            self._bar.setValue(place.right() + 1 - self._frame.width())

    def in_view(self) -> list[ColumnView]:
        """Returns the columns of which something can be seen."""
        if not self.isVisible():
            return []
        seen = QRect(self._bar.value(), 0, self._frame.width(), max(1, self.height()))
        return [
            one
            for one in self.columns
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

    def _fit_bar(self) -> tuple[int, int]:
        widths = widths_of(self.columns, self.width(), free=self.is_free())
        over = sum(widths) > self.width()
        thick = self._bar.sizeHint().height() if over else 0
        self._bar.setGeometry(0, self.height() - thick, self.width(), thick)
        return self.height() - thick, self.width()

    def _held_columns(self, widths: Sequence[int]) -> int:
        """Pinned ones stay in view as long as there is room for another beside them."""
        number = sum(1 for one in self.columns if one.model.pinned)
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
