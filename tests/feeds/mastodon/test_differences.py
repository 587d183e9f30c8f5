"""How servers that speak Mastodon's language differ from Mastodon: each is survived.

Websockets only, no version 2 of what a server tells of itself, posts one by one only, and the old
search have their tests where those are read; that sending differs too is not reading's concern.
"""

import json
from datetime import UTC, datetime, timedelta

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import NotFound, TokenExpired
from controlroom.model.credential import AppKey, Credential
from controlroom.model.stream import Source, SourceKind
from tests.feeds.mastodon.server import feed_to, host_of, status
from tests.feeds.seats import NOW

HOME = Source("mastodon", SourceKind.HOME, 1)
ULIDS = [f"01KAJ7Q3N8ZT{n:02}" for n in range(40, 0, -1)]


@pytest.mark.parametrize("ids", [ULIDS, [f"{n:024x}" for n in range(99, 59, -1)]])
def test_ids_that_are_not_numbers(httpserver: HTTPServer, ids: list[str]) -> None:
    body = json.dumps([status(one) for one in ids])
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data(body)
    httpserver.expect_request("/api/v1/statuses").respond_with_data(body)
    with feed_to(httpserver) as feed:
        page = feed.page(HOME, known=ids[-1])
        assert len(feed.look([post.remote_id for post in page.posts[:20]]).posts) == 40
    assert (page.older, page.reached_known) == (ids[-1], True)
    assert page.posts[0].remote_id == f"{host_of(httpserver)}/{ids[0]}"


def test_a_page_filled_up_with_repetitions_gives_each_post_once(httpserver: HTTPServer) -> None:
    body = json.dumps([status(str(n)) for n in (3, 2, 1)] * 14)
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data(body)
    with feed_to(httpserver) as feed:
        first = feed.page(HOME)
        second = feed.page(HOME, older=first.older, known=first.mark)
    assert [post.remote_id.rpartition("/")[2] for post in first.posts] == ["3", "2", "1"]
    assert (first.mark, second.older) == ("3 2 1", "")


def test_a_server_without_lists(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v1/timelines/list/5").respond_with_json({}, status=404)
    with feed_to(httpserver) as feed, pytest.raises(NotFound):
        feed.page(Source("mastodon", SourceKind.LIST, 1, "5"))


@pytest.mark.parametrize("form", ["%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%d %H:%M:%S.%fZ"])
def test_a_reset_told_as_a_date(httpserver: HTTPServer, form: str) -> None:
    headers = {
        "X-RateLimit-Limit": "300",
        "X-RateLimit-Remaining": "299",
        # The server's own clock is what the reset is told by.
        "X-RateLimit-Reset": (datetime.now(UTC) + timedelta(minutes=5)).strftime(form),
    }
    home = httpserver.expect_request("/api/v1/timelines/home")
    home.respond_with_data("[]", headers=headers)
    with feed_to(httpserver) as feed:
        (budget,) = feed.page(HOME).budgets
    assert (budget.limit, budget.remaining) == (300, 299)
    assert NOW + timedelta(minutes=4) < budget.resets_at < NOW + timedelta(minutes=6)


@pytest.mark.parametrize("body", ["<html>Sign in</html>", "", '{"error": "no"}'])
def test_a_token_refused_in_html(httpserver: HTTPServer, body: str) -> None:
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data(body, status=401)
    with feed_to(httpserver) as feed, pytest.raises(TokenExpired):
        feed.page(HOME)


def test_a_token_that_runs_out_is_renewed(httpserver: HTTPServer) -> None:
    granted = {"access_token": "SENTINEL-NEW", "refresh_token": "SENTINEL-NEXT", "expires_in": 600}
    httpserver.expect_request("/oauth/token", method="POST").respond_with_json(granted)
    new = {"Authorization": "Bearer SENTINEL-NEW"}
    httpserver.expect_request("/api/v1/timelines/home", headers=new).respond_with_data("[]")
    httpserver.expect_request("/api/v1/timelines/home").respond_with_data("", status=401)
    old = Credential("SENTINEL-OLD", "SENTINEL-ONCE", app=AppKey("app", "SENTINEL-SECRET"))
    with feed_to(httpserver, old) as feed:
        assert feed.page(HOME).posts == ()
        assert feed.page(HOME).posts == ()
    forms = [request.form.to_dict() for request, _ in httpserver.log if request.form]
    assert [form["refresh_token"] for form in forms] == ["SENTINEL-ONCE"]
