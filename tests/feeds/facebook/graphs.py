"""A scripted Graph on loopback, and the seats that read it."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from pytest_httpserver import HTTPServer
from pytest_httpserver.httpserver import QueryMatcher, RequestHandler

from controlroom.feeds.networks.facebook.feed import FacebookFeed
from controlroom.model.credential import AppKey, Credential
from controlroom.model.profile import Profile
from tests.feeds.seats import seat

PAGE = "104400000000077"
TOKEN = "EAAB-SENTINEL-of-a-page"
ERROR = {"type": "OAuthException", "fbtrace_id": "AbC"}


def feed_of(server: HTTPServer, app: AppKey = AppKey()) -> FacebookFeed:
    """Returns a feed that is led to `server`."""
    profile = Profile(1, "facebook", PAGE, "WestmarchPolice")
    base = server.url_for("").rstrip("/")
    return FacebookFeed(seat(profile, {"graph.facebook.com": base}, Credential(TOKEN, app=app)))


def expect(
    server: HTTPServer, path: str, query: Mapping[str, str] | None = None, *, once: bool = True
) -> RequestHandler:
    """Expects a question; of its query only what is named has to fit."""
    matcher = _Has(query or {})
    ask = server.expect_oneshot_request if once else server.expect_request
    return ask(f"/v26.0/{path}", query_string=matcher)


class _Has(QueryMatcher):
    """A query in which what is wanted stands, whatever else does."""

    def __init__(self, wanted: Mapping[str, str]) -> None:
        self.wanted = wanted

    def get_comparing_values(self, request_query_string: bytes) -> tuple[Any, Any]:
        told = parse_qs(request_query_string.decode())
        return {name: "".join(told.get(name, ())) for name in self.wanted}, self.wanted


def listing(*items: Any, after: str = "") -> str:
    """Returns a page of an edge; its next address has a token in it, as Facebook's have."""
    paging: dict[str, Any] = {"cursors": {"before": "b", "after": after or "last"}}
    if after:
        paging["next"] = f"https://graph.facebook.com/x?access_token={TOKEN}&after={after}"
    return json.dumps({"data": list(items), "paging": paging})


def error(code: int, message: str = "no", **more: Any) -> str:
    """Returns an error as the Graph tells it."""
    return json.dumps({"error": {**ERROR, "code": code, "message": message, **more}})


def post(number: str, **more: Any) -> dict[str, Any]:
    plain = {"id": f"{PAGE}_{number}", "created_time": "2026-11-22T08:14:05+0000"}
    return {**plain, "message": f"post {number}", "from": {"id": PAGE, "name": "WP"}, **more}


def comment(remote_id: str, minute: int = 0, **more: Any) -> dict[str, Any]:
    moment = f"2026-11-22T11:{minute:02}:00+0000"
    return {"id": remote_id, "created_time": moment, "message": remote_id, **more}
