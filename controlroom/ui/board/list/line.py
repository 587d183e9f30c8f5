"""The rows between cards: lines with a few words, and gaps that say what is missing."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from controlroom.ui.board.list.rows import Row, RowKind
from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme


def paint_row(painter: QPainter, rect: QRect, row: Row) -> None:
    """Draws a row into a rectangle."""
    if row.kind is RowKind.GAP:
        _paint_gap(painter, rect, row)
    else:
        _paint_line(painter, rect, row.text)


def _paint_line(painter: QPainter, rect: QRect, text: str) -> None:
    colours, px = theme().palette, theme().metrics.px
    painter.fillRect(rect, colours.bg1)
    words(painter, rect, text, colours.text3, Type.CAPTION, 400, CENTRE)
    side = (rect.width() - width_of(text, Type.CAPTION)) // 2 - px(8) - px(12)
    middle = rect.center().y()
    for left in (rect.x() + px(12), rect.right() + 1 - px(12) - side):
        painter.fillRect(left, middle, side, 1, colours.line2)


def _paint_gap(painter: QPainter, rect: QRect, row: Row) -> None:
    """A gap is no alert: it has the neutral ground, a hatched edge and words."""
    colours, px = theme().palette, theme().metrics.px
    painter.fillRect(rect, colours.bg3)
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colours.line1)
    for top in range(rect.y(), rect.bottom() - 1, px(6)):
        painter.fillRect(rect.x(), top, 3, min(px(3), rect.bottom() - top), colours.line3)
    draw_icon(painter, "empty", rect.x() + px(13), rect.y() + px(7), px(16), colours.text2)
    line, left = theme().fonts.line(Type.SMALL), rect.x() + px(38)
    first = QRect(left, rect.y() + px(6), rect.right() - left - px(8), line)
    words(painter, first, row.text, colours.text1, Type.SMALL, 600)
    colour = colours.accent if row.can_press else colours.text2
    words(painter, first.translated(0, line + px(1)), row.second, colour, Type.CAPTION)
