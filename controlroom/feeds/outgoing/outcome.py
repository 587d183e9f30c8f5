"""What an answer means for a delivery, and the network's words made fit to be shown and kept."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from controlroom.feeds import clock
from controlroom.feeds.errors import (
    AddressRefused,
    BudgetUsed,
    HungUp,
    NotFound,
    PermissionMissing,
    ReadError,
    RedirectRefused,
    TokenExpired,
)
from controlroom.feeds.outgoing.outlet import SOON, Reply
from controlroom.feeds.writing import NotSent
from controlroom.model.decoding import anything
from controlroom.model.outgoing.delivery import Unsent

LONGEST_SAID = 200
SURELY_NOT = frozenset(
    {400, 401, 402, 403, 404, 405, 406, 410, 411, 413, 414, 415, 416, 417}
    | {422, 423, 426, 428, 429, 431, 451}
)
"""Statuses by which a server says that it did nothing. Not among them: 408 and 409, which come when
a first attempt is still being worked on, and everything of 500 and more.
"""
_REASONS: Mapping[int, Unsent] = {
    401: Unsent.SIGN_IN,
    403: Unsent.PERMISSION,
    404: Unsent.GONE,
    410: Unsent.GONE,
    429: Unsent.TOO_MANY,
}
_OF_READS: Mapping[type, Unsent] = {
    TokenExpired: Unsent.SIGN_IN,
    PermissionMissing: Unsent.PERMISSION,
    NotFound: Unsent.GONE,
    BudgetUsed: Unsent.TOO_MANY,
    HungUp: Unsent.STOPPED,
    AddressRefused: Unsent.UNABLE,
    RedirectRefused: Unsent.UNABLE,
}
_QUERY = re.compile(r"(https?://[^\s?#]*)[?#]\S*")
_SECRET = re.compile(r"(?i:\b(?:bearer|oauth|basic)\s+\S+)|[A-Za-z0-9_\-.~+/=]{32,}")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_TAG = re.compile(r"<[^<>]{0,300}>")


def plain(said: str) -> str:
    """Returns a network's words: one line, without anything that could be a token or a query."""
    line = _UNSHOWN.sub(" ", said[:2000])
    line = _SECRET.sub("…", _QUERY.sub(r"\1", _TAG.sub(" ", line)))
    line = " ".join(line.split())
    return line if len(line) <= LONGEST_SAID else f"{line[: LONGEST_SAID - 1]}…"


def parsed(body: bytes) -> Any:
    """Returns an answer's JSON, None where it is none."""
    try:
        return anything(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def fields(body: bytes) -> dict[str, Any]:
    """Returns an answer's JSON object, an empty one where it is none."""
    told = parsed(body)
    return told if isinstance(told, dict) else {}


def text(told: Any) -> str:
    """Returns words that came as JSON, "" for everything that is none."""
    return told if isinstance(told, str) else ""


def refused(
    reply: Reply, said: str, now: datetime, prefix: str = "", reason: Unsent | None = None
) -> NotSent:
    """Returns what a definite refusal is.

    Args:
        said: the network's words, as they came.
        prefix: how its budget headers begin.
        reason: where it is known better than by the status.
    """
    why = reason or _REASONS.get(reply.status, Unsent.REFUSED)
    again = clock.whole_again(reply.headers, prefix, now) if why is Unsent.TOO_MANY else None
    words = plain(said) or f"answer {reply.status}"
    return NotSent(host=reply.host, reason=why, said=words, again_at=again)


def unread(error: ReadError, host: str, now: datetime) -> NotSent:
    """Returns what it means that something could not be read before anything was published."""
    kinds = (kind for kind in type(error).__mro__ if kind in _OF_READS)
    reason = _OF_READS[kind] if (kind := next(kinds, None)) else Unsent.UNREACHED
    again: datetime | None = now + SOON if reason is Unsent.UNREACHED else None
    if isinstance(error, BudgetUsed):
        again = min(error.resets_at, now + clock.LONGEST_WAIT)
    return NotSent(host=host, reason=reason, said=plain(error.told()), again_at=again)


def renewed(host: str, now: datetime) -> NotSent:
    """Returns what a refused sign-in is that has been renewed: the next attempt will do."""
    again = now + timedelta(seconds=1)
    said = "the sign-in had run out and was renewed"
    return NotSent(host=host, reason=Unsent.UNREACHED, said=said, again_at=again)
