"""Listening to the stream of all posts, on loopback."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Heard, Seat
from controlroom.feeds.errors import AddressRefused, HungUp, NetworkDown, ReadError
from controlroom.feeds.networks.bluesky import firehose, passing
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.feeds.networks.bluesky.firehose import listening
from controlroom.feeds.networks.bluesky.people import People
from controlroom.feeds.servers import Servers
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.feeds.bluesky.server import IDA, OWN, answers, asked, found, source, uri, view
from tests.feeds.bluesky.stream import Stream, event, streaming
from tests.feeds.bluesky.test_jetstream import facet
from tests.feeds.seats import NOW, SignedIn, seat

MENTIONS = source(SourceKind.MENTIONS)
POSTS = source(SourceKind.POSTS)
TAG = source(SourceKind.HASHTAG, "M97")
LOOKED_UP = "app.bsky.feed.getPosts"


@pytest.fixture
def stream() -> Iterator[Stream]:
    with streaming() as one:
        yield one


@pytest.fixture(autouse=True)
def hardly_any_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passing, "PATIENCE_S", (0.0, 0.01, 0.02))


@pytest.fixture(autouse=True)
def nobody_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firehose, "PEOPLE", People())


@dataclass
class Ear:
    """Somebody who listens, on a thread of its own."""

    feed: BlueskyFeed
    heard: list[Heard] = field(default_factory=list)
    errors: list[ReadError] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)

    def listen(self, *sources: Source) -> None:
        try:
            self.feed.listen(sources, self.heard.append, self.ready.set)
        except ReadError as error:
            self.errors.append(error)

    def hears(self, many: int) -> list[Heard]:
        wait_until(lambda: len(self.heard) >= many)
        return self.heard


def wait_until(holds: Callable[[], object]) -> None:
    until = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


def seat_on(server: HTTPServer, address: str, own: str = OWN) -> Seat:
    led = dict.fromkeys(listening().hosts, address)
    led["bsky.social"] = server.url_for("").rstrip("/")
    return seat(Profile(1, "bluesky", own, "w.example"), led, Credential("SENTINEL-ACCESS"))


@contextmanager
def listens(server: HTTPServer, stream: Stream, *sources: Source, own: str = OWN) -> Iterator[Ear]:
    """An ear that is connected when the block begins and hung up when it ends."""
    ear = Ear(BlueskyFeed(seat_on(server, stream.address, own)))
    thread = threading.Thread(target=ear.listen, args=sources)
    thread.start()
    try:
        assert ear.ready.wait(5)
        wait_until(lambda: stream.here)
        yield ear
    finally:
        ear.feed.close()
        thread.join(5)
        assert not thread.is_alive()


def test_a_post_that_mentions_us_is_looked_up_and_heard(
    httpserver: HTTPServer, stream: Stream
) -> None:
    answers(httpserver, LOOKED_UP, found("2"), uris=uri("2"))
    with listens(httpserver, stream, MENTIONS, TAG) as ear:
        stream.send(event("1"), event("2", facets=[facet(did=OWN)]))
        (heard,) = ear.hears(1)
    assert heard.sources == (MENTIONS,)
    assert [post.remote_id for post in heard.posts] == [uri("2")]
    assert heard.posts[0].author.handle == view("2")["author"]["handle"]
    assert len(asked(httpserver)) == 1
    assert stream.asked == [{"path": ["/subscribe"], "wantedCollections": ["app.bsky.feed.post"]}]
    assert [type(error) for error in ear.errors] == [HungUp]


def test_one_post_may_concern_several_sources(httpserver: HTTPServer, stream: Stream) -> None:
    answers(httpserver, LOOKED_UP, found("1"))
    with listens(httpserver, stream, MENTIONS, TAG, source(SourceKind.SEARCH, "lorry")) as ear:
        both = [facet(did=OWN), facet(tag="m97")]
        stream.send(event("1", text="A lorry on its side", facets=both))
        (heard,) = ear.hears(1)
    assert set(heard.sources) == {MENTIONS, TAG, source(SourceKind.SEARCH, "lorry")}


def test_only_the_wanted_authors_are_asked_for_if_that_is_all(
    httpserver: HTTPServer, stream: Stream
) -> None:
    answers(httpserver, "com.atproto.identity.resolveHandle", {"did": IDA}, handle="ida.example")
    answers(httpserver, LOOKED_UP, found("1"))
    with listens(httpserver, stream, POSTS, source(SourceKind.POSTS, "@ida.example")) as ear:
        assert sorted(stream.asked[0]["wantedDids"]) == sorted([OWN, IDA])
        stream.send(event("1"))
        (heard,) = ear.hears(1)
    assert heard.sources == (source(SourceKind.POSTS, "@ida.example"),)


def test_deletions_are_told_of_wanted_authors_and_of_what_was_heard(
    httpserver: HTTPServer, stream: Stream
) -> None:
    answers(httpserver, LOOKED_UP, found("1"))
    with listens(httpserver, stream, MENTIONS, POSTS) as ear:
        stream.send(event("1", facets=[facet(did=OWN)]))
        ear.hears(1)
        stream.send(event("7", operation="delete"), event("1", operation="delete"))
        stream.send(event("5", OWN, "delete"), event("1", operation="delete"))
        ear.hears(3)
    assert [(heard.sources, heard.gone) for heard in ear.heard[1:]] == [
        ((MENTIONS,), (uri("1"),)),
        ((POSTS,), (uri("5", OWN),)),
    ]


def test_a_change_is_looked_up_like_a_new_post(httpserver: HTTPServer, stream: Stream) -> None:
    changed = view("5", OWN)
    answers(httpserver, LOOKED_UP, {"posts": [changed]})
    with listens(httpserver, stream, POSTS) as ear:
        stream.send(event("5", OWN, "update", text=changed["record"]["text"]))
        (heard,) = ear.hears(1)
    assert heard.posts[0].remote_id == uri("5", OWN)


def test_a_change_is_asked_for_again_while_only_the_old_words_are_known(
    httpserver: HTTPServer, stream: Stream
) -> None:
    old = view("5", OWN)
    new = old | {"record": old["record"] | {"text": "Closed till two."}}
    for told in (old, new):
        answers(httpserver, LOOKED_UP, {"posts": [told]})
    with listens(httpserver, stream, POSTS) as ear:
        stream.send(event("5", OWN, "update", text="Closed till two."))
        (heard,) = ear.hears(1)
    assert [post.text for post in heard.posts] == ["Closed till two."]


def test_a_post_nobody_knows_yet_is_asked_for_again(httpserver: HTTPServer, stream: Stream) -> None:
    answers(httpserver, LOOKED_UP, found())
    answers(httpserver, LOOKED_UP, found("1"))
    with listens(httpserver, stream, TAG) as ear:
        stream.send(event("1", facets=[facet(tag="M97")]))
        assert ear.hears(1)[0].posts[0].remote_id == uri("1")


def test_a_post_that_stays_away_is_left_to_reading(httpserver: HTTPServer, stream: Stream) -> None:
    for _ in range(3):
        answers(httpserver, LOOKED_UP, found(), uris=uri("1"))
    answers(httpserver, LOOKED_UP, found("2"), uris=uri("2"))
    with listens(httpserver, stream, TAG) as ear:
        stream.send(event("1", facets=[facet(tag="M97")]))
        wait_until(lambda: len(httpserver.log) == 3)
        stream.send(event("2", facets=[facet(tag="M97")]))
        assert ear.hears(1)[0].posts[0].remote_id == uri("2")


def test_nonsense_in_the_stream_is_passed_over(httpserver: HTTPServer, stream: Stream) -> None:
    answers(httpserver, LOOKED_UP, found("1"))
    with listens(httpserver, stream, TAG) as ear:
        stream.send(b"nonsense", b"[" * 5000, b'{"commit": 7}', event("1", tags=["M97"]))
        assert ear.hears(1)[0].posts[0].remote_id == uri("1")


def test_a_stream_that_breaks_ends_listening_and_another_server_is_next(
    httpserver: HTTPServer, stream: Stream
) -> None:
    with streaming() as second:
        hosts = listening().hosts
        before = which_is_next(httpserver, hosts)
        with listens(httpserver, stream, TAG) as ear:
            stream.hangs_up()
            wait_until(lambda: ear.errors)
        assert type(ear.errors[0]) is NetworkDown
        assert which_is_next(httpserver, hosts) != before
        assert second.asked == []


def which_is_next(server: HTTPServer, hosts: list[str]) -> str:
    """Returns the host a connection would be made to, from the refusal to make it."""
    asked_for: list[str] = []

    def refuse(host: str) -> str:
        asked_for.append(host)
        raise AddressRefused(host=host)

    one = BlueskyFeed(
        Seat(Profile(1, "bluesky", OWN, "w"), SignedIn(Credential("a")), lambda: NOW, refuse)
    )
    with pytest.raises(AddressRefused):
        one.listen([TAG], lambda _: None, lambda: None)
    one.close()
    assert asked_for[0] in hosts
    return asked_for[0]


def test_everybody_shares_one_connection_until_the_last_has_gone(
    httpserver: HTTPServer, stream: Stream
) -> None:
    answers(httpserver, LOOKED_UP, found("1"), uris=uri("1"))
    answers(httpserver, LOOKED_UP, found("1"), uris=uri("1"))
    with listens(httpserver, stream, MENTIONS) as first:
        with (
            listens(httpserver, stream, MENTIONS, own=IDA) as second,
            listens(httpserver, stream, POSTS),
        ):
            stream.waits_for(1)
            stream.send(event("1", facets=[facet(did=OWN), facet(did=IDA)]))
            first.hears(1)
            second.hears(1)
        stream.waits_for(1)
    stream.waits_for(0)
    assert len(stream.asked) == 1


def test_nobody_there_is_a_network_that_is_down(httpserver: HTTPServer) -> None:
    ear = Ear(BlueskyFeed(seat_on(httpserver, "http://127.0.0.1:1")))
    ear.listen(TAG)
    ear.feed.close()
    assert [type(error) for error in ear.errors] == [NetworkDown]
    assert not ear.ready.is_set()


def test_an_exercise_never_reaches_the_real_stream(httpserver: HTTPServer) -> None:
    base = httpserver.url_for("").rstrip("/")
    sealed = Servers({"bsky.social": base}, sealed=True)
    profile = Profile(1, "bluesky", OWN, "w")
    one = BlueskyFeed(Seat(profile, SignedIn(Credential("a")), lambda: NOW, sealed))
    with pytest.raises(AddressRefused):
        one.listen([TAG], lambda _: None, lambda: None)
    one.close()


def test_what_was_hung_up_before_it_began_hears_nothing(
    httpserver: HTTPServer, stream: Stream
) -> None:
    ear = Ear(BlueskyFeed(seat_on(httpserver, stream.address)))
    ear.feed.close()
    ear.listen(TAG)
    assert [type(error) for error in ear.errors] == [HungUp]
    stream.waits_for(0)


def test_hanging_up_does_not_wait_for_a_post_that_stays_away(
    httpserver: HTTPServer, stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passing, "PATIENCE_S", (0.0, 60.0))
    answers(httpserver, LOOKED_UP, found())
    with listens(httpserver, stream, TAG):
        stream.send(event("1", tags=["M97"]))
        wait_until(lambda: httpserver.log)
    stream.waits_for(0)


def test_what_can_be_decided_shares_a_channel(httpserver: HTTPServer) -> None:
    one = BlueskyFeed(seat_on(httpserver, "http://127.0.0.1:1"))
    home = source(SourceKind.HOME)
    assert one.channels([home, MENTIONS, POSTS]) == ((MENTIONS, POSTS),)
    assert one.channels([home, source(SourceKind.SEARCH, "from:x")]) == ()
    one.close()


def mentions(profile: int) -> Source:
    return replace(MENTIONS, profile=profile)


def test_many_profiles_share_few_channels_if_they_are_known(httpserver: HTTPServer) -> None:
    def other(number: int) -> Profile | None:
        return Profile(number, "bluesky", f"did:plc:{number}", "x") if number < 100 else None

    one = BlueskyFeed(replace(seat_on(httpserver, "http://127.0.0.1:1"), others=other))
    sources = [mentions(number) for number in range(1, 41)]
    channels = one.channels([*sources, mentions(100), mentions(101)])
    assert [len(channel) for channel in channels] == [16, 16, 8, 1, 1]
    assert set(chain.from_iterable(channels)) == {*sources, mentions(100), mentions(101)}
    one.close()


def test_one_feed_hears_for_other_profiles_too(httpserver: HTTPServer, stream: Stream) -> None:
    answers(httpserver, LOOKED_UP, found("1"))
    others = Profile(2, "bluesky", IDA, "x")
    at = replace(seat_on(httpserver, stream.address), others=lambda n: others if n == 2 else None)
    ear = Ear(BlueskyFeed(at))
    thread = threading.Thread(target=ear.listen, args=(MENTIONS, mentions(2)))
    thread.start()
    stream.waits_for(1)
    stream.send(event("1", facets=[facet(did=IDA)]))
    assert ear.hears(1)[0].sources == (mentions(2),)
    ear.feed.close()
    thread.join(5)


def test_the_servers_of_the_stream_are_dated_data() -> None:
    told = listening()
    assert len(told.hosts) == 4
    assert all(host.endswith(".bsky.network") for host in told.hosts)
    assert told.source
    assert told.checked.year >= 2026
