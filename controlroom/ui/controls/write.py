"""One line of text, faster than Qt's own: most lines are short and known from before."""

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from controlroom.ui.theme.fonts import Fonts, Type
from controlroom.ui.theme.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END, _MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle


def write(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: QColor,
    step: Type = Type.BODY,
    weight: int = 400,
    align: Qt.AlignmentFlag = LEFT,
    *,
    from_middle: bool = False,
) -> None:
    """Writes one line into a rectangle, shortened at its end (or middle) where it does not fit."""
    fonts, left, room = theme().fonts, float(rect.x()), rect.width()
    shown, width = fitted(fonts, text, room, step, weight, from_middle=from_middle)
    if align is not LEFT:
        left += (room - width) * _share_before(align)
    # Rounded alike wherever the rectangle is: Python's round() lets every other row stand higher.
    baseline = rect.y() + (rect.height() + _above_middle(fonts, step, weight) + 1) // 2
    painter.setFont(fonts.font(step, weight))
    painter.setPen(colour)
    painter.drawText(QPointF(left, baseline), shown)


@cache
def _share_before(align: Qt.AlignmentFlag) -> float:
    if align & Qt.AlignmentFlag.AlignHCenter:
        return 0.5
    return 1.0 if align & Qt.AlignmentFlag.AlignRight else 0.0


@lru_cache(maxsize=64)
def _above_middle(fonts: Fonts, step: Type, weight: int) -> int:
    """Returns by how much letters reach further up than down, in pixels."""
    measure = fonts.measure(step, weight)
    return measure.ascent() - measure.descent()


@lru_cache(maxsize=4096)
def fitted(
    fonts: Fonts, text: str, room: int, step: Type, weight: int, *, from_middle: bool
) -> tuple[str, int]:
    """Returns a text as it fits into `room` pixels, and how wide it then is."""
    measure = fonts.measure(step, weight)
    width = measure.horizontalAdvance(text)
    if width <= room:
        return text, width
    shown = measure.elidedText(text, _MIDDLE if from_middle else _END, room)
    return shown, min(room, measure.horizontalAdvance(shown))


@lru_cache(maxsize=4096)
def advance(fonts: Fonts, text: str, step: Type, weight: int = 400) -> int:
    """Returns the width of one line of text, in pixels."""
    return fonts.measure(step, weight).horizontalAdvance(text) + 1
