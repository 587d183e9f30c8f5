"""How X refuses: the bodies of its errors, whole and in part."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
_PROBLEMS = "https://api.x.com/2/problems/"


class Refusal(Exception):
    """An answer of 400 and more."""

    def __init__(self, status: int, body: Json, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(body.get("detail", ""))
        self.status = status
        self.body = body
        self.headers = dict(headers or {})


def kind(name: str) -> str:
    """Returns the address that stands for a kind of problem."""
    return _PROBLEMS + name


def invalid(parameter: str, value: str, message: str) -> Refusal:
    """Something in the question makes no sense."""
    told = {"parameters": {parameter: [value]}, "message": message}
    return Refusal(400, _invalid([told]))


def not_valid(parameter: str, value: str) -> Refusal:
    """A value of a form X does not take."""
    told = value[:100]
    return invalid(
        parameter, told, f"The `{parameter}` query parameter value [{told}] is not valid"
    )


def invalid_body(message: str) -> Refusal:
    """What was sent has another form."""
    return Refusal(400, _invalid([{"parameters": {}, "message": message}]))


def invalid_rules(errors: list[Json]) -> Refusal:
    """Some rules are none in X's query language; then none is added."""
    summary = {"created": 0, "not_created": len(errors), "valid": 0, "invalid": len(errors)}
    return Refusal(400, _invalid(errors) | {"meta": {"summary": summary}})


def unauthorized() -> Refusal:
    """No token, or one that does not hold."""
    return Refusal(401, _blank("Unauthorized", 401))


def forbidden(detail: str = "Forbidden") -> Refusal:
    """X knows who asks and says no."""
    return Refusal(403, _blank("Forbidden", 403, detail))


def not_found() -> Refusal:
    """There is no such address."""
    return Refusal(404, _blank("Not Found", 404))


def too_many(headers: Mapping[str, str]) -> Refusal:
    """One call too many."""
    return Refusal(429, _blank("Too Many Requests", 429), headers)


def wrong_kind_of_token(*, app: bool) -> Refusal:
    """A token of the wrong kind: the application's own, or that of a person."""
    used = "Application-Only" if app else "User Context"
    wanted = "OAuth 1.0a User Context, OAuth 2.0 User Context" if app else "OAuth 2.0 App-Only"
    detail = (
        f"Authenticating with OAuth 2.0 {used} is forbidden for this endpoint.  "
        f"Supported authentication types are [{wanted}]."
    )
    body = {"title": "Unsupported Authentication", "detail": detail, "status": 403}
    return Refusal(403, body | {"type": kind("unsupported-authentication")})


def place_taken() -> Refusal:
    """The one connection of an application stands already."""
    body = {
        "title": "ConnectionException",
        "detail": "This stream is currently at the maximum allowed connection limit.",
        "connection_issue": "TooManyConnections",
        "type": kind("streaming-connection"),
    }
    return Refusal(429, body)


def no_rules() -> Refusal:
    """A stream without a rule would say nothing."""
    body = {
        "title": "ConnectionException",
        "detail": "You must define rules for this stream before connecting.",
        "connection_issue": "RuleConfigurationIssue",
        "type": kind("streaming-connection"),
    }
    return Refusal(409, body)


def missing(what: str, parameter: str, value: str) -> Json:
    """A part of what was asked for is not there, or not any more."""
    return {
        "type": kind("resource-not-found"),
        "title": "Not Found Error",
        "detail": f"Could not find {what} with {parameter}: [{value}].",
        "resource_type": what,
        "resource_id": value,
        "parameter": parameter,
        "value": value,
    }


def disconnected() -> Json:
    """X ends a stream that does not keep up."""
    return {
        "title": "operational-disconnect",
        "disconnect_type": "UpstreamOperationalDisconnect",
        "detail": "This stream has been disconnected upstream for operational reasons.",
        "type": kind("operational-disconnect"),
    }


def _invalid(errors: list[Json]) -> Json:
    return {
        "errors": errors,
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": kind("invalid-request"),
    }


def _blank(title: str, status: int, detail: str = "") -> Json:
    return {"title": title, "detail": detail or title, "type": "about:blank", "status": status}
