"""A day and a time as somebody types them, in a zone, both clock changes among it. Pure."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./ ](\d{1,2})(?:[./ ](\d{4}|\d{2}))?[.]?")
_TIME = re.compile(r"(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?|(\d{2})(\d{2})")


class Odd(StrEnum):
    """What is odd about a local time."""

    NO = ""
    SKIPPED = "skipped"
    """The clocks jump over it: it is taken as an hour later."""
    TWICE = "twice"
    """The clocks show it twice: the first is taken."""


def read_date(text: str, today: date) -> date:
    """Returns a day: 2026-05-14, 14.5.2026, 14/5, of the year to come. Raises `ValueError`."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return date(*(int(one) for one in match.groups()))
    match = _DAY_FIRST.fullmatch(text)
    if match is None:
        raise ValueError(text)
    day, month = int(match[1]), int(match[2])
    if match[3]:
        year = int(match[3])
        return date(year if year > 99 else 2000 + year, month, day)
    found = date(today.year, month, day)
    return found if found >= today else date(today.year + 1, month, day)


def read_time(text: str) -> time:
    """Returns a time: 19:30, 19.30, 19h30, 1930, 19. Raises `ValueError`."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    hour, minute = (match[3], match[4]) if match[3] else (match[1], match[2] or "0")
    return time(int(hour), int(minute))


def moment(day: date, at: time, zone: tzinfo | None) -> tuple[datetime, Odd]:
    """Returns the moment, in UTC, at which clocks of a zone show this, and what is odd about it.

    Raises `ValueError` or `OverflowError` for a day at the end of all days.
    """
    local = datetime.combine(day, at, zone)
    here = local.astimezone(UTC)
    if here.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        return here, Odd.SKIPPED
    if local.replace(fold=1).astimezone(UTC) != here:
        return here, Odd.TWICE
    return here, Odd.NO


def next_good(now: datetime, zone: tzinfo | None) -> datetime:
    """Returns a time to begin with: the next half hour that is at least half an hour away."""
    local = (now + timedelta(minutes=30)).astimezone(zone)
    over = (-local.minute) % 30
    return (local + timedelta(minutes=over)).replace(second=0, microsecond=0)
