"""What YouTube means when it refuses. It says so in the body: its codes alone would mislead."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from controlroom.feeds import clock
from controlroom.feeds.errors import (
    BudgetUsed,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.networks.youtube import shape
from controlroom.feeds.rules import rules_of
from controlroom.feeds.wire import Refusal
from controlroom.model.decoding import decoder

UNITS = "units"
SEARCHES = "searches"
_SEARCH_PATH = "/search"
_refusal = decoder(shape.Refusal).decode
_DAILY = frozenset(("quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg"))
_SOON = frozenset(("rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"))
_A_DAY = "/d/"
"""In the unit of a newer refusal: so and so many a day."""


class CommentsOff(NotFound):
    sentence = "Comments are turned off there ({host})."
    remedy = "Nothing can be read until the owner of the video turns them on again."


class ChatOver(NotFound):
    """A live chat that has ended or is turned off; the feed takes it as "nothing new"."""


class PlaceLost(NonsenseReceived):
    """The place where reading was to go on is no longer known; it begins anew."""


_MEANINGS: Mapping[str, type[ReadError]] = {
    "commentsDisabled": CommentsOff,
    "liveChatEnded": ChatOver,
    "liveChatDisabled": ChatOver,
    "liveChatNotFound": ChatOver,
    "forbidden": PermissionMissing,
    "insufficientPermissions": PermissionMissing,
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT": PermissionMissing,
    "accessNotConfigured": PermissionMissing,
    "liveStreamingNotEnabled": PermissionMissing,
    "insufficientLivePermissions": PermissionMissing,
    "channelForbidden": PermissionMissing,
    "playlistItemsNotAccessible": PermissionMissing,
    "youtubeSignupRequired": PermissionMissing,
    "authError": TokenExpired,
    "channelClosed": NotFound,
    "channelSuspended": NotFound,
}
_BUSY = frozenset(("processingFailure", "backendError", "internalError", "SERVICE_UNAVAILABLE"))
_PLACES = frozenset(("invalidPageToken", "pageTokenInvalid"))


def meaning(refusal: Refusal, now: datetime) -> ReadError | None:
    """Returns what a refusal means; None where its status says enough."""
    error = _told(refusal.body)
    if error is None:
        return None
    reasons = {fault.reason for fault in error.errors} | {one.reason for one in error.details}
    if used := _used(reasons, error, refusal, now):
        return used
    if reasons & _BUSY:
        return NetworkDown(host=refusal.host, reason="it could not carry the request out")
    if reasons & _PLACES:
        return PlaceLost(host=refusal.host, reason="it lost our place")
    known = (_MEANINGS[reason] for reason in sorted(reasons) if reason in _MEANINGS)
    kind = next(known, None)
    return kind(host=refusal.host) if kind else None


def whole_at(allowance: str, now: datetime) -> datetime:
    """Returns when an allowance is whole again: at the midnight its rules name."""
    rule = rules_of("youtube").allowance(allowance)
    zone = ZoneInfo(rule.midnight if rule and rule.midnight else "UTC")
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC)


def _used(
    reasons: set[str], error: shape.Error, refusal: Refusal, now: datetime
) -> BudgetUsed | None:
    allowance = SEARCHES if refusal.asked.endswith(_SEARCH_PATH) else UNITS
    if reasons & _DAILY or (reasons & _SOON and _by_the_day(error)):
        whole = whole_at(allowance, now)
        return BudgetUsed(host=refusal.host, resets_at=whole, allowance=allowance)
    if reasons & _SOON or error.status == "RESOURCE_EXHAUSTED":
        again = clock.whole_again(refusal.headers, "", now)
        return BudgetUsed(host=refusal.host, resets_at=again, allowance=allowance)
    return None


def _by_the_day(error: shape.Error) -> bool:
    units = (one.metadata.quota_unit for one in error.details if one.metadata)
    return any(_A_DAY in unit for unit in units)


def _told(body: bytes) -> shape.Error | None:
    try:
        return _refusal(body).error
    except (msgspec.DecodeError, RecursionError):
        return None
