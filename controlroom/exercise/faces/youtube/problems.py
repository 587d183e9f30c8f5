"""How YouTube refuses: a code, and in the body the reason that counts."""

from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]
_STATUS = {
    400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
}  # fmt: skip


class Refusal(Exception):
    """An answer of 400 and more."""

    def __init__(
        self, status: int, reason: str, message: str, domain: str = "youtube",
        more: Mapping[str, Any] | None = None, details: Sequence[Json] = (),
    ) -> None:  # fmt: skip
        super().__init__(reason)
        self.status = status
        fault = {"message": message, "domain": domain, "reason": reason} | dict(more or {})
        error: Json = {"code": status, "message": message, "errors": [fault]}
        if domain == "global":
            error["status"] = _STATUS.get(status, "UNKNOWN")
        if details:
            error["details"] = list(details)
        self.body: Json = {"error": error}


def unauthorized() -> Refusal:
    """A token that does not hold."""
    more = {"location": "Authorization", "locationType": "header"}
    return Refusal(401, "authError", "Invalid Credentials", "global", more)


def no_key() -> Refusal:
    """Nobody says who asks."""
    text = "Method doesn't allow unregistered callers (callers without established identity)."
    return Refusal(403, "forbidden", text, "global")


def forbidden(what: str = "The request might not be properly authorized.") -> Refusal:
    """Somebody else's."""
    return Refusal(403, "forbidden", what)


def missing(reason: str, what: str, parameter: str = "id") -> Refusal:
    """What is named is not there."""
    more = {"location": parameter, "locationType": "parameter"}
    return Refusal(
        404, reason, f"The {what} that you are trying to find cannot be found.", more=more
    )


def invalid(reason: str, message: str, parameter: str = "") -> Refusal:
    """What was sent cannot be taken."""
    more = {"location": parameter, "locationType": "parameter"} if parameter else {}
    return Refusal(400, reason, message, more=more)


def no_place(parameter: str = "pageToken") -> Refusal:
    """A page that is not there."""
    text = "The request specifies an invalid page token."
    return invalid("invalidPageToken", text, parameter)


def missing_parameter(name: str) -> Refusal:
    """Something has to be said."""
    return Refusal(400, "missingRequiredParameter", f"No filter selected. Expected one of: {name}")


def quota_used() -> Refusal:
    """The units of the day are used up."""
    text = (
        'The request cannot be completed because you have exceeded your <a href="/youtube/v3/'
        'getting-started#quota">quota</a>.'
    )
    return Refusal(403, "quotaExceeded", text, "youtube.quota")


def bucket_used(project: str, bucket: str, limit: int) -> Refusal:
    """A bucket of its own is used up for the day."""
    text = f"Quota exceeded for quota metric '{bucket}' and limit '{bucket} per day'."
    metadata = {
        "service": "youtube.googleapis.com", "consumer": f"projects/{project}",
        "quota_limit": f"{bucket}PerDayPerProject", "quota_limit_value": str(limit),
        "quota_unit": "1/d/{project}", "quota_metric": f"youtube.googleapis.com/{bucket}",
    }  # fmt: skip
    detail = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com", "metadata": metadata,
    }  # fmt: skip
    return Refusal(429, "rateLimitExceeded", text, "global", details=[detail])
