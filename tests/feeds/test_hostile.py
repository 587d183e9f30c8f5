"""What every network's feed makes of a server that is broken or means harm.

Whatever is answered, a read ends with a page or an error of the world, soon and in little memory.
"""

import gzip
import json
import re
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.base import Feed, Page, Seat
from controlroom.feeds.errors import (
    BudgetUsed,
    NonsenseReceived,
    ReadError,
    RedirectRefused,
)
from controlroom.feeds.registry import NETWORKS, capabilities_of, make_feed
from controlroom.model.credential import AppKey, Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW, SignedIn

TOKEN = "SENTINEL-TOKEN"
CHOSEN = (SourceKind.POSTS, SourceKind.FEED)
NAMES = sorted(NETWORKS)
DEEP = 100_000
MEMORY = 64 * 1024 * 1024
"""Of what one read may take at most: some times the largest answer."""

ANYTHING = re.compile("/.*")

Answering = tuple[Feed, Source, HTTPServer]


@pytest.fixture(params=NAMES)
def answering(request: pytest.FixtureRequest, httpserver: HTTPServer) -> Iterator[Answering]:
    """A feed of each network whose every host is one server under test."""
    network, base = request.param, httpserver.url_for("").rstrip("/")
    profile = Profile(1, network, "17", "WestmarchPolice", host=base)
    sign_in = SignedIn(Credential(TOKEN, app=AppKey("app-of-the-force", "SENTINEL-SECRET")))
    feed = make_feed(network, Seat(profile, sign_in, lambda: NOW, lambda _: base))
    reads = capabilities_of(network).reads
    kind = next(kind for kind in CHOSEN if kind in reads)
    term = httpserver.url_for("/news.xml") if kind is SourceKind.FEED else ""
    yield feed, Source(network, kind, 1, term), httpserver
    feed.close()


def outcome(answering: Answering, response: Response | None = None) -> Page | ReadError:
    """Returns what a read comes to when everything is answered like this."""
    feed, source, server = answering
    if response is not None:
        server.expect_request(ANYTHING).respond_with_response(response)
    found: Page | ReadError
    try:
        found = feed.page(source)
    except ReadError as error:
        found = error
        told = f"{error!r} {error} {error.values}"
    else:
        told = repr(found)
    assert TOKEN not in told
    return found


NO_PAGES = {
    "truncated": b'{"data": [{"id": "1", "text": "The bri',
    "truncated list": b'[{"id": "1", "content": "The bri',
    "deep lists": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"data":' * DEEP + b"1" + b"}" * DEEP,
    "a web page": b"<!DOCTYPE html><html>Sign in to the hotel</html>",
    "nothing": b"",
    "noise": bytes(range(256)) * 40,
    "a number": b"9" * 5_000,
    "not a number": b"NaN",
    "a text": json.dumps("x" * 100_000).encode(),
    "wrong types": b'{"data": 7, "items": "x", "feed": true, "posts": {}}',
    "a list of nothing known": b'[null, NaN, 7, "x", [], {"a": 1, "a": 2}]',
}


@pytest.mark.parametrize("body", NO_PAGES.values(), ids=NO_PAGES.keys())
def test_what_is_no_page_gives_no_posts_and_has_a_reason(answering: Answering, body: bytes) -> None:
    found = outcome(answering, Response(body, content_type="application/json"))
    if isinstance(found, Page):
        assert found.posts == ()
        assert found.set_aside
    else:
        assert isinstance(found, NonsenseReceived)
        assert not found.lasting


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "Invalid token", "code": 190, "type": "OAuthException"}},
        {"error": {"code": 403, "message": "no", "errors": [{"reason": "forbidden"}]}},
        {"error": "The access token is invalid"},
        {"error": "ExpiredToken", "message": "Token has expired"},
        {"title": "Unauthorized", "type": "about:blank", "status": 401, "detail": "Unauthorized"},
    ],
)
def test_an_error_told_with_a_good_status_is_no_empty_page(
    answering: Answering, body: dict[str, object]
) -> None:
    found = outcome(answering, Response(json.dumps(body), content_type="application/json"))
    assert isinstance(found, ReadError)


@pytest.mark.parametrize("opens", [b'{"data": [', b"[", b"<rss>"])
def test_a_bomb_is_left_before_it_fills_the_memory(answering: Answering, opens: bytes) -> None:
    bomb = gzip.compress(opens + b" " * 60_000_000)
    packed = Response(bomb, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        found = outcome(answering, packed)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(found, NonsenseReceived)
    assert peak < MEMORY


def test_a_body_without_end_is_left(answering: Answering) -> None:
    def endless(_: Request) -> Response:
        return Response(iter(lambda: b" " * 65_536, b""))

    answering[2].expect_request(ANYTHING).respond_with_handler(endless)
    assert isinstance(outcome(answering), NonsenseReceived)


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://127.0.0.1:1/",
        "https://elsewhere.example/",
        "ftp://127.0.0.1/x",
        "gopher://127.0.0.1:1/x",
    ],
)
def test_no_token_is_led_elsewhere(answering: Answering, target: str) -> None:
    found = outcome(answering, Response(b"", 302, {"Location": target}))
    assert isinstance(found, RedirectRefused)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Retry-After": "1e400"},
        {"Retry-After": "99999999999999999999"},
        {"Retry-After": "-5"},
        {"Date": "Thu, 01 Jan 1970 00:00:00 GMT", "Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"},
        {"x-rate-limit-reset": "99999999999999", "X-RateLimit-Reset": "9999-12-31T23:59:59Z"},
        {"RateLimit-Reset": "NaN", "x-app-usage": '{"call_count": NaN}'},
    ],
)
def test_too_many_reads_wait_and_never_absurdly(
    answering: Answering, headers: dict[str, str]
) -> None:
    found = outcome(answering, Response(b"<html>slow down</html>", 429, headers))
    assert isinstance(found, BudgetUsed)
    assert NOW < found.resets_at <= NOW + timedelta(days=1)


@pytest.mark.parametrize("status", [204, 206, 302, 400, 401, 403, 404, 410, 418, 500, 503, 599])
def test_every_status_has_an_error_and_says_what_to_do(answering: Answering, status: int) -> None:
    found = outcome(answering, Response(b"<html>no</html>", status))
    assert isinstance(found, ReadError)
    assert type(found) is not ReadError
    assert found.told()
