"""The hatched frame around the whole window of an exercise; it lies over everything and takes
no press."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect

THICK, STRIPE, PERIOD = 5, 6, 14


class ExerciseFrame(Styled, QWidget):
    """Keeps to the edges of its window and above all else in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tile = QPixmap()
        window.installEventFilter(self)
        self._fit()
        self.follow()
        self.show()

    def restyle(self) -> None:
        self._tile = _hatched()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Whatever changes at the edge of the window is painted with the frame over it.
        for rect in cast("Iterable[QRect]", event.region()):
            painter.drawTiledPixmap(rect, self._tile, rect.topLeft())

    def _fit(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        thick = theme().metrics.px(THICK)
        whole = window.rect()
        self.setGeometry(whole)
        edge = QRegion(whole) - QRegion(whole.adjusted(thick, thick, -thick, -thick))
        self.setMask(edge)
        self.raise_()


def _hatched() -> QPixmap:
    """Returns stripes that go on over all edges of the picture."""
    tile, colours = QPixmap(PERIOD, PERIOD), theme().palette
    tile.fill(colours.bg2)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colours.text1)
    painter.setPen(Qt.PenStyle.NoPen)
    for x in (-PERIOD, 0):
        corners = ((x, PERIOD), (x + STRIPE, PERIOD), (x + STRIPE + PERIOD, 0), (x + PERIOD, 0))
        painter.drawPolygon([QPoint(*corner) for corner in corners])
    painter.end()
    return tile
