"""Days side by side, hours from top to bottom; today is wider than the others."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.model import clock
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, RIGHT, width_of, words
from controlroom.ui.language import language
from controlroom.ui.planner.lanes import lanes
from controlroom.ui.planner.paint import day_head, paint_item
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.spans import day_of, minutes_of, moment_at
from controlroom.ui.planner.view import STEP_MIN, PlanArea
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

HOUR, HEAD, GUTTER, CARD, MORNING = 46, 38, 50, 38, 6
WIDE_DAY = 1.55
_DAY_MIN = 24 * 60


class HourGrid(PlanArea):
    """One day or seven."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.days: Sequence[date] = ()
        self._columns: list[tuple[int, int]] = []
        self._begun = False
        super().__init__(parent)

    def show_days(self, days: Sequence[date]) -> None:
        """Shows other days; the first time from the morning on, or with what it is now in sight."""
        self.days = tuple(days)
        self.lay_out()
        if not self._begun and self.viewport().height() > 1:
            self._begun = True
            self.verticalScrollBar().setValue(self._first_top())

    def _first_top(self) -> int:
        px, now = theme().metrics.px, clock.now()
        morning = px(HOUR) * MORNING
        if day_of(now, self.zone) not in self.days:
            return morning
        room = self.viewport().height() - px(HEAD)
        top = px(HOUR) * minutes_of(now, self.zone) // 60
        return min(max(morning, top - room * 2 // 3), max(0, top - px(HOUR)))

    def lay_out(self) -> None:
        px = theme().metrics.px
        whole, room = px(HOUR) * 24, self.viewport().height() - px(HEAD)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(px(HOUR) // 2)
        self._columns = self._shared(self.viewport().width() - px(GUTTER))
        self.places = []
        tall = px(CARD) * 60 // px(HOUR) + 1
        for number, day in enumerate(self.days):
            left, width = self._columns[number]
            mine = [
                (one, minutes_of(one.at, self.zone))
                for one in self.items
                if day_of(one.at, self.zone) == day
            ]
            for laned in lanes(mine, tall):
                part = (width - px(6)) // laned.lanes
                self.places.append(
                    (
                        QRect(
                            left + px(3) + laned.lane * part,
                            px(HEAD) + laned.top * px(HOUR) // 60,
                            part - px(2),
                            px(CARD),
                        ),
                        laned.item,
                    )
                )

    def reveal(self, item: PlanItem) -> None:
        px, bar = theme().metrics.px, self.verticalScrollBar()
        top = minutes_of(item.at, self.zone) * px(HOUR) // 60
        room = self.viewport().height() - px(HEAD)
        if not bar.value() <= top <= bar.value() + room - px(CARD):
            bar.setValue(top - room // 3)

    def moment_under(self, place: QPoint) -> datetime | None:
        px = theme().metrics.px
        columns = enumerate(self._columns)
        found = (n for n, (left, width) in columns if left <= place.x() < left + width)
        number = next(found, None)
        if number is None or not self.days:
            return None
        top = place.y() - px(HEAD) + self.verticalScrollBar().value()
        minutes = round(top * 60 / px(HOUR) / STEP_MIN) * STEP_MIN
        minutes = min(max(minutes, 0), _DAY_MIN - STEP_MIN)
        return moment_at(self.days[number], minutes, self.zone)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().palette.bg1)
        self._paint_days(painter)
        self._paint_hours(painter)
        for rect, item in self.places:
            shown = self.place_of(rect)
            if shown.intersects(event.rect()):
                mine = item.key == self.key
                paint_item(
                    painter, shown, item, self.zone, current=mine, focused=mine and self.hasFocus()
                )
        self._paint_now(painter)
        self._paint_heads(painter)
        self.paint_drag(painter)

    def _shared(self, room: int) -> list[tuple[int, int]]:
        """Returns left and width of each day; the days share all the room there is."""
        today = day_of(clock.now(), self.zone)
        weights = [WIDE_DAY if day == today and len(self.days) > 1 else 1.0 for day in self.days]
        left, found = float(theme().metrics.px(GUTTER)), []
        for weight in weights:
            width = room * weight / sum(weights)
            found.append((round(left), round(left + width) - round(left)))
            left += width
        return found

    def _paint_days(self, painter: QPainter) -> None:
        colours, today = theme().palette, day_of(clock.now(), self.zone)
        for (left, width), day in zip(self._columns, self.days, strict=True):
            if day == today:
                ground = QColor(colours.accent_tint)
                ground.setAlphaF(0.35)
                painter.fillRect(left, 0, width, self.viewport().height(), ground)
            painter.fillRect(left, 0, 1, self.viewport().height(), colours.line1)

    def _paint_hours(self, painter: QPainter) -> None:
        px, colours = theme().metrics.px, theme().palette
        for hour in range(24):
            top = px(HEAD) + hour * px(HOUR) - self.verticalScrollBar().value()
            painter.fillRect(px(GUTTER), top, self.viewport().width(), 1, colours.line1)
            area = QRect(0, top - px(8), px(GUTTER) - px(8), px(16))
            words(painter, area, f"{hour:02}:00", colours.text3, Type.CAPTION, 400, RIGHT)

    def _paint_now(self, painter: QPainter) -> None:
        now, px, colours = clock.now(), theme().metrics.px, theme().palette
        if day_of(now, self.zone) not in self.days:
            return
        number = list(self.days).index(day_of(now, self.zone))
        left, width = self._columns[number]
        top = px(HEAD) + minutes_of(now, self.zone) * px(HOUR) // 60
        top -= self.verticalScrollBar().value()
        painter.fillRect(left, top, width, 2, colours.accent)
        tag = QRect(px(4), top - px(8), px(GUTTER) - px(8), px(17))
        box(painter, tag, theme().metrics.radius.badge, colours.accent_fill)
        told = language().time_in_table(now.astimezone(self.zone))
        words(painter, tag, told, colours.on_accent, Type.CAPTION, 600, CENTRE)

    def _paint_heads(self, painter: QPainter) -> None:
        px, colours = theme().metrics.px, theme().palette
        today = day_of(clock.now(), self.zone)
        painter.fillRect(0, 0, self.viewport().width(), px(HEAD), colours.bg2)
        painter.fillRect(0, px(HEAD) - 1, self.viewport().width(), 1, colours.line2)
        for (left, width), day in zip(self._columns, self.days, strict=True):
            ink = colours.accent if day == today else colours.text1
            area = QRect(left + px(8), 0, width - px(16), px(HEAD))
            count = sum(day_of(one.at, self.zone) == day for one in self.items)
            told = language().figure(count) if count and width > px(90) else ""
            taken = width_of(told, Type.CAPTION) + px(8) if told else 0
            head = day_head(day, today, area.width() - taken, Type.BODY)
            words(painter, area, head, ink, Type.BODY, 600)
            room = QRect(area.right() + px(8) - taken, 0, px(60), px(HEAD))
            words(painter, room, told, colours.text3, Type.CAPTION)
            if day == today:
                painter.fillRect(left, 0, width, 2, colours.accent)

    def wheelEvent(self, event: object) -> None:
        super().wheelEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
