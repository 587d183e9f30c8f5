"""Sign-ins that run out, budgets and refusals of Bluesky, scripted on loopback."""

import json
import logging
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.base import Page, Per
from controlroom.feeds.errors import (
    AddressRefused,
    BudgetUsed,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.networks.bluesky.client import Calls
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import SourceKind
from tests.feeds.bluesky.server import (
    OWN,
    answers,
    asked,
    seat_at,
    seat_by,
    session,
    source,
    timeline,
    token,
    uri,
)
from tests.feeds.seats import NOW, SignedIn, seat
from tests.feeds.test_wire import answer, bare_server

TIMELINE = "app.bsky.feed.getTimeline"
REFRESH = "com.atproto.server.refreshSession"
HOME = source(SourceKind.HOME)
EXPIRED = {"error": "ExpiredToken", "message": "Token has expired"}
SIGNED_IN = Credential("SENTINEL-OLD", "SENTINEL-REFRESH", account=OWN)


def bearer(request: Request) -> str:
    return request.headers["Authorization"].removeprefix("Bearer ")


def test_a_sign_in_that_ran_out_is_renewed_and_the_read_goes_on(httpserver: HTTPServer) -> None:
    at = seat_at(httpserver, SIGNED_IN)
    answers(httpserver, TIMELINE, EXPIRED, 400)
    answers(httpserver, REFRESH, session(2))
    answers(httpserver, TIMELINE, timeline("9"))
    feed = BlueskyFeed(at)
    assert feed.page(HOME).posts[0].remote_id == uri("9")
    first, renewal, second = asked(httpserver)
    assert (renewal.method, renewal.get_data()) == ("POST", b"")
    assert bearer(renewal) == "SENTINEL-REFRESH"
    assert (bearer(first), bearer(second)) == ("SENTINEL-OLD", session(2)["accessJwt"])
    (renewed,) = renewals(at)
    assert renewed.refresh == session(2)["refreshJwt"]
    assert renewed.expires_at == NOW + timedelta(hours=2)
    assert renewed.ends_at == NOW + timedelta(days=90)
    assert renewed.scopes == ("com.atproto.appPass",)
    assert renewed.account == OWN


def renewals(at: object) -> list[Credential]:
    sign_in = at.sign_in  # type: ignore[attr-defined]
    assert isinstance(sign_in, SignedIn)
    return sign_in.renewals


def test_a_sign_in_is_renewed_before_it_runs_out(httpserver: HTTPServer) -> None:
    at = seat_at(httpserver, replace(SIGNED_IN, expires_at=NOW + timedelta(seconds=30)))
    answers(httpserver, REFRESH, session(2))
    answers(httpserver, TIMELINE, timeline())
    BlueskyFeed(at).page(HOME)
    assert [request.path for request in asked(httpserver)] == [
        f"/xrpc/{REFRESH}",
        f"/xrpc/{TIMELINE}",
    ]


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, EXPIRED, TokenExpired),
        (401, {"error": "InvalidToken", "message": "Token has been revoked"}, TokenExpired),
        (
            400,
            {"error": "AccountTakedown", "message": "Account has been taken down"},
            PermissionMissing,
        ),
        (502, {"error": "UpstreamFailure", "message": "x"}, NetworkDown),
        (200, {"accessJwt": "only half"}, NonsenseReceived),
        (200, "<html>", NonsenseReceived),
    ],
)
def test_a_renewal_that_fails_says_why_and_keeps_the_old_sign_in(
    httpserver: HTTPServer, status: int, body: object, error: type[ReadError]
) -> None:
    at = seat_at(httpserver, SIGNED_IN)
    answers(httpserver, TIMELINE, EXPIRED, 400)
    answers(httpserver, REFRESH, body, status)
    with pytest.raises(ReadError) as caught:
        BlueskyFeed(at).page(HOME)
    assert type(caught.value) is error
    assert renewals(at) == []


def test_a_renewed_sign_in_that_is_refused_too_is_not_renewed_for_ever(
    httpserver: HTTPServer,
) -> None:
    httpserver.expect_request(f"/xrpc/{TIMELINE}").respond_with_json(EXPIRED, 400)
    httpserver.expect_request(f"/xrpc/{REFRESH}").respond_with_json(session(2))
    with pytest.raises(TokenExpired):
        BlueskyFeed(seat_at(httpserver, SIGNED_IN)).page(HOME)
    assert len(httpserver.log) == 3


def test_without_anything_to_renew_it_with_a_person_has_to_sign_in(httpserver: HTTPServer) -> None:
    answers(httpserver, TIMELINE, EXPIRED, 400)
    with pytest.raises(TokenExpired):
        BlueskyFeed(seat_at(httpserver)).page(HOME)
    assert len(httpserver.log) == 1


def test_two_feeds_of_one_profile_use_a_refresh_token_once() -> None:
    both = threading.Barrier(2)
    used: list[str] = []

    def read(request: Request) -> Response:
        if bearer(request) == SIGNED_IN.access:
            both.wait(5)
            return Response(json.dumps(EXPIRED), 400)
        return Response(json.dumps(timeline("9")))

    def renew(request: Request) -> Response:
        used.append(bearer(request))
        return Response(json.dumps(session(2)))

    pages: list[Page] = []
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        server.expect_request(f"/xrpc/{TIMELINE}").respond_with_handler(read)
        server.expect_request(f"/xrpc/{REFRESH}").respond_with_handler(renew)
        at = seat_at(server, SIGNED_IN)
        feeds = [BlueskyFeed(at), BlueskyFeed(at)]
        readers = [
            threading.Thread(target=lambda f=feed: pages.append(f.page(HOME))) for feed in feeds
        ]
        for one in readers:
            one.start()
        for one in readers:
            one.join(10)
        for feed in feeds:
            feed.close()
    assert len(pages) == 2
    assert used == ["SENTINEL-REFRESH"]


