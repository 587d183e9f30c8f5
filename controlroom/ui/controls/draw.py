"""The few shapes everything is drawn with."""

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.write import LEFT, advance, write
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
CLEAR = QColor(0, 0, 0, 0)
_BREAKS = re.compile(r"[\t\n\r\u2028\u2029]")


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fills a rectangle."""
    # QPainter.fillRect() would load the 160 named gradients of Qt before the first painting.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def words(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: QColor,
    step: Type = Type.BODY,
    weight: int = 400,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Writes one line of text into a rectangle, shortened with … where it does not fit."""
    write(painter, rect, _BREAKS.sub(" ", text), colour, step, weight, align)


def width_of(text: str, step: Type = Type.BODY, weight: int = 400) -> int:
    """Returns the width that one line of text needs to be shown whole, in pixels."""
    return advance(theme().fonts, text, step, weight)


def keycap(painter: QPainter, left: int, middle: int, text: str, colours: "KeyColours") -> None:
    """Draws a key with its left edge and its vertical middle at a place."""
    measures = theme().metrics
    height = measures.height.badge
    rect = QRect(left, middle - height // 2, keycap_width(text), height)
    box(painter, rect, measures.radius.badge, colours[0], colours[1])
    words(painter, rect, text, colours[2], Type.CAPTION, 500, CENTRE)


def keycap_width(text: str) -> int:
    """Returns the width of a key in pixels."""
    width = width_of(text, Type.CAPTION, 500) + theme().metrics.px(12)
    return max(width, theme().metrics.height.badge)


KeyColours = tuple[QColor, QColor, QColor]
"""Ground, edge and text of a key."""


def key_colours() -> KeyColours:
    """Returns the colours of a key on the frame or a panel."""
    colours = theme().palette
    return colours.bg2, colours.line2, colours.text2
