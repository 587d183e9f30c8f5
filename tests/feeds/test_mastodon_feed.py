"""Paging and oddities of Mastodon servers, scripted on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Seat
from controlroom.feeds.errors import AddressRefused, NonsenseReceived
from controlroom.feeds.networks.mastodon.feed import MastodonFeed
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import seat as make_seat

HOME = Source("mastodon", SourceKind.HOME, 1)
STATUS = json.loads(
    (Path(__file__).parent / "mastodon" / "plain.payload.json").read_text(encoding="utf-8")
)[0]


def page(*ids: str) -> str:
    return json.dumps([STATUS | {"id": number} for number in ids])


def seat(host: str, remote_id: str = "h/77") -> Seat:
    profile = Profile(1, "mastodon", remote_id, "westmarch", host=host)
    return make_seat(profile)


@pytest.fixture
def feed(httpserver: HTTPServer) -> Iterator[MastodonFeed]:
    one = MastodonFeed(seat(httpserver.url_for("").rstrip("/")))
    yield one
    one.close()


def test_pages_go_on_where_the_link_header_says(feed: MastodonFeed, httpserver: HTTPServer) -> None:
    link = '<https://h/api?limit=40&max_id=8&x=1>; rel="next", <https://h/api?min_id=9>; rel="prev"'
    home = httpserver.expect_oneshot_request("/api/v1/timelines/home", query_string="limit=40")
    home.respond_with_data(page("9", "8"), headers={"Link": link})
    first = feed.page(HOME)
    assert (first.older, first.mark, first.reached_known) == ("8", "9 8", False)
    query = {"limit": "40", "max_id": "8"}
    older = httpserver.expect_oneshot_request("/api/v1/timelines/home", query_string=query)
    older.respond_with_data(page("7", "6"), headers={"Link": '<https://h/?min_id=7>; rel="prev"'})
    second = feed.page(HOME, older=first.older, known="6 5 4")
    assert (second.older, second.mark, second.reached_known) == ("", "", True)


@pytest.mark.parametrize(
    ("kind", "path", "more"),
    [
        (SourceKind.HOME, "/api/v1/timelines/home", {}),
        (SourceKind.HASHTAG, "/api/v1/timelines/tag/M97", {}),
        (SourceKind.LIST, "/api/v1/timelines/list/M97", {}),
        (SourceKind.MENTIONS, "/api/v1/notifications", {"types[]": "mention"}),
    ],
)
def test_pages_are_read_upwards_from_what_was_known(
    feed: MastodonFeed, httpserver: HTTPServer, kind: SourceKind, path: str, more: dict[str, str]
) -> None:
    assert feed.capabilities.reads[kind].upward
    httpserver.expect_oneshot_request(
        path, query_string={"limit": "40", "min_id": "6"} | more
    ).respond_with_data(page("9", "8") if kind is not SourceKind.MENTIONS else "[]")
    found = feed.page_above(Source("mastodon", kind, 1, "M97"), "6 5 4")
    assert (found.older, found.reached_known) == ("", False)
    assert found.mark == ("6 5 4" if kind is SourceKind.MENTIONS else "9 8")


def test_without_a_link_header_a_full_page_goes_on_at_its_last_post(
    feed: MastodonFeed, httpserver: HTTPServer
) -> None:
    ids = [f"01K{n:02}" for n in range(40, 0, -1)]
    httpserver.expect_oneshot_request("/api/v1/timelines/home").respond_with_data(page(*ids))
    assert feed.page(HOME).older == "01K01"
    httpserver.expect_oneshot_request("/api/v1/timelines/home").respond_with_data(page("01K01"))
    assert feed.page(HOME).older == ""


def test_a_link_to_the_same_page_is_the_end(feed: MastodonFeed, httpserver: HTTPServer) -> None:
    headers = {"Link": "<https://h/?max_id=8>; rel=next"}
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data(
        page("8"), headers=headers
    )
    assert feed.page(HOME, older="8").older == ""


def test_an_empty_page_keeps_what_was_known(feed: MastodonFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data("[]")
    assert feed.page(HOME, known="9 8").mark == "9 8"


def test_a_bad_item_is_set_aside_and_still_leads_to_the_next_page(
    feed: MastodonFeed, httpserver: HTTPServer
) -> None:
    body = json.dumps([STATUS | {"id": "3"}, {"id": "2"}, STATUS | {"id": "1"}])
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data(body)
    read = feed.page(HOME)
    assert [post.remote_id.rpartition("/")[2] for post in read.posts] == ["3", "1"]
    assert len(read.set_aside) == 1


@pytest.mark.parametrize(
    "body", ["<html>Sign in to the hotel</html>", '{"error": "The access token is invalid"}', "[{"]
)
def test_an_answer_that_is_no_page_is_nonsense(
    feed: MastodonFeed, httpserver: HTTPServer, body: str
) -> None:
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data(body)
    with pytest.raises(NonsenseReceived):
        feed.page(HOME)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        (Source("mastodon", SourceKind.POSTS, 1), "/api/v1/accounts/77/statuses"),
        (Source("mastodon", SourceKind.POSTS, 1, "h/9/../x"), "/api/v1/accounts/x/statuses"),
        (Source("mastodon", SourceKind.HASHTAG, 1, "M97"), "/api/v1/timelines/tag/M97"),
        (Source("mastodon", SourceKind.LIST, 1, "5"), "/api/v1/timelines/list/5"),
        (Source("mastodon", SourceKind.MENTIONS, 1), "/api/v1/notifications"),
    ],
)
def test_each_kind_has_its_path(
    feed: MastodonFeed, httpserver: HTTPServer, source: Source, path: str
) -> None:
    httpserver.expect_request(path).respond_with_data("[]")
    assert feed.page(source).posts == ()


def test_a_term_cannot_leave_its_path(feed: MastodonFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v1/timelines/tag/a/../../b?c").respond_with_data("[]")
    assert feed.page(Source("mastodon", SourceKind.HASHTAG, 1, "a/../../b?c")).posts == ()
    assert "%2F" in httpserver.log[0][0].environ["REQUEST_URI"]


@pytest.mark.parametrize("host", ["http://fenmast.example", "file:///x", "ftp://127.0.0.1", ""])
def test_a_server_that_cannot_be_reached_safely_is_refused(host: str) -> None:
    with pytest.raises(AddressRefused):
        MastodonFeed(seat(host))
