"""What headers say about time: when a budget is whole again, told by the network's own clock."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from controlroom.feeds.base import Budget

USUAL_WAIT = timedelta(minutes=1)
"""How long a network is left alone that says "too many" but not until when."""
LONGEST_WAIT = timedelta(hours=1)
"""No network is believed that wants to be left alone for longer; it is asked again then."""
_YEAR_S = 366 * 86_400


def budget_of(headers: Mapping[str, str], prefix: str, now: datetime) -> Budget | None:
    """Returns what `<prefix>-Limit`, `-Remaining` and `-Reset` say; None unless all is said."""
    limit = _whole(headers.get(f"{prefix}-Limit"))
    remaining = _whole(headers.get(f"{prefix}-Remaining"))
    wait = _wait(headers.get(f"{prefix}-Reset"), headers, now)
    if limit is None or remaining is None or wait is None:
        return None
    return Budget(limit, remaining, now + _capped(wait))


def whole_again(headers: Mapping[str, str], prefix: str, now: datetime) -> datetime:
    """Returns when to try again after "too many reads"; absurd moments are capped."""
    for name in ("Retry-After", f"{prefix}-Reset"):
        wait = _wait(headers.get(name), headers, now)
        if wait is not None:
            return now + max(_capped(wait), timedelta(seconds=1))
    return now + USUAL_WAIT


def _capped(wait: timedelta) -> timedelta:
    return min(max(wait, timedelta(0)), LONGEST_WAIT)


def _wait(told: str | None, headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long it is until a moment told as seconds from now, since 1970, ISO or HTTP date."""
    if not told:
        return None
    seconds = _seconds(told)
    if seconds is not None and seconds < _YEAR_S:
        return timedelta(seconds=max(seconds, 0))
    moment = _since_1970(seconds) if seconds is not None else _date(told)
    return moment - _their_now(headers, now) if moment else None


def _their_now(headers: Mapping[str, str], now: datetime) -> datetime:
    return _date(headers.get("Date", "")) or now


def _date(told: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(told.strip())
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            continue
    return None


def _since_1970(seconds: float) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.max.replace(tzinfo=UTC)


def _seconds(told: str) -> float | None:
    try:
        seconds = float(told[:40])
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) else None


def _whole(told: str | None) -> int | None:
    if told is None or not told.strip().isascii() or not told.strip().isdigit():
        return None
    return min(int(told.strip()[:18]), 10**12)
