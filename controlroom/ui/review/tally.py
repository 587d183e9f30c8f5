"""How many posts a search has found, and how long that took."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.controls.draw import RIGHT, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH = 260


class Tally(Styled, QWidget):
    """A short line; its room is kept free so that nothing beside it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total, self._took, self.text = -1, 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def show_total(self, total: int, took: float) -> None:
        """Shows a number of posts and the seconds it took to find them; -1 while counting."""
        self._total, self._took = total, took
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.px(WIDTH), theme().metrics.height.button_small)

    def retranslate(self) -> None:
        self.text = self._told()
        self.setAccessibleName(self.text)
        self.update()

    def _told(self) -> str:
        if self._total < 0:
            return translate("Review", "counting…")
        number = counted(
            self._total, translate("Review", "{n} post"), translate("Review", "{n} posts")
        )
        seconds = f"{self._took:.2f}".replace(".", language().point)
        return translate("Review", "{posts}, {seconds} s").format(posts=number, seconds=seconds)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        number, comma, rest = self.text.rpartition(", ")
        wide = width_of(comma + rest, Type.SMALL)
        area = self.rect()
        words(painter, area, comma + rest, colours.text3, Type.SMALL, 400, RIGHT)
        area.setRight(area.right() - wide)
        words(painter, area, number, colours.text1, Type.SMALL, 600, RIGHT)
