"""Facts in two columns, each as long as it is: what, and how it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import bounded
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

Fact = tuple[str, str]
LINE, FIRST, BETWEEN = 18, 116, 3
LONGEST, MOST_LINES = 8_000, 400


class Facts(Styled, QWidget):
    """Values are broken into lines; a screen reader hears them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: Sequence[Fact] = ()
        self._lines: list[tuple[str, list[str]]] = []
        self.follow()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Shows facts; those without a value are left out."""
        self.facts = [(what, bounded(how, LONGEST)) for what, how in facts if how]
        self.setAccessibleName("; ".join(f"{what}: {how}" for what, how in self.facts))
        self.setVisible(bool(self.facts))
        self._lay_out()

    def restyle(self) -> None:
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours, top = QPainter(self), theme().metrics.px, theme().palette, 0
        for what, lines in self._lines:
            left = QRect(0, top, px(FIRST) - px(8), px(LINE))
            words(painter, left, what, colours.text3, Type.SMALL)
            for line in lines:
                right = QRect(px(FIRST), top, self.width() - px(FIRST), px(LINE))
                words(painter, right, line, colours.text1, Type.SMALL)
                top += px(LINE)
            top += px(BETWEEN)

    def _lay_out(self) -> None:
        px = theme().metrics.px
        room = max(px(80), self.width() - px(FIRST))
        self._lines = [(what, _broken(how, room)) for what, how in self.facts]
        rows = sum(len(lines) for _what, lines in self._lines)
        self.setFixedHeight(rows * px(LINE) + len(self._lines) * px(BETWEEN))
        self.update()


def _broken(text: str, room: int) -> list[str]:
    found: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, theme().fonts.font(Type.SMALL))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid() and len(found) < MOST_LINES:
            line.setLineWidth(room)
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
    return found or [""]
