"""What we ask and what we accept, held against the network's own lexicons.

PyPI's `atproto` carries them as models, made from the network's machine-readable descriptions.
"""

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from atproto_client import models
from atproto_client.models.utils import get_or_create
from pydantic.alias_generators import to_camel
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.networks.bluesky.connect import make_connector
from controlroom.feeds.networks.bluesky.feed import CAPABILITIES, BlueskyFeed
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.model.credential import Credential
from controlroom.model.stream import SourceKind
from tests.feeds.bluesky.server import OWN, seat_at, session, source, token, uri, view
from tests.feeds.bluesky.stream import event
from tests.feeds.seats import NOW

HERE = Path(__file__).parent
BROKEN = {
    "animation_from_elsewhere",
    "bad_items_are_set_aside",
    "clocks_that_are_wrong",
    "direct_messages",
    "facets_of_another_kind",
    "facets_that_make_no_sense",
    "hardly_anything",
    "images_with_alt",
    "moderators_warn",
    "thread",
    "unknown_embeds",
}
"""Pairs that show what the lexicons do not allow."""
WHOLE = {path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json")} - BROKEN
RESPONSES = {
    "feed": models.AppBskyFeedGetTimeline.Response,
    "posts": models.AppBskyFeedSearchPosts.Response,
}
TERMS = {
    SourceKind.SEARCH: "M97",
    SourceKind.HASHTAG: "M97",
    SourceKind.LIST: f"at://{OWN}/app.bsky.graph.list/3l",
    SourceKind.FEED: f"at://{OWN}/app.bsky.feed.generator/3l",
    SourceKind.CONVERSATION: uri("1"),
}
ANSWERS: dict[str, Any] = {
    "app.bsky.notification.listNotifications": {
        "notifications": [{"uri": uri("1"), "reason": "mention"}],
        "cursor": "c",
    },
    "app.bsky.feed.getPosts": {"posts": []},
    "app.bsky.feed.searchPosts": {"posts": [view("1")], "cursor": "c"},
    "app.bsky.feed.getPostThread": {"thread": {"post": view("1")}},
    "chat.bsky.convo.listConvos": {"convos": [{"id": "a", "rev": "1"}], "cursor": "c"},
    "chat.bsky.convo.getMessages": {"messages": [], "cursor": "c"},
    "com.atproto.server.createSession": session(1),
    "com.atproto.server.refreshSession": session(2),
    "com.atproto.identity.resolveHandle": {"did": OWN},
}


def described(name: str) -> Any:
    """Returns what the lexicons say of a question; fails for one they do not know."""
    *folders, last = name.split(".")
    module = ".".join([*folders, re.sub(r"(?<!^)([A-Z])", r"_\1", last).lower()])
    return importlib.import_module(f"atproto_client.models.{module}")


def hold(request: Request) -> None:
    """Holds a request against the description of its question."""
    name = request.path.removeprefix("/xrpc/")
    description = described(name)
    if request.method == "POST":
        body = request.get_data()
        assert (hasattr(description, "Data")) is bool(body)
        if body:
            get_or_create(json.loads(body), description.Data)
        return
    told = {to_camel(name): str(field.annotation) for name, field in fields_of(description)}
    assert set(request.args) <= set(told)
    query: dict[str, Any] = {}
    for key, values in request.args.lists():
        assert len(values) == 1 or "List" in told[key]
        query[key] = values if "List" in told[key] else values[0]
        if "int" in told[key]:
            query[key] = int(values[0])
    description.Params.model_validate(query)


def fields_of(description: Any) -> list[tuple[str, Any]]:
    return list(description.Params.model_fields.items())


def answer(request: Request) -> Response:
    name = request.path.removeprefix("/xrpc/")
    told = ANSWERS.get(name, {"feed": [{"post": view("1")}], "cursor": "c"})
    return Response(json.dumps(told), content_type="application/json")


@pytest.mark.parametrize("kind", list(CAPABILITIES.reads))
def test_every_read_asks_what_the_lexicons_know(httpserver: HTTPServer, kind: SourceKind) -> None:
    httpserver.expect_request(re.compile("/xrpc/.*")).respond_with_handler(answer)
    feed = BlueskyFeed(seat_at(httpserver))
    page = feed.page(source(kind, TERMS.get(kind, "")))
    if page.older:
        feed.page(source(kind, TERMS.get(kind, "")), older=page.older)
    feed.close()
    assert httpserver.log
    for request, _ in httpserver.log:
        hold(request)


def test_looking_again_and_signing_in_ask_what_the_lexicons_know(httpserver: HTTPServer) -> None:
    httpserver.expect_request(re.compile("/xrpc/.*")).respond_with_handler(answer)
    old = Credential(token(), "SENTINEL-REFRESH", expires_at=NOW, account=OWN)
    feed = BlueskyFeed(seat_at(httpserver, old))
    feed.look([uri("1"), uri("2")])
    wished = feed._lookup.id_of("ida.example")
    feed.close()
    servers = Servers({"bsky.social": httpserver.url_for("").rstrip("/")})
    connector = make_connector(Entrance("", lambda: NOW, servers))
    connector.with_password("w.example", "pass-word")
    connector.close()
    assert wished == OWN
    asked = {request.path.removeprefix("/xrpc/") for request, _ in httpserver.log}
    assert "com.atproto.server.refreshSession" in asked
    assert "com.atproto.server.createSession" in asked
    assert "app.bsky.actor.getProfile" in asked
    for request, _ in httpserver.log:
        hold(request)


def test_pages_are_as_large_as_the_network_allows() -> None:
    assert described("app.bsky.feed.getPosts").Params.model_fields["uris"].metadata
    for kind, reading in CAPABILITIES.reads.items():
        assert 0 < reading.page_size <= 100, kind


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_payload_is_as_the_network_describes_it(name: str) -> None:
    payload = json.loads((HERE / f"{name}.payload.json").read_bytes())
    (holds,) = RESPONSES.keys() & payload.keys()
    read = get_or_create(payload, RESPONSES[holds], strict=True)
    assert len(getattr(read, holds)) == len(payload[holds])


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_payload_said_to_be_broken_is_there(name: str) -> None:
    assert (HERE / f"{name}.payload.json").is_file()


def test_the_messages_are_as_the_network_describes_them() -> None:
    payload = json.loads((HERE / "direct_messages.payload.json").read_bytes())
    *good, bad = payload["messages"]
    read = get_or_create(payload | {"messages": good}, models.ChatBskyConvoGetMessages.Response)
    assert len(read.messages) == len(payload["messages"]) - 1
    assert isinstance(bad["id"], int)


def test_an_event_of_the_stream_holds_a_post_as_described() -> None:
    record = event("1")["commit"]["record"]
    assert get_or_create(record, models.AppBskyFeedPost.Record).text == "x"


def test_a_name_the_lexicons_do_not_know_would_fail() -> None:
    with pytest.raises(ImportError):
        described("app.bsky.feed.getEverything")
