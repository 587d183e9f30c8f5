"""The right edge of a column: a hairline that can be dragged."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.theme.theme import theme

REACH = 5


class Edge(QWidget):
    """The edge, wide enough for the mouse.

    It lies over the head of the column and borrows the rest of its reach from the scroll bar
    beside it: whatever it lay over would be painted through all layers with each scrolled pixel.

    Signals:
        dragged: by how many pixels, since the last time.
        dropped: the edge was let go.
    """

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from: int | None = None
        self._beside, self._over = beside, 0
        beside.setMouseTracking(True)
        beside.installEventFilter(self)
        self.free(True)

    def free(self, free: bool) -> None:
        """Lets the edge be dragged, or not."""
        shape = Qt.CursorShape.SplitHCursor if free else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setEnabled(free)

    def lie_over(self, height: int) -> None:
        """Covers its whole reach down to a height, a hairline below."""
        if height != self._over:
            self._over = height
            self._cut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what the mouse does to the scroll bar within reach of the edge."""
        if watched is not self._beside or not isinstance(event, QMouseEvent):
            return False
        if not self.isEnabled():
            return False
        near = event.position().x() >= self._beside.width() + 1 - REACH
        if event.type() == QEvent.Type.MouseMove and self._from is None:
            shape = Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor
            self._beside.setCursor(shape)
            return False
        if self._from is None and not (near and event.type() == QEvent.Type.MouseButtonPress):
            return False
        return self.event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), theme().palette.line2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cut()

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

    def _cut(self) -> None:
        line = QRect(self.width() - 1, 0, 1, self.height())
        self.setMask(QRegion(line).united(QRect(0, 0, self.width(), self._over)))
