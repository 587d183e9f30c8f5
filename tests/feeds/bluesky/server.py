"""A Bluesky account server, scripted on loopback."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request

from controlroom.feeds.base import Seat
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW, seat

OWN = "did:plc:westmarch2westmarch2west"
IDA = "did:plc:idaquill2idaquill2idaqui"
PLAIN = json.loads((Path(__file__).parent / "plain.payload.json").read_text(encoding="utf-8"))
VIEW = PLAIN["feed"][0]["post"]


def uri(key: str, who: str = IDA) -> str:
    return f"at://{who}/app.bsky.feed.post/{key}"


def view(key: str, who: str = IDA, **more: Any) -> dict[str, Any]:
    """Returns a post of somebody, as the network shows it."""
    author = VIEW["author"] | {"did": who}
    return VIEW | {"uri": uri(key, who), "author": author} | more


def timeline(*keys: str, cursor: str = "") -> dict[str, Any]:
    return {"feed": [{"post": view(key)} for key in keys]} | ({"cursor": cursor} if cursor else {})


def found(*keys: str) -> dict[str, Any]:
    return {"posts": [view(key) for key in keys]}


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("bluesky", kind, 1, term)


def token(**claims: object) -> str:
    """Returns a token that says this of itself."""
    packed = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"SENTINEL-e30.{packed}.c2ln"


def session(number: int, lasts_s: float = 7200, **more: Any) -> dict[str, Any]:
    """Returns what the server answers to a sign-in or a renewal."""
    now = NOW.timestamp()
    return {
        "accessJwt": token(exp=now + lasts_s, scope="com.atproto.appPass", n=number),
        "refreshJwt": token(exp=now + 7_776_000, scope="com.atproto.refresh", n=number),
        "did": OWN,
        "handle": "westmarch.police.example",
        "active": True,
    } | more


def feed_at(httpserver: HTTPServer, credential: Credential | None = None) -> BlueskyFeed:
    return BlueskyFeed(seat_at(httpserver, credential))


def seat_at(httpserver: HTTPServer, credential: Credential | None = None) -> Seat:
    """Returns the seat of a profile whose account lives on this server."""
    return seat_by(httpserver.url_for("").rstrip("/"), credential)


def seat_by(base: str, credential: Credential | None = None) -> Seat:
    profile = Profile(1, "bluesky", OWN, "westmarch.police.example")
    return seat(profile, {"bsky.social": base}, credential or Credential("SENTINEL-ACCESS"))


def asked(httpserver: HTTPServer) -> list[Request]:
    return [request for request, _ in httpserver.log]


def answers(
    httpserver: HTTPServer,
    name: str,
    body: object,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **query: str,
) -> None:
    """Has the server answer one question of this name."""
    wanted = httpserver.expect_oneshot_request(f"/xrpc/{name}", query_string=query or None)
    told = body if isinstance(body, str) else json.dumps(body)
    wanted.respond_with_data(told, status, headers, content_type="application/json")
