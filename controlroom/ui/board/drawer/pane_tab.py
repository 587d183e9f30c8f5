"""A tab of the pane beside a thread: a word, how many, and a line below the one shown."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, fill, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

HEIGHT, PAD, GAP, COUNT = 34, 10, 6, 16


class PaneTab(Styled, QAbstractButton):
    """One tab; `number` is shown where it is not 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def say(self, text: str, number: int = 0) -> None:
        """Sets the word and the number."""
        self.number = number
        self.setText(text)
        self.setAccessibleName(f"{text}, {language().figure(number)}" if number else text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = 2 * px(PAD) + width_of(self.text(), Type.SMALL, 600)
        return QSize(width + (px(GAP) + self._count_width() if self.number else 0), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.underMouse() and not self.isChecked():
            fill(painter, self.rect(), colours.bg2)
        ink = colours.text1 if self.isChecked() else colours.text2
        wide = width_of(self.text(), Type.SMALL, 600)
        area = QRect(px(PAD), 0, wide, self.height())
        words(painter, area, self.text(), ink, Type.SMALL, 600 if self.isChecked() else 500)
        if self.number:
            middle = self.height() // 2
            count = QRect(
                area.right() + 1 + px(GAP), middle - px(COUNT) // 2, self._count_width(), px(COUNT)
            )
            box(painter, count, px(COUNT) / 2, colours.bg4)
            figure = language().figure(self.number)
            words(painter, count, figure, colours.text1, Type.CAPTION, 500, CENTRE)
        if self.isChecked():
            fill(painter, QRect(0, self.height() - 2, self.width(), 2), colours.accent)

    def _count_width(self) -> int:
        px = theme().metrics.px
        figure = language().figure(self.number)
        return max(px(COUNT), width_of(figure, Type.CAPTION, 500) + px(10))
