"""The days of a series that lie ahead, in a zone: which of them are drafts by now, and when."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.recurring import read_rule, wall_of
from controlroom.outbound.schedule.series import MOST_AHEAD
from controlroom.outbound.schedule.zones import Meant, meant, wall

AHEAD = timedelta(days=35)
"""How far ahead a series is made into drafts, so that there is time to agree to each."""
SOONEST = timedelta(minutes=1)
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Coming:
    """One time a series comes.

    Attributes:
        day: by the clocks of its zone ("2026-11-28").
    """

    day: str
    meant: Meant


def coming(
    rule: str, begins: str, zone: ZoneInfo, skipped: Collection[str], now: datetime
) -> list[Coming]:
    """Returns what comes in the next five weeks, and always the next one within a year.

    Raises `RuleUnreadable`, `ValueError`.
    """
    first, start = wall_of(begins), wall(now, zone) - timedelta(days=1)
    found: list[Coming] = []
    read = read_rule(rule, first)
    day = read.after(start, inc=True)
    while day is not None and day <= start + MOST_AHEAD:
        one = Coming(day.date().isoformat(), meant(day, zone))
        if found and one.meant.at > now + AHEAD:
            return found
        if one.day not in skipped and one.meant.at >= now + SOONEST:
            found.append(one)
        day = read.after(day)
    return found


def between(rule: str, begins: str, zone: ZoneInfo, begin: datetime, end: datetime) -> list[Coming]:
    """Returns what comes between two moments, the second excluded.

    Raises `RuleUnreadable`, `ValueError`.
    """
    # A change of the clocks moves a moment by some hours at most.
    first, last = wall(begin, zone) - timedelta(days=1), wall(end, zone) + timedelta(days=1)
    found = read_rule(rule, wall_of(begins)).between(first, last, inc=True)
    moments = (Coming(day.date().isoformat(), meant(day, zone)) for day in found)
    return [one for one in moments if begin <= one.meant.at < end]


def left_from(rule: str, begins: str, day: str) -> str:
    """Returns a rule as it goes on from one of its days: what was counted before counts no more.

    Raises `RuleUnreadable`, `ValueError`.
    """
    parts = _parts(rule)
    if "COUNT" in parts:
        first = wall_of(begins)
        until = datetime.combine(date.fromisoformat(day), first.time())
        before = sum(one < until for one in read_rule(rule, first))
        parts["COUNT"] = str(max(1, int(parts["COUNT"]) - before))
    return _rule(parts)


def moved_to(rule: str, old: date, new: date) -> str | None:
    """Returns a rule for another day of the week or month, None where it names several."""
    parts = _parts(rule)
    if old == new or ("BYDAY" not in parts and "BYMONTHDAY" not in parts):
        return rule
    if parts.get("BYDAY") == _WEEK[old.weekday()]:
        parts["BYDAY"] = _WEEK[new.weekday()]
    elif parts.get("BYMONTHDAY") == str(old.day):
        parts["BYMONTHDAY"] = str(new.day)
    else:
        return None
    return _rule(parts)


def ended_on(rule: str, day: date | None, count: int | None) -> str:
    """Returns a rule that ends with a day, or after so many times; with neither it goes on."""
    parts = {key: one for key, one in _parts(rule).items() if key not in ("COUNT", "UNTIL")}
    if count is not None:
        parts["COUNT"] = str(count)
    elif day is not None:
        parts["UNTIL"] = f"{day:%Y%m%d}T235959"
    return _rule(parts)


def last_day(rule: str) -> date | None:
    """Returns the day with which a rule ends, None where it names none."""
    until = _parts(rule).get("UNTIL", "")
    return datetime.strptime(until[:8], "%Y%m%d").date() if until else None


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";"))


def _rule(parts: dict[str, str]) -> str:
    return ";".join(f"{key}={one}" for key, one in parts.items())
