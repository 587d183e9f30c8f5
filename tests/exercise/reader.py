"""A profile of any network on its simulated servers, and the real feed that reads it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import requests

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.base import Face
from controlroom.exercise.server import faces_of
from controlroom.exercise.world import Account, World
from controlroom.feeds.base import Feed, Seat
from controlroom.feeds.errors import ReadError
from controlroom.feeds.registry import make_feed
from controlroom.feeds.servers import Servers
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.exercise.serving import Served, serving
from tests.feeds.seats import SignedIn


@dataclass
class Reader:
    """A profile of a network and the feed that reads it."""

    server: Served
    feed: Feed
    face: Face
    account: Account
    other: Account
    source: Source
    host: str

    def error(self) -> ReadError:
        with pytest.raises(ReadError) as told:
            self.feed.page(self.source)
        return told.value

    def asked(self, path: str = "/asked") -> requests.Response:
        return requests.get(self.server.led[self.host] + path, timeout=10)


@contextmanager
def reading(network: str) -> Iterator[Reader]:
    world = World(Clock(datetime(2026, 5, 14, 9, tzinfo=UTC), real=lambda: 0.0), seed=7)
    kind = "council" if network == "rss" else "force"
    named = Account(0, network, "westmarch.example", "Westmarch", ours=network != "rss", kind=kind)
    account = world.add_account(named)
    other = world.add_account(Account(0, network, "ida.example", "Ida Quill"))
    (face,) = faces_of(world, [network])
    host = face.hosts[0] if face.many_hosts else ""
    remote = face.remote_id(account)
    with serving(world, [face]) as server:
        profile = Profile(account.number, network, remote, account.handle, host=host)
        signed_in = SignedIn(face.credential(account))
        servers = Servers(led=server.led, sealed=True)
        feed = make_feed(network, Seat(profile, signed_in, world.clock.now, servers))
        source = Source(network, SourceKind.POSTS, account.number)
        if network == "rss":
            source = Source(network, SourceKind.FEED, 0, remote)
        try:
            feed.page(source)
            yield Reader(server, feed, face, account, other, source, face.hosts[0])
        finally:
            feed.close()
