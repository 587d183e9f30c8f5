"""A strip of the frame: a ground, and a hairline at one edge."""

from enum import Enum, auto

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.draw import fill
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme


class Edge(Enum):
    """Where a strip has its hairline."""

    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()


class Bar(Styled, QWidget):
    """A strip on the ground of the frame."""

    edge = Edge.BOTTOM
    ground = "bg0"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        fill(painter, self.rect(), getattr(colours, self.ground))
        width, height = self.width(), self.height()
        line = {
            Edge.TOP: (0, 0, width, 1),
            Edge.BOTTOM: (0, height - 1, width, 1),
            Edge.RIGHT: (width - 1, 0, 1, height),
        }[self.edge]
        fill(painter, QRect(*line), colours.line1)
