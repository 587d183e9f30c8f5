"""The picture of whoever wrote the hit, beside the name."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.card.avatar import paint_person
from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.look import look_now
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

SIDE = 36
Find = Callable[[str, QSize], QImage | None]


class Face(Styled, QWidget):
    """Letters where there is no picture, as on a card. It says nothing: the name stands beside it.

    Attributes:
        picture_of: gives the pictures that are there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture_of: Find | None = None
        self._content: CardContent | None = None
        self.follow()

    def show_content(self, content: CardContent) -> None:
        """Shows who wrote this."""
        self._content = content
        self.update()

    def restyle(self) -> None:
        side = theme().metrics.px(SIDE)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._content is not None:
            area = QRect(0, 0, self.width(), self.height())
            paint_person(QPainter(self), area, self._content, look_now(), self.picture_of)
