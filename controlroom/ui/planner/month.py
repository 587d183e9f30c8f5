"""Six weeks: a few items a day, one line each."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.model import clock
from controlroom.ui.controls.draw import words
from controlroom.ui.planner.paint import day_head, paint_item
from controlroom.ui.planner.spans import day_of, minutes_of, moment_at
from controlroom.ui.planner.view import PlanArea
from controlroom.ui.planner.words import translate
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

HEAD, LINE = 24, 20
WEEKS, DAYS = 6, 7


class MonthGrid(PlanArea):
    """The month and what of its neighbours is in its weeks.

    Signals:
        day_wanted: all of a day is to be shown; carries the day.
    """

    day_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.days: Sequence[date] = ()
        self.month = 0
        self._more: dict[date, int] = {}
        super().__init__(parent)

    def show_days(self, days: Sequence[date], month: int) -> None:
        """Shows other weeks; days of other months stand back."""
        self.days, self.month = tuple(days), month
        self.lay_out()

    def lay_out(self) -> None:
        px = theme().metrics.px
        self.verticalScrollBar().setRange(0, 0)
        self.places, self._more = [], {}
        for number, day in enumerate(self.days):
            cell = self._cell(number)
            mine = [one for one in self.items if day_of(one.at, self.zone) == day]
            room = max(0, (cell.height() - px(HEAD)) // px(LINE + 2))
            shown = mine if len(mine) <= room else mine[: max(0, room - 1)]
            for place, item in enumerate(shown):
                top = cell.top() + px(HEAD) + place * px(LINE + 2)
                wide = cell.width() - px(6)
                self.places.append((QRect(cell.left() + px(3), top, wide, px(LINE)), item))
            if len(mine) > len(shown):
                self._more[day] = len(mine) - len(shown)

    def moment_under(self, place: QPoint) -> datetime | None:
        day = self._day_at(place)
        if day is None:
            return None
        pressed = self._pressed
        minutes = minutes_of(pressed[1].at, self.zone) if pressed is not None else 12 * 60
        return moment_at(day, minutes, self.zone)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self.viewport()), theme().metrics.px, theme().palette
        painter.fillRect(event.rect(), colours.bg1)
        today = day_of(clock.now(), self.zone)
        for number, day in enumerate(self.days):
            cell = self._cell(number)
            painter.fillRect(cell.left(), cell.top(), 1, cell.height(), colours.line1)
            painter.fillRect(cell.left(), cell.top(), cell.width(), 1, colours.line1)
            ink = colours.accent if day == today else colours.text1
            ink = ink if day.month == self.month else colours.text3
            area = QRect(cell.left() + px(8), cell.top(), cell.width() - px(12), px(HEAD))
            head = day_head(day, today, area.width(), Type.SMALL)
            words(painter, area, head, ink, Type.SMALL, 600)
            if more := self._more.get(day):
                told = translate("Planner", "{n} more").format(n=more)
                below = QRect(area.left(), cell.bottom() - px(LINE), area.width(), px(LINE))
                words(painter, below, told, colours.text2, Type.CAPTION)
        for rect, item in self.places:
            mine = item.key == self.key
            paint_item(
                painter, rect, item, self.zone, current=mine, focused=mine and self.hasFocus()
            )
        self.paint_drag(painter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        day = self._day_at(place)
        dragged = self._drag is not None
        super().mouseReleaseEvent(event)
        if not dragged and day in self._more and self._item_at(place) is None:
            number = list(self.days).index(day)
            if place.y() > self._cell(number).bottom() - theme().metrics.px(LINE + 4):
                self.day_wanted.emit(day)

    def _day_at(self, place: QPoint) -> date | None:
        cells = ((self._cell(number), day) for number, day in enumerate(self.days))
        return next((day for cell, day in cells if cell.contains(place)), None)

    def _cell(self, number: int) -> QRect:
        wide, high = self.viewport().width() / DAYS, self.viewport().height() / WEEKS
        column, row = number % DAYS, number // DAYS
        left, top = round(column * wide), round(row * high)
        return QRect(left, top, round((column + 1) * wide) - left, round((row + 1) * high) - top)
