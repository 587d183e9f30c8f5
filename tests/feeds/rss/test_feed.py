"""Reading a feed from a real server."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import AddressRefused
from controlroom.feeds.networks.rss.feed import RssFeed
from controlroom.feeds.servers import Servers
from controlroom.model.stream import Source, SourceKind
from tests.feeds.rss.test_parse import ITEM, rss


@pytest.fixture
def feed() -> Iterator[RssFeed]:
    one = RssFeed(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC), Servers())
    yield one
    one.close()


def source(httpserver: HTTPServer) -> Source:
    return Source("rss", SourceKind.FEED, term=httpserver.url_for("/news.xml"))


def test_an_unchanged_feed_is_asked_for_by_condition(feed: RssFeed, httpserver: HTTPServer) -> None:
    when = "Sun, 22 Nov 2026 10:00:00 GMT"
    headers = {"ETag": '"v1"', "Last-Modified": when}
    httpserver.expect_oneshot_request("/news.xml").respond_with_data(rss(ITEM), headers=headers)
    conditions = {"If-None-Match": '"v1"', "If-Modified-Since": when}
    httpserver.expect_request("/news.xml", headers=conditions).respond_with_data(status=304)
    first = feed.page(source(httpserver))
    assert len(first.posts) == 1
    again = feed.page(source(httpserver), known=first.mark)
    assert again.posts == ()
    assert again.reached_known
    assert again.mark == first.mark


def test_a_feed_with_none_of_the_known_entries_has_lost_some(
    feed: RssFeed, httpserver: HTTPServer
) -> None:
    httpserver.expect_oneshot_request("/news.xml").respond_with_data(rss(ITEM))
    first = feed.page(source(httpserver))
    httpserver.expect_oneshot_request("/news.xml").respond_with_data(
        rss(ITEM.replace("news-17", "news-99"))
    )
    later = feed.page(source(httpserver), known=first.mark)
    assert not later.reached_known
    httpserver.expect_request("/news.xml").respond_with_data(rss(ITEM))
    assert feed.page(source(httpserver), known=first.mark).reached_known


def test_a_mark_of_another_make_is_no_mark(feed: RssFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/news.xml").respond_with_data(rss(ITEM))
    assert len(feed.page(source(httpserver), known="115590 115591").posts) == 1


def test_a_server_that_is_led_elsewhere_is_read_there(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/news.xml", query_string="a=1").respond_with_data(rss(ITEM))
    led = Servers({"dunmarsh.example": httpserver.url_for("").rstrip("/")}, sealed=True)
    feed = RssFeed(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC), led)
    term = "https://dunmarsh.example/news.xml?a=1"
    assert len(feed.page(Source("rss", SourceKind.FEED, term=term)).posts) == 1
    with pytest.raises(AddressRefused):
        feed.page(Source("rss", SourceKind.FEED, term="https://oldmere.example/news.xml"))
    feed.close()
