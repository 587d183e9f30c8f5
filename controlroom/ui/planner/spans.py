"""The stretch of time a view shows, by the clocks of a zone. Pure."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from controlroom.outbound.schedule.zones import meant, wall


class View(StrEnum):
    """How the plan is shown."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    LIST = "list"


class Span(NamedTuple):
    """Some days.

    Attributes:
        days: each day that is shown, in order.
        begin, end: moments, aware; `end` is excluded.
    """

    days: tuple[date, ...]
    begin: datetime
    end: datetime


def span_of(view: View, day: date, zone: ZoneInfo) -> Span:
    """Returns the days a view shows around a day; weeks begin on Monday."""
    first, count = _bounds(view, day)
    days = tuple(first + timedelta(days=n) for n in range(count))
    return Span(days, _midnight(first, zone), _midnight(first + timedelta(days=count), zone))


def stepped(view: View, day: date, way: int) -> date:
    """Returns the day to go to for the next (1) or the previous (-1) stretch."""
    if view is View.DAY:
        return day + timedelta(days=way)
    if view is View.MONTH:
        month = day.month - 1 + way
        return date(day.year + month // 12, month % 12 + 1, 1)
    return day + timedelta(days=7 * way)


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """Returns the day a moment lies on."""
    return wall(at, zone).date()


def minutes_of(at: datetime, zone: ZoneInfo) -> int:
    """Returns the minutes the clocks show since midnight."""
    shown = wall(at, zone)
    return shown.hour * 60 + shown.minute


def moment_at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Returns the moment of a day and minutes since midnight, as the clocks show them."""
    at = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
    return meant(at, zone).at


def _bounds(view: View, day: date) -> tuple[date, int]:
    if view is View.DAY:
        return day, 1
    if view is View.MONTH:
        first = day.replace(day=1)
        return first - timedelta(days=first.weekday()), 42
    monday = day - timedelta(days=day.weekday())
    return monday, 7 if view is View.WEEK else 28


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return meant(datetime(day.year, day.month, day.day), zone).at
