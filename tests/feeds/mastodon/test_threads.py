"""Conversations and searches."""

import json

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import NotFound
from controlroom.model.stream import Source, SourceKind
from tests.feeds.mastodon.server import Item, asked, feed_to, host_of, status

SEARCH = Source("mastodon", SourceKind.SEARCH, 1, "a17 closed")


def serve(server: HTTPServer, number: str, before: list[Item], after: list[Item]) -> None:
    answers = before[-1]["id"] if before else None
    own = status(number, answers, created_at="2026-11-22T09:00:00Z")
    server.expect_request(f"/api/v1/statuses/{number}").respond_with_json(own)
    server.expect_request(f"/api/v1/statuses/{number}/context").respond_with_json(
        {"ancestors": before, "descendants": after}
    )


def about(server: HTTPServer, number: str) -> Source:
    return Source("mastodon", SourceKind.CONVERSATION, 1, f"{host_of(server)}/{number}")


def test_a_conversation_is_what_came_before_and_after(httpserver: HTTPServer) -> None:
    before = [
        status("1", created_at="2026-11-22T08:00:00Z"),
        status("2", "1", created_at="2026-11-22T08:30:00Z"),
    ]
    serve(httpserver, "3", before, [status("4", "3", created_at="2026-11-22T09:30:00Z"), {"id": 1}])
    with feed_to(httpserver) as feed:
        page = feed.page(about(httpserver, "3"))
        again = feed.page(about(httpserver, "3"), known=page.mark)
    host = host_of(httpserver)
    assert [post.remote_id for post in page.posts] == [f"{host}/{n}" for n in (4, 3, 2, 1)]
    assert [post.root for post in page.posts] == [f"{host}/1"] * 3 + [""]
    assert (page.older, len(page.set_aside)) == ("", 1)
    assert (page.reached_known, again.reached_known) == (False, True)


def test_where_the_beginning_is_not_known_there_is_no_root(httpserver: HTTPServer) -> None:
    serve(httpserver, "3", [status("2", "1")], [])
    with feed_to(httpserver) as feed:
        page = feed.page(about(httpserver, "3"))
    assert [post.root for post in page.posts] == ["", ""]


def test_a_conversation_that_is_gone_is_not_found(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v1/statuses/3").respond_with_data("", status=404)
    with feed_to(httpserver) as feed, pytest.raises(NotFound):
        feed.page(about(httpserver, "3"))


def test_an_id_cannot_leave_its_path(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v1/statuses/x?y").respond_with_data("", status=404)
    with feed_to(httpserver) as feed, pytest.raises(NotFound):
        feed.page(about(httpserver, "../../x?y"))
    assert "%3F" in httpserver.log[0][0].environ["REQUEST_URI"]


def test_a_search_asks_only_this_server_and_only_for_posts(httpserver: HTTPServer) -> None:
    found = {"accounts": [], "hashtags": [], "statuses": [status("5"), {}, status("4")]}
    query = {"q": "a17 closed", "type": "statuses", "resolve": "false", "limit": "40"}
    httpserver.expect_request("/api/v2/search", query_string=query).respond_with_json(found)
    with feed_to(httpserver) as feed:
        page = feed.page(SEARCH, known="4 3")
    assert [post.remote_id.rpartition("/")[2] for post in page.posts] == ["5", "4"]
    assert (page.reached_known, page.mark, len(page.set_aside)) == (True, "5 4", 1)


def test_a_search_goes_on_below_its_last_post_and_ends(httpserver: HTTPServer) -> None:
    full = [status(str(n)) for n in range(99, 59, -1)]
    body = json.dumps({"statuses": full})
    httpserver.expect_request("/api/v2/search").respond_with_data(body)
    with feed_to(httpserver) as feed:
        first = feed.page(SEARCH)
        second = feed.page(SEARCH, older=first.older)
    assert (first.older, second.older) == ("60", "")
    assert httpserver.log[1][0].args["max_id"] == "60"


def test_a_server_with_the_old_search_only_is_searched_too(httpserver: HTTPServer) -> None:
    found = {"accounts": [], "hashtags": ["a17"], "statuses": [status("5")]}
    httpserver.expect_request("/api/v2/search").respond_with_data("", status=404)
    httpserver.expect_request("/api/v1/search").respond_with_json(found)
    with feed_to(httpserver) as feed:
        assert len(feed.page(SEARCH).posts) == 1
    assert asked(httpserver) == ["/api/v2/search", "/api/v1/search"]
