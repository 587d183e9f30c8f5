"""Draws the picture of a person, or two letters where there is none: we square, others round."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.pictures.shown import Find, draw_filled
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, CLEAR
from controlroom.ui.controls.write import write
from controlroom.ui.theme.fonts import Type


def paint_person(
    painter: QPainter, rect: QRect, content: CardContent, look: Look, find: Find | None = None
) -> None:
    """Draws who wrote a post.

    Args:
        find: gives the picture if it is there.
    """
    colours = look.palette
    radius = look.metrics.radius.thumb if content.ours else rect.width() / 2
    if content.avatar and find and draw_filled(painter, rect, radius, content.avatar, find):
        if content.ours:
            box(painter, rect, radius, CLEAR, colours.accent_line)
        return
    if content.ours:
        box(painter, rect, radius, colours.accent_tint, colours.accent_line)
    else:
        grounds = (colours.avatar0, colours.avatar1, colours.avatar2)
        called = (content.handle or content.name).encode("utf-8", "replace")
        box(painter, rect, radius, grounds[sum(called) % len(grounds)])
    colour = colours.accent if content.ours else colours.avatar_text
    write(painter, rect, content.initials, colour, Type.CAPTION, 600, CENTRE)
