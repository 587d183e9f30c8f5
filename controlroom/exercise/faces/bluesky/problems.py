"""What Bluesky's servers refuse, and how they say it: an error's name and a sentence."""

from collections.abc import Mapping


class Refusal(Exception):
    """An answer that is an error.

    Attributes:
        headers: what goes with it besides the usual.
    """

    def __init__(
        self, status: int, error: str, message: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error, "message": message}
        self.headers = dict(headers or {})


def invalid(message: str, error: str = "InvalidRequest") -> Refusal:
    """The request makes no sense, or what it names is not there."""
    return Refusal(400, error, message)


def no_token() -> Refusal:
    return Refusal(401, "AuthMissing", "Authentication Required")


def not_allowed() -> Refusal:
    """Somebody else's account."""
    return Refusal(401, "AuthenticationRequired", "Authentication Required")


def bad_token(message: str = "Token could not be verified") -> Refusal:
    return Refusal(400, "InvalidToken", message)


def expired(message: str = "Token has expired") -> Refusal:
    return Refusal(400, "ExpiredToken", message)


def not_served() -> Refusal:
    return Refusal(501, "MethodNotImplemented", "Method Not Implemented")


def broken() -> Refusal:
    return Refusal(500, "InternalServerError", "Internal Server Error")


def too_many(headers: Mapping[str, str]) -> Refusal:
    return Refusal(429, "RateLimitExceeded", "Rate Limit Exceeded", headers)


def too_large(error: str = "PayloadTooLarge", message: str = "request entity too large") -> Refusal:
    return Refusal(413, error, message)
