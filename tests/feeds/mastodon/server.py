"""What tests of Mastodon need: statuses as they are sent, and feeds of a server under test."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pytest_httpserver import HTTPServer

from controlroom.feeds.networks.mastodon.feed import MastodonFeed
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from tests.feeds.seats import seat

Item = dict[str, Any]
PLAIN: Item = json.loads((Path(__file__).parent / "plain.payload.json").read_bytes())[0]


def status(number: str, answers: str | None = None, **more: Any) -> Item:
    return PLAIN | {"id": number, "in_reply_to_id": answers} | more


def base_of(server: HTTPServer) -> str:
    return server.url_for("").rstrip("/")


def host_of(server: HTTPServer) -> str:
    return base_of(server).partition("//")[2]


@contextmanager
def feed_to(
    server: HTTPServer, credential: Credential = Credential("SENTINEL-TOKEN")
) -> Iterator[MastodonFeed]:
    """Yields a feed of a profile of this server."""
    profile = Profile(1, "mastodon", f"{host_of(server)}/77", "westmarch", host=base_of(server))
    feed = MastodonFeed(seat(profile, credential=credential))
    yield feed
    feed.close()


def asked(server: HTTPServer) -> list[str]:
    """Returns the paths asked for since the last time."""
    paths = [request.path for request, _ in server.log]
    server.clear_log()
    return paths
