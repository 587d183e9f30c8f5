"""Tokens that last an hour: renewed in time, renewed once, and never shown."""

import threading
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.base import Seat
from controlroom.feeds.errors import NetworkDown, NonsenseReceived, TokenExpired
from controlroom.feeds.renewal import Renewal, TokenServer
from controlroom.feeds.servers import Servers
from controlroom.model.credential import AppKey, Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW, SignedIn
from tests.feeds.youtube.network import CHANNEL, Network, answer, feed_to, led, refusal

COMMENTS = Source("youtube", SourceKind.COMMENTS, 1)
APP = AppKey("app.example", "SENTINEL-SECRET")
GRANT = {"access_token": "SENTINEL-NEW", "expires_in": 3599, "token_type": "Bearer"}


def credential(minutes: int) -> Credential:
    ends = NOW + timedelta(minutes=minutes)
    return Credential("SENTINEL-OLD", "SENTINEL-REFRESH", ends, app=APP, account=CHANNEL)


class Tokens:
    """The token server."""

    def __init__(self, server: HTTPServer, *told: Response) -> None:
        self.forms: list[dict[str, str]] = []
        self.told = list(told)
        server.expect_request("/token", method="POST").respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        self.forms.append(request.form.to_dict())
        return self.told.pop(0) if self.told else answer(GRANT)


def test_a_token_is_renewed_before_it_ends(httpserver: HTTPServer) -> None:
    tokens, network = Tokens(httpserver), Network()
    with feed_to(httpserver, network, credential=credential(1)) as feed:
        feed.page(COMMENTS)
        feed.page(COMMENTS)
    assert network.headers[0]["Authorization"] == "Bearer SENTINEL-NEW"
    assert tokens.forms == [
        {
            "client_id": "app.example",
            "client_secret": "SENTINEL-SECRET",
            "grant_type": "refresh_token",
            "refresh_token": "SENTINEL-REFRESH",
        }
    ]


def test_a_token_that_is_good_for_long_is_left_alone(httpserver: HTTPServer) -> None:
    tokens = Tokens(httpserver)
    with feed_to(httpserver, Network(), credential=credential(30)) as feed:
        feed.page(COMMENTS)
    assert tokens.forms == []


def test_a_refused_token_is_renewed_once(httpserver: HTTPServer) -> None:
    tokens = Tokens(httpserver)
    network = Network(refuses=[refusal(401, "authError")])
    with feed_to(httpserver, network, credential=credential(30)) as feed:
        feed.page(COMMENTS)
    assert len(tokens.forms) == 1
    network.refuses = [refusal(401, "authError"), refusal(401, "authError")]
    with (
        feed_to(httpserver, network, credential=credential(30)) as feed,
        pytest.raises(TokenExpired),
    ):
        feed.page(COMMENTS)
    assert len(tokens.forms) == 2


def test_without_a_refresh_token_a_refusal_is_final(httpserver: HTTPServer) -> None:
    tokens = Tokens(httpserver)
    network = Network(refuses=[refusal(401, "authError")])
    with feed_to(httpserver, network) as feed, pytest.raises(TokenExpired):
        feed.page(COMMENTS)
    assert tokens.forms == []


@pytest.mark.parametrize(
    ("told", "error"),
    [
        (answer({"error": "invalid_grant", "error_description": "Bad"}, 400), TokenExpired),
        (answer({"error": "invalid_client"}, 401), TokenExpired),
        (Response("down", 503), NetworkDown),
        (Response("<html>", 200), NonsenseReceived),
    ],
)
def test_what_the_token_server_refuses(
    httpserver: HTTPServer, told: Response, error: type[Exception]
) -> None:
    Tokens(httpserver, told)
    network = Network()
    with (
        feed_to(httpserver, network, credential=credential(1)) as feed,
        pytest.raises(error) as caught,
    ):
        feed.page(COMMENTS)
    assert network.asked == []
    assert "SENTINEL" not in repr(caught.value)


@pytest.fixture
def seat(httpserver: HTTPServer) -> Seat:
    profile = Profile(77, "youtube", CHANNEL, "westmarchpolice")
    return Seat(profile, SignedIn(credential(1)), lambda: NOW, Servers(led(httpserver)))


def tokens_of(one: Seat) -> TokenServer:
    return TokenServer(one.server("oauth2.googleapis.com"), "/token", one.now)


def test_feeds_of_one_profile_renew_together_once(httpserver: HTTPServer, seat: Seat) -> None:
    tokens = Tokens(httpserver)
    renewals = [Renewal(seat, tokens_of(seat)) for _ in range(6)]
    together = threading.Barrier(len(renewals))
    got: list[str] = []

    def fetch(renewal: Renewal) -> None:
        together.wait(5)
        got.append(renewal.access())

    threads = [threading.Thread(target=fetch, args=(one,)) for one in renewals]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for renewal in renewals:
        renewal.close()
    assert len(tokens.forms) == 1
    assert set(got) == {"SENTINEL-NEW"}


def test_a_grant_does_not_show_what_it_grants(httpserver: HTTPServer, seat: Seat) -> None:
    Tokens(httpserver)
    tokens = tokens_of(seat)
    granted = tokens.exchange({"grant_type": "refresh_token"}, APP)
    tokens.close()
    assert granted.access_token == "SENTINEL-NEW"
    assert "SENTINEL" not in f"{granted!r} {granted}"


@pytest.mark.parametrize("lasts", [-5, 10**12, None])
def test_an_absurd_end_is_none(httpserver: HTTPServer, seat: Seat, lasts: int | None) -> None:
    Tokens(httpserver, answer(GRANT | {"expires_in": lasts}))
    renewal = Renewal(seat, tokens_of(seat))
    renewal.access()
    renewal.close()
    assert seat.sign_in.credential().expires_at is None


def test_what_a_grant_leaves_out_stays(httpserver: HTTPServer, seat: Seat) -> None:
    Tokens(httpserver, answer(GRANT | {"refresh_token_expires_in": 604799}))
    renewal = Renewal(seat, tokens_of(seat))
    renewal.access()
    renewal.close()
    now = seat.sign_in.credential()
    assert (now.refresh, now.account, now.app) == ("SENTINEL-REFRESH", CHANNEL, APP)
    assert now.expires_at == NOW + timedelta(seconds=3599)
    assert now.ends_at == NOW + timedelta(seconds=604799)
