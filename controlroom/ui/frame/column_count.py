"""How many of a board's columns are in view: "6 of 8 columns", beside the tabs."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.controls.in_view import InView
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class ColumnCount(Styled, QWidget):
    """Words; there only while not all columns are in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self.text, self._worded = InView(), "", True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.hide()
        self.follow()

    def say(self, shown: InView) -> None:
        """Shows how many columns are in view."""
        self.shown = shown
        self.retranslate()
        self.setVisible(shown.before or shown.after)

    def fit(self, *, worded: bool) -> None:
        """Leaves the last word out where there is little room."""
        self._worded = worded
        self.retranslate()

    def retranslate(self) -> None:
        seen, total = language().figure(self.shown.seen), language().figure(self.shown.total)
        whole = translate("Tabs", "{seen} of {total} columns").format(seen=seen, total=total)
        short = translate("Tabs", "{seen} of {total}").format(seen=seen, total=total)
        self.text = whole if self._worded else short
        self.setAccessibleName(whole)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = theme().metrics.height.board_tabs - 1
        return QSize(width_of(self.text, Type.SMALL) + theme().metrics.px(4), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme().palette.text3
        words(QPainter(self), self.rect(), self.text, colour, Type.SMALL, 400, CENTRE)
