"""The hatched frame around the whole window of an exercise; it lies over everything and takes
no press."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

THICK, STRIPE, PERIOD = 5, 6, 14


class ExerciseFrame(Styled, QWidget):
    """Keeps to the edges of its window and above all else in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self._fit()
        self.follow()
        self.show()

    def restyle(self) -> None:
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.text1)
        painter.setPen(Qt.PenStyle.NoPen)
        height = self.height()
        for x in range(-height, self.width(), PERIOD):
            corners = ((x, height), (x + STRIPE, height), (x + STRIPE + height, 0), (x + height, 0))
            painter.drawPolygon([QPoint(*corner) for corner in corners])

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