@pytest.mark.parametrize(
    ("status", "error", "message", "kind"),
    [
        (401, "AuthMissing", "Authentication Required", TokenExpired),
        (400, "InvalidToken", "Token could not be verified", TokenExpired),
        (400, "InvalidToken", "Bad token scope", PermissionMissing),
        (400, "InvalidToken", "Bad token method", PermissionMissing),
        (400, "BlockedByActor", "Requester is blocked by actor", PermissionMissing),
        (400, "InvalidRequest", "Profile not found", NotFound),
        (400, "RecordNotFound", "Could not locate record: at://x", NotFound),
        (400, "InvalidRequest", "Could not find feed", NotFound),
        (400, "InvalidRequest", "Error: Params must have the property q", NonsenseReceived),
        (400, "SomethingNew", "", NonsenseReceived),
        (500, "InternalServerError", "Internal Server Error", NetworkDown),
        (502, "UpstreamFailure", "pipethrough network error", NetworkDown),
        (504, "UpstreamTimeout", "x", NetworkDown),
        (404, "XRPCNotSupported", "Not Found", NotFound),
    ],
)
def test_each_refusal_of_the_network_has_its_error(
    httpserver: HTTPServer, status: int, error: str, message: str, kind: type[ReadError]
) -> None:
    answers(httpserver, TIMELINE, {"error": error, "message": message}, status)
    with pytest.raises(ReadError) as caught:
        BlueskyFeed(seat_at(httpserver)).page(HOME)
    assert type(caught.value) is kind
    assert message not in str(caught.value) or not message


@pytest.mark.parametrize("body", ["<html>no</html>", "", '{"error": 7}', "[" * 90_000])
def test_a_refusal_nobody_can_read_has_its_usual_meaning(httpserver: HTTPServer, body: str) -> None:
    answers(httpserver, TIMELINE, body, 403)
    with pytest.raises(PermissionMissing):
        BlueskyFeed(seat_at(httpserver)).page(HOME)


def budget(remaining: int, resets: object) -> dict[str, str]:
    return {
        "RateLimit-Limit": "3000",
        "RateLimit-Remaining": str(remaining),
        "RateLimit-Reset": str(resets),
        "RateLimit-Policy": "3000;w=300",
        "Date": NOW.strftime("%a, %d %b %Y %H:%M:%S GMT"),
    }


def test_the_budget_is_read_and_belongs_to_the_address_we_come_from() -> None:
    headers = budget(2999, int(NOW.timestamp()) + 300)
    with bare_server(answer(200, headers, json.dumps(timeline()))) as base:
        (told,) = BlueskyFeed(seat_by(base)).page(HOME).budgets
    assert (told.limit, told.remaining, told.name, told.per) == (3000, 2999, "reads", Per.HOST)
    assert told.resets_at == NOW + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("resets", "wait"),
    [
        (int(NOW.timestamp()) + 120, 120),
        (None, 60),
        ("tomorrow", 60),
        (99_999_999_999, 3600),
        (0, 1),
    ],
)
def test_too_many_reads_wait_as_told_but_never_absurdly(resets: object, wait: int) -> None:
    body = {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}
    headers = budget(0, resets)
    if resets is None:
        del headers["RateLimit-Reset"]
    told = answer(429, headers, json.dumps(body))
    with bare_server(told) as base, pytest.raises(BudgetUsed) as caught:
        BlueskyFeed(seat_by(base)).page(HOME)
    assert caught.value.resets_at == NOW + timedelta(seconds=wait)


def test_the_accounts_own_server_is_asked_if_it_is_known(httpserver: HTTPServer) -> None:
    base = httpserver.url_for("").rstrip("/")
    profile = Profile(1, "bluesky", OWN, "w")
    led = {"pds.westmarch.example": base, "bsky.social": "http://127.0.0.1:1"}
    at = seat(profile, led, Credential("a", server="pds.westmarch.example"))
    answers(httpserver, TIMELINE, timeline("9"))
    assert len(BlueskyFeed(at).page(HOME).posts) == 1


def test_a_server_that_cannot_be_reached_safely_is_refused() -> None:
    profile = Profile(1, "bluesky", OWN, "w")
    at = seat(profile, {}, Credential("SENTINEL", server="http://pds.example"))
    with pytest.raises(AddressRefused):
        BlueskyFeed(at).page(HOME)


def test_no_token_is_in_an_address_an_error_or_a_log_line(
    httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    at = seat_at(httpserver, SIGNED_IN)
    answers(httpserver, TIMELINE, EXPIRED, 400)
    answers(httpserver, REFRESH, {"error": "InvalidToken", "message": token()}, 400)
    calls = Calls(at)
    with pytest.raises(ReadError) as caught:
        calls.get(TIMELINE, {})
    calls.close()
    told = repr(caught.value) + repr(caught.value.values) + repr(at) + caplog.text
    told += "".join(request.url for request in asked(httpserver))
    assert "SENTINEL" not in told
