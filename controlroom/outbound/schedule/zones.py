"""Times as people mean them: a day and an hour in a zone, and what the clocks make of it.

When the clocks go forward an hour of the day is not there: who means 01:30 gets 02:30, an hour
after 00:30 as it would have been. When they go back an hour is there twice: the first is taken.
Both are said.
"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass


class UnknownZone(WorldError):
    sentence = "{zone} is no time zone this computer knows."
    remedy = "Take one like Europe/London."


class Clocks(StrEnum):
    """What the clocks do at a time somebody means."""

    USUAL = "usual"
    SKIPPED = "skipped"
    """It is not there that day: it was moved by as much as the clocks go forward."""
    TWICE = "twice"
    """It is there twice that day: the first was taken."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A moment somebody meant.

    Attributes:
        at: aware, in UTC.
    """

    at: datetime
    clocks: Clocks = Clocks.USUAL


def zone_of(name: str) -> ZoneInfo:
    """Returns a zone. Raises `UnknownZone`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZone(zone=name) from error


def meant(wall: datetime, zone: ZoneInfo) -> Meant:
    """Returns the moment of a day and hour (`wall`, naive) in a zone."""
    first = wall.replace(tzinfo=zone, fold=0)
    second = wall.replace(tzinfo=zone, fold=1)
    at = first.astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) != wall:
        return Meant(at, Clocks.SKIPPED)
    if first.utcoffset() != second.utcoffset():
        return Meant(at, Clocks.TWICE)
    return Meant(at)


def wall(at: datetime, zone: ZoneInfo) -> datetime:
    """Returns what the clocks of a zone show at a moment, naive."""
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def moved(at: datetime, zone: ZoneInfo, *, days: int = 0, minutes: int = 0) -> Meant:
    """Returns a moment moved as on a calendar: another day keeps the hour the clocks show."""
    return meant(wall(at, zone) + timedelta(days=days, minutes=minutes), zone)


def day_bounds(day: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Returns when a day of a zone begins and ends; it lasts 23 to 25 hours."""
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    return meant(midnight, zone).at, meant(midnight + timedelta(days=1), zone).at
