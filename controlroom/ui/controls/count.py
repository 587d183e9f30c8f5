"""The count badge on a rail item, a tab or the bell."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme


def count_width(text: str) -> int:
    """Returns the width of a count in pixels."""
    return max(theme().metrics.px(17), width_of(text, Type.CAPTION, 600) + theme().metrics.px(10))


def draw_count(painter: QPainter, left: int, top: int, text: str, chosen: bool = False) -> None:
    """Draws a count with its top left corner at a point; blue where it is news."""
    colours, measures = theme().palette, theme().metrics
    rect = QRect(left, top, count_width(text), measures.px(16))
    box(painter, rect, rect.height() / 2, colours.accent_fill if chosen else colours.bg4)
    colour = colours.on_accent if chosen else colours.text1
    words(painter, rect, text, colour, Type.CAPTION, 600, CENTRE)
