"""Errors of the Graph: told in the body, with codes of its own, whatever the status says."""

from collections.abc import Mapping
from datetime import datetime, timedelta

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
from controlroom.feeds.graph.usage import regained_in
from controlroom.model.decoding import from_json

_SIGNED_OUT = frozenset({102, 190})
_SHUT = frozenset({3, 10, *range(200, 300)})
_SPENT = frozenset({4, 17, 32, 341, 368, 613, *range(80_000, 80_100)})
_ABSENT = frozenset({21, 100, 803, 2500})
_UNKNOWN, _DOWN, _NO_APP = 1, 2, 101
_OF_APP = ("validating client secret", "validating application")

_ROLLING_WAIT = timedelta(minutes=5)
"""How long a spent budget is left alone if nothing is said: its window rolls, and asking adds."""


class UnknownField(NonsenseReceived):
    """What was asked for is of another kind, and has no such field."""


class AppNotAccepted(PermissionMissing):
    """The application that asks is not there, or does not have this secret."""


class TooMuchAsked(NetworkDown):
    """The network gave up; the same question in smaller pieces may do."""


class _Error(msgspec.Struct):
    code: int = 0
    error_subcode: int | None = None
    message: str | None = None
    is_transient: bool | None = None


class _Body(msgspec.Struct):
    error: _Error | None = None


def fault_of(body: bytes, headers: Mapping[str, str], host: str, now: datetime) -> ReadError | None:
    """Returns the error a body tells of, None if it is none of the Graph's."""
    if b'"error"' not in body:
        return None
    try:
        error = from_json(body, _Body).error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return _meaning(error, headers, host, now) if error else None


def _meaning(error: _Error, headers: Mapping[str, str], host: str, now: datetime) -> ReadError:
    code, message = error.code, (error.message or "").lower()
    if code == _NO_APP or any(words in message for words in _OF_APP):
        return AppNotAccepted(host=host)
    if code in _SIGNED_OUT:
        return TokenExpired(host=host)
    if code in _SPENT:
        return BudgetUsed(host=host, resets_at=now + _wait(headers, now))
    if code in _SHUT or "appsecret_proof" in message:
        return PermissionMissing(host=host)
    if code == _UNKNOWN:
        return TooMuchAsked(host=host, reason="it failed and does not say why")
    if code == _DOWN or error.is_transient:
        return NetworkDown(host=host, reason="it is out of order for a while")
    if code in _ABSENT:
        return _absent(message, host)
    return NonsenseReceived(host=host, reason=f"error {code}")


def _absent(message: str, host: str) -> ReadError:
    if "nonexisting field" in message or "nonexistent field" in message:
        return UnknownField(host=host, reason="it does not know a field that was asked for")
    return NotFound(host=host)


def _wait(headers: Mapping[str, str], now: datetime) -> timedelta:
    told = regained_in(headers)
    if told:
        return told
    if headers.get("Retry-After"):
        return clock.whole_again(headers, "", now) - now
    return _ROLLING_WAIT
