"""The scroll bar of a column: 6 px wide in a gutter of 8.

Where its slider stands is worked out here: to ask Qt's style for it would load the names of
everything a style can draw, which takes longer than a column with its posts.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimerEvent
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QScrollBar, QWidget

from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

FOLLOWS_MS = 40
"""The bar is drawn anew after this at the soonest; the eye does not see it lag behind."""
LEAST = 26
"""Length of the slider at least, so that it can be taken hold of."""
HELD_MS, REPEAT_MS = 500, 50
"""While the button is held beside the slider, pages follow each other."""


class Gutter(Styled, QScrollBar):
    """An upright or level bar that shows where one is and can be dragged."""

    def __init__(
        self, way: Qt.Orientation = Qt.Orientation.Vertical, parent: QWidget | None = None
    ) -> None:
        self._soon = 0
        self._grip: int | None = None
        self._aim: int | None = None
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

    def slider(self) -> QRect:
        """Returns where the slider stands; the whole bar if there is nothing to scroll."""
        start, length = self._start(), self._length()
        if self.orientation() is Qt.Orientation.Vertical:
            return QRect(0, start, self.width(), length)
        return QRect(start, 0, length, self.height())

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Draws nothing with every scrolled pixel, unless the bar itself is being drawn along."""
        if self._aim is not None and self._covers(self._aim):
            self._stop_paging()
        if change is QAbstractSlider.SliderChange.SliderValueChange and not self.isSliderDown():
            self._soon = self._soon or self.startTimer(FOLLOWS_MS)
        else:
            super().sliderChange(change)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the slider, or goes on by pages towards the place that is pressed."""
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton or self.maximum() <= self.minimum():
            return
        place = self._along(event.position().toPoint())
        if self._covers(place):
            self._grip = place - self._start()
            self.setSliderDown(True)
        else:
            self._page_towards(place)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        room = self._room() - self._length()
        if self._grip is None or room <= 0:
            return
        start = min(room, max(0, self._along(event.position().toPoint()) - self._grip))
        span = self.maximum() - self.minimum()
        self.setSliderPosition(self.minimum() + round(start * span / room))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self._stop_paging()
            self.setSliderDown(False)
            self.update()

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
        colour = colours.line3 if self.underMouse() or self.isSliderDown() else colours.line2
        _round(painter, self.slider().adjusted(1, 1, -1, -1), colour)

    def _page_towards(self, place: int) -> None:
        actions = QAbstractSlider.SliderAction
        further = place > self._start()
        action = actions.SliderPageStepAdd if further else actions.SliderPageStepSub
        self._aim = place
        self.triggerAction(action)
        if self._aim is not None:
            self.setRepeatAction(action, HELD_MS, REPEAT_MS)

    def _stop_paging(self) -> None:
        self._aim = None
        self.setRepeatAction(QAbstractSlider.SliderAction.SliderNoAction)

    def _covers(self, place: int) -> bool:
        return 0 <= place - self._start() < self._length()

    def _along(self, place: QPoint) -> int:
        return place.y() if self.orientation() is Qt.Orientation.Vertical else place.x()

    def _room(self) -> int:
        return self.height() if self.orientation() is Qt.Orientation.Vertical else self.width()

    def _length(self) -> int:
        span, room = self.maximum() - self.minimum(), self._room()
        if span <= 0:
            return room
        share = room * self.pageStep() // (span + self.pageStep())
        return min(room, max(theme().metrics.px(LEAST), share))

    def _start(self) -> int:
        span = self.maximum() - self.minimum()
        if span <= 0:
            return 0
        gone = self.sliderPosition() - self.minimum()
        return round((self._room() - self._length()) * gone / span)


def _round(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Three plain boxes look round at 6 px and cost a tenth of a smooth path at every step."""
    for inset in (0, 1, 2):
        side = 2 - inset
        painter.fillRect(rect.adjusted(side, inset, -side, -inset), colour)


def scroll_in_gutter(area: QAbstractScrollArea) -> None:
    """Sets up an area that draws what it shows, and its own focus, beside a bar that stays."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBar(Gutter())
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setProperty(OWN_RING, True)
