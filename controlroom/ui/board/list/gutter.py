"""The scroll bar of a column: 6 px wide in a gutter of 8."""

from PySide6.QtCore import QRect, QSize, Qt, QTimerEvent
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

FOLLOWS_MS = 40
"""The bar is drawn anew after this at the soonest; the eye does not see it lag behind."""


class Gutter(Styled, QScrollBar):
    """An upright or level bar that shows where one is and can be dragged."""

    def __init__(
        self, way: Qt.Orientation = Qt.Orientation.Vertical, parent: QWidget | None = None
    ) -> None:
        self._soon = 0
        super().__init__(way, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.follow()

    def sizeHint(self) -> QSize:
        width = theme().metrics.width.scroll_gutter
        upright = self.orientation() is Qt.Orientation.Vertical
        return QSize(width, 60) if upright else QSize(60, width)

    def restyle(self) -> None:
        width = theme().metrics.width.scroll_gutter
        if self.orientation() is Qt.Orientation.Vertical:
            self.setFixedWidth(width)
        else:
            self.setFixedHeight(width)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Draws nothing with every scrolled pixel, unless the bar itself is being drawn along."""
        if change is QAbstractSlider.SliderChange.SliderValueChange and not self.isSliderDown():
            self._soon = self._soon or self.startTimer(FOLLOWS_MS)
        else:
            super().sliderChange(change)

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() != self._soon:
            super().timerEvent(event)
            return
        self.killTimer(self._soon)
        self._soon = 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        colour = colours.line3 if self.underMouse() or self.isSliderDown() else colours.line2
        _round(painter, QRect(slider).adjusted(1, 1, -1, -1), colour)


def _round(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Three plain boxes look round at 6 px and cost a tenth of a smooth path at every step."""
    for inset in (0, 1, 2):
        side = 2 - inset
        painter.fillRect(rect.adjusted(side, inset, -side, -inset), colour)
