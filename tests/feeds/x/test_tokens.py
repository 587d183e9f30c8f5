"""Renewing a profile's token: in time, once, and told before anything else is asked."""

import base64
import json
import logging
import threading
from contextlib import closing
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.errors import (
    NetworkDown,
    NonsenseReceived,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.networks.x.feed import XFeed
from controlroom.model.credential import AppKey, Credential
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW, SignedIn
from tests.feeds.x.servers import APP, MENTIONS, REFRESH, TOKEN, page, seat

MENTIONED = Source("x", SourceKind.MENTIONS, 1)
RENEW = "/2/oauth2/token"
NEW = {
    "token_type": "bearer",
    "expires_in": 7200,
    "access_token": "SENTINEL-NEW-ACCESS",
    "refresh_token": "SENTINEL-NEW-REFRESH",
    "scope": "tweet.read users.read",
}


class XWithTokens:
    """An X on which a refresh token is good for one time, and an old access token for none."""

    def __init__(self, server: HTTPServer) -> None:
        self.spent: list[str] = []
        self.good = NEW["access_token"]
        server.expect_request(RENEW, method="POST").respond_with_handler(self.renew)
        server.expect_request(MENTIONS).respond_with_handler(self.mentions)

    def renew(self, request: Request) -> Response:
        token = request.form["refresh_token"]
        if token in self.spent:
            told = {"error": "invalid_request", "error_description": f"{token} was invalid"}
            return Response(json.dumps(told), status=400)
        self.spent.append(token)
        return Response(json.dumps(NEW))

    def mentions(self, request: Request) -> Response:
        good = request.headers["Authorization"] == f"Bearer {self.good}"
        return Response(page(1) if good else "{}", status=200 if good else 401)


@pytest.fixture
def x(httpserver: HTTPServer) -> XWithTokens:
    return XWithTokens(httpserver)


def signed_in(feed_seat: object) -> SignedIn:
    told: SignedIn = feed_seat.sign_in  # type: ignore[attr-defined]
    return told


def test_a_token_that_was_refused_is_renewed_once_and_told_at_once(
    x: XWithTokens, httpserver: HTTPServer
) -> None:
    place = seat(httpserver, refresh=REFRESH)
    with closing(XFeed(place)) as feed:
        assert len(feed.page(MENTIONED).posts) == 1
    (renewed,) = signed_in(place).renewals
    assert (renewed.access, renewed.refresh) == (NEW["access_token"], NEW["refresh_token"])
    assert renewed.expires_at == NOW + timedelta(hours=2)
    assert renewed.scopes == ("tweet.read", "users.read")
    assert renewed.app == APP
    assert [request.path for request, _ in httpserver.log] == [MENTIONS, RENEW, MENTIONS]


def test_a_token_is_renewed_before_it_runs_out(x: XWithTokens, httpserver: HTTPServer) -> None:
    place = seat(httpserver, refresh=REFRESH, expires_at=NOW + timedelta(minutes=1))
    with closing(XFeed(place)) as feed:
        feed.page(MENTIONED)
        feed.page(MENTIONED)
    assert [request.path for request, _ in httpserver.log] == [RENEW, MENTIONS, MENTIONS]


def test_a_token_that_lasts_is_left_alone(x: XWithTokens, httpserver: HTTPServer) -> None:
    x.good = TOKEN
    place = seat(httpserver, refresh=REFRESH, expires_at=NOW + timedelta(minutes=30))
    with closing(XFeed(place)) as feed:
        feed.page(MENTIONED)
    assert x.spent == []


def test_two_feeds_of_one_profile_spend_one_refresh_token(
    x: XWithTokens, httpserver: HTTPServer
) -> None:
    place = seat(httpserver, refresh=REFRESH)
    feeds = [XFeed(place) for _ in range(4)]
    threads = [threading.Thread(target=feed.page, args=(MENTIONED,)) for feed in feeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for feed in feeds:
        feed.close()
    assert x.spent == [REFRESH]
    assert len(signed_in(place).renewals) == 1


def test_a_refresh_token_that_is_spent_asks_for_a_person(
    x: XWithTokens, httpserver: HTTPServer
) -> None:
    x.spent.append(REFRESH)
    place = seat(httpserver, refresh=REFRESH)
    with closing(XFeed(place)) as feed, pytest.raises(TokenExpired):
        feed.page(MENTIONED)
    assert signed_in(place).renewals == []


def test_a_token_without_a_refresh_token_asks_for_a_person(
    x: XWithTokens, httpserver: HTTPServer
) -> None:
    with closing(XFeed(seat(httpserver))) as feed, pytest.raises(TokenExpired):
        feed.page(MENTIONED)
    assert len(httpserver.log) == 1


def test_a_new_token_that_is_refused_too_is_not_renewed_again(
    x: XWithTokens, httpserver: HTTPServer
) -> None:
    x.good = "another"
    with closing(XFeed(seat(httpserver, refresh=REFRESH))) as feed, pytest.raises(TokenExpired):
        feed.page(MENTIONED)
    assert [request.path for request, _ in httpserver.log] == [MENTIONS, RENEW, MENTIONS]


@pytest.mark.parametrize("left", [timedelta(seconds=-1), timedelta(minutes=1)])
def test_while_renewing_fails_a_token_serves_as_long_as_it_lasts(
    httpserver: HTTPServer, left: timedelta
) -> None:
    httpserver.expect_request(RENEW).respond_with_data("", status=503)
    httpserver.expect_request(MENTIONS).respond_with_data(page(1))
    place = seat(httpserver, refresh=REFRESH, expires_at=NOW + left)
    with closing(XFeed(place)) as feed:
        if left < timedelta(0):
            with pytest.raises(NetworkDown):
                feed.page(MENTIONED)
        else:
            assert len(feed.page(MENTIONED).posts) == 1


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, "<html>", NonsenseReceived),
        (200, '{"access_token": 5}', NonsenseReceived),
        (200, "[" * 100_000, NonsenseReceived),
        (400, "{}", TokenExpired),
        (401, "{}", TokenExpired),
        (403, "{}", PermissionMissing),
        (500, "{}", NetworkDown),
    ],
)
def test_a_renewal_that_fails_says_why(
    x: XWithTokens, httpserver: HTTPServer, status: int, body: str, error: type[ReadError]
) -> None:
    httpserver.clear_all_handlers()
    httpserver.expect_request(MENTIONS).respond_with_handler(x.mentions)
    httpserver.expect_request(RENEW).respond_with_data(body, status=status)
    with closing(XFeed(seat(httpserver, refresh=REFRESH))) as feed, pytest.raises(error):
        feed.page(MENTIONED)


