"""What a column shows while it has no posts: still grey shapes, or why it is empty."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, words
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

SHAPES = ((130, 170, 0.96, 0.93, 0.68, 110), (96, 150, 0.9, 0.97, 0.5, 84))
"""Widths of name and second line, shares of three lines of text, width of the footer."""


class Waiting:
    """Either shapes of cards to come (no heading), or an icon, a heading and a sentence.

    Args:
        share: how much of a first read is done, from 0 to 1, and `note` says so in words.
    """

    def __init__(
        self, icon: str = "", heading: str = "", sentence: str = "", *,
        share: float | None = None, note: str = "",
    ) -> None:  # fmt: skip
        self.icon, self.heading, self.sentence = icon, heading, sentence
        self.share, self.note = share, note

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draws into the empty list."""
        if self.heading:
            self._explain(painter, area)
        else:
            self._shapes(painter, area)

    def _shapes(self, painter: QPainter, area: QRect) -> None:
        px, top = theme().metrics.px, 0
        painter.fillRect(area, theme().palette.bg1)
        if self.share is not None and self.note:
            top = self._progress(painter, area)
        for number in range(12):
            if top > area.height():
                return
            top = _shape(painter, area, top, SHAPES[number % len(SHAPES)]) + px(7)
            painter.fillRect(0, top, area.width(), 1, theme().palette.line1)

    def _progress(self, painter: QPainter, area: QRect) -> int:
        px, colours, share = theme().metrics.px, theme().palette, self.share or 0.0
        height, wide = px(40), px(70)
        draw_icon(painter, "sync", px(12), (height - px(14)) // 2, px(14), colours.text2)
        text = QRect(px(34), 0, area.width() - px(34 + 12) - wide, height)
        words(painter, text, self.note, colours.text2, Type.SMALL)
        frame = QRect(area.width() - px(12) - wide, (height - px(6)) // 2, wide, px(6))
        box(painter, frame, 1, colours.bg0, colours.line3)
        done = frame.adjusted(1, 1, -1, -1)
        painter.fillRect(
            done.x(), done.y(), round(done.width() * share), done.height(), colours.text2
        )
        painter.fillRect(0, height, area.width(), 1, colours.line1)
        return height + 1

    def bottom(self, area: QRect) -> int:
        """Returns where the sentence ends, in pixels from the top of the area."""
        rest = self._rest(area)
        flags = int(Qt.TextFlag.TextWordWrap)
        measure = theme().fonts.measure(Type.BODY)
        return rest.y() + measure.boundingRect(rest, flags, self.sentence).height()

    def _explain(self, painter: QPainter, area: QRect) -> None:
        px, colours = theme().metrics.px, theme().palette
        painter.fillRect(area, colours.bg1)
        top, icon = self._top(area), px(24)
        draw_icon(painter, self.icon, area.center().x() - icon // 2, top, icon, colours.text3)
        line = QRect(px(16), top + icon + px(12), area.width() - px(32), px(20))
        words(painter, line, self.heading, colours.text1, Type.LEAD, 600, CENTRE)
        painter.setFont(theme().fonts.font(Type.BODY))
        painter.setPen(colours.text2)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        wrap = int(flags) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self._rest(area), wrap, self.sentence)

    def _rest(self, area: QRect) -> QRect:
        px = theme().metrics.px
        top = self._top(area) + px(24 + 12 + 20 + 6)
        return QRect(px(24), top, area.width() - px(48), area.height())

    @staticmethod
    def _top(area: QRect) -> int:
        return min(theme().metrics.px(150), area.height() // 4)


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
