"""A hairline between two things."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.controls.draw import fill
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme


class Rule(Styled, QWidget):
    """An upright hairline of a given height."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(1, theme().metrics.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), theme().palette.line1)
