"""A draft that comes again: on which days, by an iCalendar RRULE (RFC 5545).

Days are worked out by the calendar alone, without zones: whoever reads the record comes to the same
days, whatever their computer knows of zones. There is at most one a day, and by it it is named.
"""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from controlroom.model.errors import WorldError

if TYPE_CHECKING:
    from dateutil.rrule import rrule

LONGEST_RULE = 200
FARTHEST = timedelta(hours=15)
"""No clocks on earth are further from those of UTC, also while they are being changed."""
_DAY = r"(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)"
_DATE = r"(-1|[1-9]|[12]\d|3[01])"
_PARTS = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(;(INTERVAL=[1-9]\d?|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}(T\d{6})?"
    rf"|BYDAY={_DAY}(,{_DAY})*|BYMONTHDAY={_DATE}(,{_DATE})*))*"
)


class RuleUnreadable(WorldError):
    sentence = "“{rule}” does not say on which days it comes again."
    remedy = "Choose the days in the planner; every day, week, month or year are known."


@lru_cache(64)
def read_rule(rule: str, begins: datetime) -> "rrule":
    """Returns the days of a rule from a first on (naive). Raises `RuleUnreadable`."""
    # The record is folded in many places where nothing comes again.
    from dateutil.rrule import rrulestr

    if not _PARTS.fullmatch(rule) or len(rule) > LONGEST_RULE or _may_never_come(rule):
        raise RuleUnreadable(rule=rule)
    try:
        read = rrulestr(rule, dtstart=begins, cache=True)
    except (ValueError, KeyError, TypeError) as error:
        raise RuleUnreadable(rule=rule) from error
    return cast("rrule", read)


def _may_never_come(rule: str) -> bool:
    """Returns whether a rule could be one that finds no day, and is looked through to its end."""
    picks = [part for part in ("BYDAY=", "BYMONTHDAY=") if part in rule]
    stepped = "INTERVAL=" in rule and rule.startswith("FREQ=DAILY")
    return len(picks) > 1 or (stepped and bool(picks))


def wall_of(text: str) -> datetime:
    """Returns a day and an hour as clocks show it ("2026-11-28T07:30"). Raises `ValueError`."""
    wall = datetime.fromisoformat(text)
    if wall.tzinfo is not None or wall_text(wall) != text:
        raise ValueError(text)
    return wall


def wall_text(wall: datetime) -> str:
    """Returns what `wall_of` reads."""
    return wall.isoformat(timespec="minutes")


def is_day(text: str) -> bool:
    """Returns whether a text names a day ("2026-11-28")."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def comes_on(rule: str, begins: str, day: str) -> bool:
    """Returns whether a draft comes again on a day. Raises `RuleUnreadable`, `ValueError`."""
    first = wall_of(begins)
    wall = datetime.combine(date.fromisoformat(day), first.time())
    return wall in read_rule(rule, first)


def could_be(at: datetime, wall: datetime) -> bool:
    """Returns whether clocks can show this (naive) somewhere at that moment."""
    return abs(at.astimezone(UTC).replace(tzinfo=None) - wall) <= FARTHEST


def draft_of(series: str, day: str) -> str:
    """Returns the id of the draft that is a series' on a day: whoever makes it, it is the same."""
    return sha256(f"{series}/{day}".encode()).hexdigest()[:32]
