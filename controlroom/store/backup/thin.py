"""Which backups go: a pure rule over their times.

All of the last two days stay; of what is older the last of each day, then of each week, then of
each month, as many as the rule says. What lies in the future of the clock stays: a clock that was
wrong once must not cost a backup.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

Period = Callable[[datetime], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Keep:
    """How many backups stay.

    Attributes:
        all_of: everything younger than this.
        daily, weekly, monthly: of what is older, the last of so many days, weeks and months.
    """

    all_of: timedelta
    daily: int
    weekly: int
    monthly: int


RECORD = Keep(timedelta(days=2), daily=12, weekly=10, monthly=9)
"""For what people made: boards, drafts, the journal."""

CACHE = Keep(timedelta(0), daily=2, weekly=1, monthly=0)
"""For what the networks can be asked for again and takes gigabytes."""


def thin(times: Iterable[datetime], now: datetime, keep: Keep = RECORD) -> set[datetime]:
    """Returns the times of the backups that may go; never the newest. Times are aware."""
    every = set(times)
    kept = {time for time in every if time > now - keep.all_of}
    kept |= {max(every)} if every else set()
    older = sorted(every - kept, reverse=True)
    for period, most in ((_day, keep.daily), (_week, keep.weekly), (_month, keep.monthly)):
        chosen = _last_of_each(older, period)[:most]
        kept |= set(chosen)
        older = _before(chosen[-1], older, period) if chosen else older
    return every - kept


def _before(last: datetime, times: list[datetime], period: Period) -> list[datetime]:
    """Returns the times of earlier periods: that of `last` has its backup."""
    return [time for time in times if time < last and period(time) != period(last)]


def _last_of_each(newest_first: list[datetime], period: Period) -> list[datetime]:
    last: dict[tuple[int, ...], datetime] = {}
    for time in newest_first:
        last.setdefault(period(time), time)
    return list(last.values())


def _day(time: datetime) -> tuple[int, ...]:
    time = time.astimezone(UTC)
    return time.year, time.month, time.day


def _week(time: datetime) -> tuple[int, ...]:
    return tuple(time.astimezone(UTC).isocalendar()[:2])


def _month(time: datetime) -> tuple[int, ...]:
    time = time.astimezone(UTC)
    return time.year, time.month
