"""How Mastodon refuses."""

from collections.abc import Mapping
from typing import Any


class Refusal(Exception):
    """An answer of 400 and more, `{"error": …}`."""

    def __init__(
        self, status: int, error: str, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error} | more
        self.headers = dict(headers or {})


def not_found() -> Refusal:
    """What is named is not there, or not for whoever asks."""
    return Refusal(404, "Record not found")


def unauthorized() -> Refusal:
    """No token where one is needed, or one that does not hold."""
    return Refusal(401, "The access token is invalid")


def outside_scopes() -> Refusal:
    """The token does not allow it."""
    return Refusal(403, "This action is outside the authorized scopes")


def not_allowed() -> Refusal:
    """Somebody else's."""
    return Refusal(403, "This action is not allowed")


def invalid(what: str) -> Refusal:
    """What was sent cannot be taken."""
    return Refusal(422, f"Validation failed: {what}")


def too_many(headers: Mapping[str, str]) -> Refusal:
    """One call too many."""
    return Refusal(429, "Too many requests", headers)
