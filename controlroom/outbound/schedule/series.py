"""A draft that comes again: its days as an iCalendar RRULE (RFC 5545), by the clocks of a zone.

The hour that was meant stays the same through both changes of the clocks.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import cast
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from controlroom.model.errors import WorldError
from controlroom.outbound.schedule.zones import Meant, meant, wall

MOST_AHEAD = timedelta(days=400)
MOST_ONCE = 1_000
_DAY = r"(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)"
_DATE = r"(-1|[1-9]|[12]\d|3[01])"
_PARTS = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(;(INTERVAL=[1-9]\d?|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}(T\d{6})?"
    rf"|BYDAY={_DAY}(,{_DAY})*|BYMONTHDAY={_DATE}(,{_DATE})*|BYSETPOS=-?[1-4]))*"
)


class RuleUnreadable(WorldError):
    sentence = "“{rule}” does not say on which days it comes again."
    remedy = "Choose the days in the planner; every day, week, month or year are known."


def days(rule: str, first: datetime, zone: ZoneInfo) -> Iterator[Meant]:
    """Yields every moment of a series, from its first on, at most `MOST_AHEAD` of it.

    Raises `RuleUnreadable`.
    """
    read = _read(rule, wall(first, zone))
    last = wall(first, zone) + MOST_AHEAD
    for day in read:
        if day > last:
            return
        yield meant(day, zone)


def next_days(
    rule: str, first: datetime, zone: ZoneInfo, after: datetime, most: int
) -> list[Meant]:
    """Returns the next moments of a series behind one. Raises `RuleUnreadable`."""
    read = _read(rule, wall(first, zone))
    # A change of the clocks moves a moment by some hours at most.
    start = wall(after, zone) - timedelta(hours=4)
    found = (meant(day, zone) for day in _from(read, start))
    return list(islice((one for one in found if one.at > after), min(most, MOST_ONCE)))


def _from(read: rrule, start: datetime) -> Iterator[datetime]:
    day = read.after(start, inc=True)
    while day is not None:
        yield day
        day = read.after(day)


def _read(rule: str, first: datetime) -> rrule:
    if not _PARTS.fullmatch(rule) or len(rule) > 200:
        raise RuleUnreadable(rule=rule)
    try:
        read = rrulestr(rule, dtstart=first, cache=True)
    except (ValueError, KeyError, TypeError) as error:
        raise RuleUnreadable(rule=rule) from error
    return cast("rrule", read)
