"""Feeds of neighbours, read by our own feed and by a third party's reader."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import pytest
import requests

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.rss import RssFace, make_face
from controlroom.exercise.world import Account, Media, PostKind, Said, World
from controlroom.feeds.base import Page, Seat
from controlroom.feeds.networks.rss.feed import RssFeed
from controlroom.feeds.servers import Servers
from controlroom.model.stream import Source, SourceKind
from tests.exercise.serving import Served, serving
from tests.feeds.seats import SignedIn

STARTS = datetime(2026, 5, 14, 9, tzinfo=UTC)


@dataclass
class Neighbours:
    world: World
    face: RssFace
    server: Served
    council: Account
    courier: Account

    def say(self, account: Account, text: str, *media: Media) -> int:
        self.world.clock.jump(timedelta(seconds=30))
        said = Said(text, "en", media)
        return self.server.do(self.world.publish, account.number, said, kind=PostKind.ARTICLE)

    def address(self, account: Account) -> str:
        """Returns where a feed is read in an exercise."""
        host = self.face.remote_id(account).split("/")[2]
        return f"{self.server.led[host]}/feed"


@pytest.fixture
def fen() -> Iterator[Neighbours]:
    world = World(Clock(STARTS, real=lambda: 0.0))
    face = make_face(world)

    def add(handle: str, name: str, kind: str) -> Account:
        return world.add_account(Account(0, "rss", handle, name, kind=kind))

    council = add("oldmere-council", "Oldmere & Co", "council")
    courier = add("marl-courier", "The Marl Courier", "press")
    with serving(world, [face]) as server:
        yield Neighbours(world, face, server, council, courier)


@pytest.fixture(params=["council", "courier"])
def publisher(fen: Neighbours, request: pytest.FixtureRequest) -> Account:
    return getattr(fen, request.param)


@pytest.fixture
def feed(fen: Neighbours) -> Iterator[RssFeed]:
    servers = Servers(fen.server.led, sealed=True)
    one = RssFeed(fen.world.clock.now, Seat(None, SignedIn(), fen.world.clock.now, servers).server)
    yield one
    one.close()


def read(fen: Neighbours, feed: RssFeed, account: Account, known: str = "") -> Page:
    return feed.page(Source("rss", SourceKind.FEED, 0, fen.face.remote_id(account)), known=known)


def parsed(told: Any, **more: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return feedparser.parse(told, **more)


def test_every_feed_has_a_host_of_its_own(fen: Neighbours) -> None:
    assert fen.face.hosts == ("oldmere-council.example", "marl-courier.example")
    assert fen.face.remote_id(fen.council) == "https://oldmere-council.example/feed"
    assert not fen.face.credential(fen.council)


def test_an_article_is_read_as_it_was_written(
    fen: Neighbours, feed: RssFeed, publisher: Account
) -> None:
    fen.say(publisher, "Bin day & post move\nBecause <b> of the M97 & the fog.\nSorry!",
            Media("fog 1", alt="Fog", width=640, height=480))  # fmt: skip
    (post,) = read(fen, feed, publisher).posts
    told = ["Bin day & post move", "Because <b> of the M97 & the fog.", "Sorry!"]
    assert post.text.split("\n\n") == told
    assert post.author.name == publisher.name
    assert post.created_at == STARTS + timedelta(seconds=30)
    host = fen.face.remote_id(publisher).split("/")[2]
    assert post.url == post.remote_id == f"https://{host}/news/1"
    assert [(one.url, one.width, one.height) for one in post.media] == [
        (f"https://{host}/media/fog%201", 640, 480)
    ]
    page = requests.get(fen.address(publisher).replace("/feed", "/news/1"), timeout=10)
    assert "<h1>Bin day &amp; post move</h1>" in page.text


def test_the_newest_come_first_and_nothing_new_costs_nothing(
    fen: Neighbours, feed: RssFeed, publisher: Account
) -> None:
    for number in range(40):
        fen.say(publisher, f"News {number}")
    page = read(fen, feed, publisher)
    assert [post.text for post in page.posts] == [f"News {n}" for n in range(39, 9, -1)]
    again = read(fen, feed, publisher, page.mark)
    assert (again.posts, again.reached_known, again.mark) == ((), True, page.mark)
    fen.say(publisher, "News 40")
    assert read(fen, feed, publisher, page.mark).posts[0].text == "News 40"


def test_edits_show_and_what_was_taken_back_is_left_out(
    fen: Neighbours, feed: RssFeed, publisher: Account
) -> None:
    first, second = fen.say(publisher, "Bridge opne"), fen.say(publisher, "Never mind")
    page = read(fen, feed, publisher)
    fen.world.clock.jump(timedelta(minutes=1))
    fen.server.do(fen.world.edit, first, Said("Bridge open"))
    fen.server.do(fen.world.delete, second)
    (post,) = read(fen, feed, publisher, page.mark).posts
    assert (post.text, post.edited_at) == ("Bridge open", fen.world.clock.now())
    answer = requests.get(fen.address(publisher).replace("/feed", f"/news/{second}"), timeout=10)
    assert answer.status_code == 410


def test_a_date_alone_also_tells_that_nothing_changed(fen: Neighbours) -> None:
    fen.say(fen.council, "One")
    address = fen.address(fen.council)
    date = requests.get(address, timeout=10).headers["Last-Modified"]
    since = {"If-Modified-Since": date}
    assert requests.get(address, headers=since, timeout=10).status_code == 304
    other = since | {"If-None-Match": '"another"'}
    assert requests.get(address, headers=other, timeout=10).status_code == 200
    number = fen.say(fen.council, "Two")
    fen.server.do(fen.world.delete, number)
    assert requests.get(address, headers=since, timeout=10).status_code == 200


def test_feedparser_reads_it(fen: Neighbours, publisher: Account) -> None:
    fen.say(publisher, "First\nwith words")
    fen.say(publisher, "Second", Media("scene"))
    address = fen.address(publisher)
    told = parsed(address)
    assert (told.bozo, told.status, told.feed.title) == (False, 200, publisher.name)
    assert told.version == ("atom10" if publisher.kind == "press" else "rss20")
    assert [one.title for one in told.entries] == ["Second", "First"]
    assert told.entries[1].summary == "<p>with words</p>"
    assert told.entries[0].media_content[0]["medium"] == "image"
    again = parsed(address, etag=told.etag, modified=told.modified)
    assert (again.status, again.entries) == (304, [])
