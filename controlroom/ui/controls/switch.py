"""The switch: a pill with a knob, and the words beside it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

WIDTH, HEIGHT, KNOB = 30, 16, 10


def draw_switch(painter: QPainter, left: int, middle: int, on: bool, enabled: bool) -> None:
    """Draws a switch with its left edge and its vertical middle at a place."""
    measures, colours = theme().metrics, theme().palette
    height = measures.px(HEIGHT)
    rect = QRectF(left, middle - height / 2, measures.px(WIDTH), height)
    edge, ground, knob = _colours(on, enabled)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1.5))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), height / 2, height / 2)
    size = measures.px(KNOB)
    inset = (height - size) / 2
    x = rect.right() - inset - size if on else rect.left() + inset
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(knob if enabled or on else colours.text_disabled)
    painter.drawEllipse(QRectF(x, rect.top() + inset, size, size))


def _colours(on: bool, enabled: bool) -> tuple[QColor, QColor, QColor]:
    colours = theme().palette
    if on:
        return colours.accent, colours.accent_fill, colours.on_accent
    return (colours.line3 if enabled else colours.line2), colours.bg0, colours.text2


class Switch(Styled, QAbstractButton):
    """A switch with its words at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        measures = theme().metrics
        return QSize(
            measures.px(WIDTH + 8) + width_of(self.text()) + 2, measures.height.button_small
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_switch(painter, 0, self.height() // 2, self.isChecked(), self.isEnabled())
        left = theme().metrics.px(WIDTH + 8)
        rect = QRect(left, 0, self.width() - left, self.height())
        words(painter, rect, self.text(), theme().palette.text1)
