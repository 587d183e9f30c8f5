"""What headers say about the budget: percentages of a rolling window, never numbers of calls.

A page's limit is a multiple of the people who engage with it, which Facebook no longer tells, so
nothing can be computed beforehand: the headers are all there is.
"""

import math
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from controlroom.feeds.base import Budget, Per
from controlroom.feeds.clock import LONGEST_WAIT
from controlroom.model.decoding import anything

APP = "app"
_OF_APP = "X-App-Usage"
_OF_PROFILE = "X-Business-Use-Case-Usage"
_NAMES = ("pages", "messenger", "instagram")
_ASKED_AGAIN = timedelta(minutes=15)
"""When a share of a rolling window is worth another look; it is never whole at one moment."""
_SHARES = ("call_count", "total_cputime", "total_time")


def budgets_of(headers: Mapping[str, str], now: datetime) -> tuple[Budget, ...]:
    """Returns the app's budget and those of the profile, in percent."""
    budgets = {one.name: one for one in _all(headers, now)}
    return tuple(budgets[name] for name in (APP, *_NAMES) if name in budgets)


def regained_in(headers: Mapping[str, str]) -> timedelta:
    """Returns how long access stays shut, zero if the network does not say."""
    waits = [_regained(use) for use in _of_business(headers)]
    return max(waits, default=timedelta(0))


def _all(headers: Mapping[str, str], now: datetime) -> Iterator[Budget]:
    """The tightest of a name comes last."""
    known = [use for use in _of_business(headers) if use.get("type") in _NAMES]
    found = [_budget(use, use["type"], Per.PROFILE, now) for use in known]
    found += [_budget(use, APP, Per.APP, now) for use in _of_app(headers)]
    yield from sorted(filter(None, found), key=lambda one: -one.remaining)


def _budget(use: Mapping[str, Any], name: str, per: Per, now: datetime) -> Budget | None:
    shares = [share for share in (_number(use.get(key)) for key in _SHARES) if share is not None]
    if not shares:
        return None
    used = min(math.ceil(max(shares)), 100)
    return Budget(100, 100 - used, now + (_regained(use) or _ASKED_AGAIN), name, per)


def _regained(use: Mapping[str, Any]) -> timedelta:
    minutes = _number(use.get("estimated_time_to_regain_access")) or 0
    return min(timedelta(minutes=min(minutes, 1e6)), LONGEST_WAIT)


def _of_app(headers: Mapping[str, str]) -> list[Mapping[str, Any]]:
    told = _decoded(headers.get(_OF_APP))
    return [told] if isinstance(told, dict) else []


def _of_business(headers: Mapping[str, str]) -> list[Mapping[str, Any]]:
    """Returns the uses, listed by the id of a business."""
    told = _decoded(headers.get(_OF_PROFILE))
    lists = told.values() if isinstance(told, dict) else ()
    uses = [use for one in lists if isinstance(one, list) for use in one]
    return [use for use in uses if isinstance(use, dict)]


def _decoded(header: str | None) -> Any:
    try:
        return anything(header or "null")
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def _number(told: Any) -> float | None:
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    return float(told) if 0 <= told < 1e9 else None
