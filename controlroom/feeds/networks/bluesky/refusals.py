"""Bluesky's own errors: a name and a sentence in the body, mostly with the status 400."""

import re

from controlroom.feeds.errors import (
    NetworkDown,
    NotFound,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.networks.bluesky import shape
from controlroom.feeds.wire import Refusal
from controlroom.model.decoding import decoder


class SaidNotFound(NotFound):
    """The network itself said so, and not merely some server on the way with its status."""


_refused = decoder(shape.Refused).decode
_MEANINGS: dict[str, type[ReadError]] = {
    "ExpiredToken": TokenExpired,
    "InvalidToken": TokenExpired,
    "AuthMissing": TokenExpired,
    "AuthenticationRequired": TokenExpired,
    "AccountTakedown": PermissionMissing,
    "AccountSuspended": PermissionMissing,
    "AccountDeactivated": PermissionMissing,
    "BlockedActor": PermissionMissing,
    "BlockedByActor": PermissionMissing,
    "Forbidden": PermissionMissing,
    "NotFound": SaidNotFound,
    "ActorNotFound": NotFound,
    "RecordNotFound": NotFound,
    "RepoNotFound": NotFound,
    "UnknownFeed": NotFound,
    "UnknownList": NotFound,
}
_DOWN = frozenset({"UpstreamFailure", "UpstreamTimeout", "NotEnoughResources"})
_NARROW = re.compile(r"bad token (scope|method)|insufficient", re.IGNORECASE)
"""The sign-in is good, but not for this: messages need an app password that allows them."""
_ABSENT = re.compile(r"not found|(could not|unable to) (find|locate|resolve)", re.IGNORECASE)


def meaning_of(refusal: Refusal) -> ReadError | None:
    """Returns what a refusal means here; None if it has only its usual meaning."""
    if refusal.status == 429:
        return None
    told = told_in(refusal.body)
    return told_error(told, refusal.host) if told else None


def told_in(body: bytes) -> shape.Refused | None:
    """Returns the error in a body, None if it has none."""
    try:
        told = _refused(body)
    except (ValueError, RecursionError):
        return None
    return told if told.error else None


def told_error(told: shape.Refused, host: str) -> ReadError | None:
    """Returns the error of ours for one of the network's; None for those without a name here."""
    if told.error == "InvalidToken" and _NARROW.search(told.message):
        return PermissionMissing(host=host)
    if told.error in _DOWN:
        return NetworkDown(host=host, reason="a server behind it does not answer")
    if told.error == "InvalidRequest" and _ABSENT.search(told.message):
        return NotFound(host=host)
    kind = _MEANINGS.get(told.error)
    return kind(host=host) if kind else None
