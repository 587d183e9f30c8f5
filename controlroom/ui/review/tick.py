"""The box that is ticked for what is chosen: empty, ticked, or dashed for some of several."""

from enum import Enum

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from controlroom.ui.board.card.look import Look
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CLEAR
from controlroom.ui.theme.icons import draw_icon

SIDE, ICON = 16, 12


class Tick(Enum):
    """What stands in the box; its value is the icon."""

    NONE = ""
    SOME = "minus"
    ALL = "check"


def paint_tick(painter: QPainter, left: int, middle: int, tick: Tick, look: Look) -> None:
    """Draws a box with its left edge and its vertical middle at a place."""
    px, colours = look.metrics.px, look.palette
    side = QRect(left, middle - px(SIDE) // 2, px(SIDE), px(SIDE))
    on = tick is not Tick.NONE
    ground, edge = (colours.accent_fill, colours.accent) if on else (CLEAR, colours.line3)
    box(painter, side, look.metrics.radius.badge, ground, edge)
    if on:
        size, centre = px(ICON), side.center()
        x, y = centre.x() + 1 - size // 2, centre.y() + 1 - size // 2
        draw_icon(painter, tick.value, x, y, size, colours.on_accent)
