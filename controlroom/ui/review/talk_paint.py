"""Draws what stands above the hits of a conversation, and what joins them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.write import advance, write
from controlroom.ui.review.row import LEFT, HitRow
from controlroom.ui.review.talks import Talk
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon

JOIN = 6
"""Where the line beside hits that belong together stands."""


def paint_talk(painter: QPainter, talk: Talk, area: QRect, look: Look) -> None:
    """Draws the head of a conversation: fold, network, with what it begins, how many hits."""
    px, colours = look.metrics.px, look.palette
    painter.fillRect(area, colours.bg2)
    painter.fillRect(area.x(), area.bottom(), area.width(), 1, colours.line1)
    middle, size = area.center().y(), px(13)
    icon = "cright" if talk.is_folded else "cdown"
    draw_icon(painter, icon, px(LEFT) + px(2), middle - size // 2, size, colours.text2)
    left = px(LEFT) + px(28)
    glyph = look_of(talk.network).glyph
    draw_icon(painter, glyph, left, middle - size // 2, size, colours.text2)
    number = talk.number()
    wide = advance(look.fonts, number, Type.CAPTION, 500)
    right = area.right() + 1 - px(LEFT) - wide
    write(painter, QRect(right, area.y(), wide, area.height()), number, colours.text2,
          Type.CAPTION, 500)  # fmt: skip
    left += size + px(6)
    title = QRect(left, area.y(), max(0, right - left - px(12)), area.height())
    write(painter, title, talk.title(), colours.text1, Type.SMALL, 600)


def paint_join(painter: QPainter, row: HitRow, look: Look) -> None:
    """Draws the line beside a hit that belongs to the conversation above it."""
    left, high = look.metrics.px(JOIN), row.height - row.top - 1
    painter.fillRect(left, row.top, 2, high, look.palette.line3)
