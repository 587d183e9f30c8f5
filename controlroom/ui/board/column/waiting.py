"""What a column shows while it has no posts: still grey shapes, or why it is empty."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from controlroom.ui.controls.draw import CENTRE, box, words
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

SHAPES = ((130, 170, 0.96, 0.93, 0.68, 110), (96, 150, 0.9, 0.97, 0.5, 84))
"""Widths of name and second line, shares of three lines of text, width of the footer."""


class Waiting:
    """Either shapes of cards to come (no heading), or an icon, a heading and a sentence."""

    def __init__(self, icon: str = "", heading: str = "", sentence: str = "") -> None:
        self.icon, self.heading, self.sentence = icon, heading, sentence

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draws into the empty list."""
        if self.heading:
            self._explain(painter, area)
        else:
            self._shapes(painter, area)

    def _shapes(self, painter: QPainter, area: QRect) -> None:
        px, top = theme().metrics.px, 0
        for number in range(12):
            if top > area.height():
                return
            top = _shape(painter, area, top, SHAPES[number % len(SHAPES)]) + px(7)
            painter.fillRect(0, top, area.width(), 1, theme().palette.line1)

    def _explain(self, painter: QPainter, area: QRect) -> None:
        px, colours = theme().metrics.px, theme().palette
        top, icon = min(px(150), area.height() // 4), px(24)
        draw_icon(painter, self.icon, area.center().x() - icon // 2, top, icon, colours.text3)
        line = QRect(px(16), top + icon + px(12), area.width() - px(32), px(20))
        words(painter, line, self.heading, colours.text1, Type.LEAD, 600, CENTRE)
        rest = QRect(px(24), line.bottom() + px(6), area.width() - px(48), area.height())
        painter.setFont(theme().fonts.font(Type.BODY))
        painter.setPen(colours.text2)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(rest, int(flags) | int(Qt.TextFlag.TextWordWrap), self.sentence)


def _shape(painter: QPainter, area: QRect, top: int, widths: tuple[float, ...]) -> int:
    px, colour = theme().metrics.px, theme().palette.bg3
    name, second, first_line, second_line, third_line, footer = widths
    left, width = px(12), area.width() - px(20)
    box(painter, QRect(left, top + px(9), px(32), px(32)), px(16), colour)
    for y, wide in ((12, name), (29, second)):
        box(painter, QRect(left + px(40), top + px(y), px(wide), px(9)), 3, colour)
    y = top + px(50)
    for share in (first_line, second_line, third_line):
        box(painter, QRect(left, y, round(width * share), px(9)), 3, colour)
        y += px(18)
    box(painter, QRect(left, y + px(3), px(footer), px(8)), 3, colour)
    return y + px(16)
