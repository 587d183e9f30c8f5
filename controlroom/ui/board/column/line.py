"""The read line: a few words between two hairlines."""

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter

from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


def paint_line(painter: QPainter, rect: QRect) -> None:
    """Draws "read up to here" into a rectangle."""
    colours, px = theme().palette, theme().metrics.px
    text = translate("Column", "read up to here")
    painter.fillRect(rect, colours.bg1)
    words(painter, rect, text, colours.text3, Type.CAPTION, 400, CENTRE)
    side = (rect.width() - width_of(text, Type.CAPTION)) // 2 - px(8) - px(12)
    middle = rect.center().y()
    for left in (rect.x() + px(12), rect.right() + 1 - px(12) - side):
        painter.fillRect(left, middle, side, 1, colours.line2)