def test_an_application_with_a_secret_proves_itself_and_one_without_does_not(
    x: XWithTokens, httpserver: HTTPServer
) -> None:
    for app in (AppKey("a:b", "c/d"), AppKey("public")):
        place = seat(httpserver, refresh=f"one-of-{app.id}", app=app)
        with closing(XFeed(place)) as feed:
            feed.page(MENTIONED)
    secret, public = (request for request, _ in httpserver.log if request.path == RENEW)
    named = base64.b64encode(b"a%3Ab:c%2Fd").decode()
    assert secret.headers["Authorization"] == f"Basic {named}"
    assert "Authorization" not in public.headers
    assert "client_secret" not in secret.form
    assert public.form["client_id"] == "public"


def test_no_secret_is_told_by_logs_errors_objects_or_addresses(
    x: XWithTokens, httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    x.spent.append(NEW["refresh_token"])
    place = seat(httpserver, refresh=REFRESH)
    told = []
    with closing(XFeed(place)) as feed:
        feed.page(MENTIONED)
        x.good = "another"
        with pytest.raises(TokenExpired) as caught:
            feed.page(MENTIONED)
        told += [str(caught.value), repr(caught.value), repr(caught.value.__cause__), repr(feed)]
        told += [repr(place), repr(Credential(TOKEN, REFRESH, app=APP))]
    addresses = [request.url for request, _ in httpserver.log]
    assert "SENTINEL" not in " ".join([*told, *addresses, caplog.text])
