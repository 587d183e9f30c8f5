"""Errors of the Graph: told in the body, with codes and words of its own."""

from collections.abc import Mapping
from typing import Any

_DOCS = "https://developers.facebook.com/docs/graph-api"


class Problem(Exception):
    """What the Graph answers instead.

    Attributes:
        more: members of the error beside the usual ones.
    """

    def __init__(
        self,
        code: int,
        message: str,
        *,
        status: int = 400,
        kind: str = "OAuthException",
        subcode: int = 0,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.kind = kind
        self.subcode = subcode
        self.more = more or {}

    def body(self, trace: str) -> dict[str, Any]:
        """Returns the error as it is told."""
        told: dict[str, Any] = {"message": self.message, "type": self.kind, "code": self.code}
        if self.subcode:
            told["error_subcode"] = self.subcode
        return {"error": {**told, **self.more, "fbtrace_id": trace}}


def absent(told: str, method: str = "get") -> Problem:
    """What is not there, or not for who asks."""
    return Problem(
        100,
        f"Unsupported {method.lower()} request. Object with ID '{told}' does not exist, cannot be "
        "loaded due to missing permissions, or does not support this operation. Please read the "
        f"Graph API documentation at {_DOCS}",
        kind="GraphMethodException",
        subcode=33,
    )


def unknown_alias(told: str) -> Problem:
    """A handle nobody has."""
    return Problem(803, f"(#803) Some of the aliases you requested do not exist: {told}",
                   status=404)  # fmt: skip


def unknown_field(name: str, node: str) -> Problem:
    """A field or a list that a kind of thing does not have."""
    return Problem(100, f"(#100) Tried accessing nonexisting field ({name}) on node type ({node})")


def unknown_path(path: str) -> Problem:
    """A path that leads nowhere."""
    return Problem(2500, f"Unknown path components: {path}")


def bad(message: str, subcode: int = 0) -> Problem:
    """A parameter that will not do."""
    return Problem(100, f"(#100) {message}", subcode=subcode)


def forbidden(message: str, code: int = 200) -> Problem:
    """A permission that is missing: codes 10 and 200 to 299."""
    return Problem(code, f"(#{code}) {message}", status=403)


def no_token() -> Problem:
    """Who asks for "me" and is nobody."""
    return Problem(2500, "An active access token must be used to query information about the "
                   "current user.")  # fmt: skip


def bad_token() -> Problem:
    """A token that was never given."""
    return Problem(190, "Invalid OAuth access token - Cannot parse access token", status=401)


def ended_token() -> Problem:
    """A token that was taken back."""
    return Problem(
        190,
        "Error validating access token: The session has been invalidated because the user changed "
        "their password or Facebook has changed the session for security reasons.",
        status=401,
        subcode=460,
    )


def expired_token() -> Problem:
    """A token whose time is over."""
    return Problem(190, "Error validating access token: Session has expired.", status=401,
                   subcode=463)  # fmt: skip


def too_much() -> Problem:
    """An answer that grows too large."""
    return Problem(1, "Please reduce the amount of data you're asking for, then retry your request",
                   status=500)  # fmt: skip


SPENT = {
    4: "(#4) Application request limit reached",
    17: "(#17) User request limit reached",
    32: "(#32) Page request limit reached",
    613: "(#613) Calls to this api have exceeded the rate limit.",
    80001: "(#80001) There have been too many calls to this Page account. Wait a bit and try again."
    f" For more info, please refer to {_DOCS}/overview/rate-limiting.",
    80002: "(#80002) There have been too many calls to this Instagram account. Wait a bit and try "
    f"again. For more info, please refer to {_DOCS}/overview/rate-limiting.",
    80006: "(#80006) There have been too many messenger api calls to this Page account. Wait a bit "
    f"and try again. For more info, please refer to {_DOCS}/overview/rate-limiting.",
}


def spent(code: int) -> Problem:
    """A budget that is used up."""
    more = {"error_subcode": 2446079} if code >= 80_000 else {}
    return Problem(code, SPENT[code], status=403, more={"is_transient": True} | more)
