"""A draft that comes again: its days as an iCalendar RRULE (RFC 5545), by the clocks of a zone.

The hour that was meant stays the same through both changes of the clocks.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from controlroom.model.outgoing.recurring import RuleUnreadable as RuleUnreadable
from controlroom.model.outgoing.recurring import read_rule
from controlroom.outbound.schedule.zones import Meant, meant, wall

if TYPE_CHECKING:
    from dateutil.rrule import rrule

MOST_AHEAD = timedelta(days=400)
MOST_ONCE = 1_000


def days(rule: str, first: datetime, zone: ZoneInfo) -> Iterator[Meant]:
    """Yields every moment of a series, from its first on, at most `MOST_AHEAD` of it.

    Raises `RuleUnreadable`.
    """
    read = read_rule(rule, wall(first, zone))
    last = wall(first, zone) + MOST_AHEAD
    for day in read:
        if day > last:
            return
        yield meant(day, zone)


def next_days(
    rule: str, first: datetime, zone: ZoneInfo, after: datetime, most: int
) -> list[Meant]:
    """Returns the next moments of a series behind one. Raises `RuleUnreadable`."""
    read = read_rule(rule, wall(first, zone))
    # A change of the clocks moves a moment by some hours at most.
    start = wall(after, zone) - timedelta(hours=4)
    found = (meant(day, zone) for day in _from(read, start))
    return list(islice((one for one in found if one.at > after), min(most, MOST_ONCE)))


def _from(read: "rrule", start: datetime) -> Iterator[datetime]:
    day = read.after(start, inc=True)
    while day is not None:
        yield day
        day = read.after(day)
