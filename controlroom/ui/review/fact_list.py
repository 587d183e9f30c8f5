"""Facts in two columns: what, and how it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

Fact = tuple[str, str]
LINE, FIRST = 21, 124


class FactList(Styled, QWidget):
    """One line for each fact; a screen reader hears them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: Sequence[Fact] = ()
        self.follow()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Shows facts; one without a name belongs to the one above it."""
        self.facts = facts
        self.setAccessibleName("; ".join(f"{what}: {how}" if what else how for what, how in facts))
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(len(self.facts) * theme().metrics.px(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        for number, (what, how) in enumerate(self.facts):
            top = number * px(LINE)
            left = QRect(0, top, px(FIRST) - px(8), px(LINE))
            right = QRect(px(FIRST), top, self.width() - px(FIRST), px(LINE))
            words(painter, left, what, colours.text3, Type.SMALL)
            words(painter, right, how, colours.text1, Type.SMALL)
