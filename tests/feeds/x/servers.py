"""X on loopback, scripted."""

import json
from typing import Any
from urllib.parse import urlencode

from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Seat
from controlroom.feeds.networks.x.connect import SITE
from controlroom.feeds.networks.x.tokens import HOST
from controlroom.model.credential import AppKey, Credential
from controlroom.model.profile import Profile
from tests.feeds.seats import seat as make_seat

APP = AppKey("app-of-the-force", "SENTINEL-SECRET", "key-of-the-force", "SENTINEL-KEY-SECRET")
TOKEN = "SENTINEL-ACCESS"
REFRESH = "SENTINEL-REFRESH"
PROFILE = Profile(1, "x", "1700000000000000100", "WestmarchPolice")
SEARCH = "/2/tweets/search/recent"
MENTIONS = f"/2/users/{PROFILE.remote_id}/mentions"


def base_of(server: HTTPServer) -> str:
    return server.url_for("").rstrip("/")


def servers_of(server: HTTPServer) -> dict[str, str]:
    return {HOST: base_of(server), SITE: base_of(server)}


def seat(server: HTTPServer, **credential: Any) -> Seat:
    """Returns a seat of the force's profile, whose X is `server`."""
    told = {"access": TOKEN, "app": APP} | credential
    return make_seat(PROFILE, servers_of(server), Credential(**told))


def post(number: int | str, text: str = "Something in Brackenford") -> dict[str, Any]:
    """Returns a post as X sends it."""
    return {
        "id": str(number),
        "text": text,
        "created_at": "2026-11-22T08:14:05.000Z",
        "author_id": "101",
        "edit_history_post_ids": [str(number)],
    }


def page(*numbers: int | str, further: str = "") -> str:
    """Returns a page of posts, newest first, with a cursor to the next one."""
    ids = [str(number) for number in numbers]
    meta = {"result_count": len(ids)} | ({"next_token": further} if further else {})
    ends = {"newest_id": ids[0], "oldest_id": ids[-1]} if ids else {}
    return json.dumps({"meta": meta | ends} | ({"data": [post(one) for one in ids]} if ids else {}))


def queries(server: HTTPServer) -> list[dict[str, str]]:
    """Returns the queries the server was sent."""
    return [dict(request.args) for request, _ in server.log]


def problem(kind: str, **more: Any) -> str:
    told = {"type": f"https://api.x.com/2/problems/{kind}", "title": kind, "detail": "told"}
    return json.dumps(told | more)


def query_of(**asked: str) -> str:
    return urlencode(asked)
