"""The right edge of a column: a hairline that can be dragged."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.theme.theme import theme

REACH = 5


class Edge(QWidget):
    """The edge, wide enough for the mouse.

    Signals:
        dragged: by how many pixels, since the last time.
        dropped: the edge was let go.
    """

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from: int | None = None
        self.free(True)

    def free(self, free: bool) -> None:
        """Lets the edge be dragged, or not."""
        shape = Qt.CursorShape.SplitHCursor if free else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setEnabled(free)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), theme().palette.line2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = round(event.globalPosition().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            place = round(event.globalPosition().x())
            self.dragged.emit(place - self._from)
            self._from = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        self.dropped.emit()
