"""The columns of a board side by side, as many in view as fit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.gutter import Gutter
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
        self._room = QWidget(self)
        self.follow()

    def room(self) -> QWidget:
        """Returns the parent of the columns."""
        return self._room

    def show_columns(self, columns: Sequence[ColumnView]) -> None:
        """Shows these columns, left to right; those of another board are hidden."""
        wanted = list(columns)
        for gone in self.columns:
            if gone not in wanted:
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
        """Returns the place of the current column, 0 for none."""
        return self.columns.index(self.current) if self.current in self.columns else 0

    def index_of(self, column: ColumnView) -> int:
        """Returns the place of a column, -1 if it is not here."""
        return self.columns.index(column) if column in self.columns else -1

    def arrange(self) -> None:
        """Gives every column its place and width."""
        widths = self._widths()
        over = sum(widths) > self.width()
        height = self.height() - (self._bar.height() if over else 0)
        self._bar.setVisible(over)
        self._bar.setGeometry(0, height, self.width(), self._bar.height())
        self._bar.setRange(0, max(0, sum(widths) - self.width()))
        self._bar.setPageStep(max(1, self.width()))
        self._bar.setSingleStep(theme().metrics.width.column)
        self._room.setGeometry(-self._bar.value(), 0, max(sum(widths), self.width()), height)
        left = 0
        for column, width in zip(self.columns, widths, strict=True):
            column.edge.free(self._is_free())
            column.setGeometry(left, 0, width, height)
            column.show()
            left += width
        self.looked_at.emit()

    def show_column(self, column: ColumnView) -> None:
        """Brings a column into view."""
        place = column.geometry()
        if place.left() < self._bar.value():
            self._bar.setValue(place.left())
        elif place.right() >= self._bar.value() + self.width():
            self._bar.setValue(place.right() + 1 - self.width())

    def in_view(self) -> list[ColumnView]:
        """Returns the columns of which something can be seen."""
        if not self.isVisible():
            return []
        seen = QRect(self._bar.value(), 0, self.width(), max(1, self.height()))
        return [one for one in self.columns if one.geometry().intersects(seen)]

    def place_at(self, x: int) -> int:
        """Returns before which column something dropped at `x` (on the screen) would go."""
        inside = self._room.mapFromGlobal(self._room.rect().topLeft()).x() + x
        return sum(1 for one in self.columns if one.geometry().center().x() < inside)

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

    def _is_free(self) -> bool:
        return theme().metrics.at_full_size(self.window().width()) >= WIDE

    def _widths(self) -> list[int]:
        """In a wide window each has its own width; below, as many as fit share it."""
        px = theme().metrics.px
        if self._is_free():
            return [px(column.model.width) for column in self.columns]
        fitting = max(1, self.width() // theme().metrics.width.column)
        shown = max(1, min(fitting, len(self.columns)))
        share = min(self.width() // shown, theme().metrics.width.column_max)
        spare = self.width() - share * shown if share * shown < self.width() else 0
        extra = spare if spare < shown else 0
        return [share + (1 if place < extra else 0) for place in range(len(self.columns))]

    def _slide(self, value: int) -> None:
        self._room.move(-value, 0)
        self.looked_at.emit()
