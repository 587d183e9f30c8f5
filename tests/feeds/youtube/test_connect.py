"""Connecting a channel through Google's sign-in, or with a pasted token."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import (
    NonsenseReceived,
    PermissionMissing,
    SignInRefused,
    TokenExpired,
)
from controlroom.feeds.networks.youtube.connect import SCOPE, YouTubeConnector, make_connector
from controlroom.feeds.registry import ways_of
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Begun, Entrance, Offer, Way
from controlroom.model.credential import AppKey
from controlroom.model.errors import OurError
from tests.feeds.seats import NOW
from tests.feeds.youtube.network import CHANNEL, Network, answer, led, refusal, serve

APP = AppKey("app.example", "SENTINEL-SECRET")
REDIRECT = "http://127.0.0.1:45123/signed-in"
GRANT = {
    "access_token": "SENTINEL-ACCESS",
    "refresh_token": "1//SENTINEL-REFRESH",
    "expires_in": 3599,
    "scope": SCOPE,
    "token_type": "Bearer",
}


@pytest.fixture
def network(httpserver: HTTPServer) -> Network:
    one = Network()
    serve(httpserver, one)
    return one


@pytest.fixture
def connector(httpserver: HTTPServer) -> Iterator[YouTubeConnector]:
    one = make_connector(Entrance("", lambda: NOW, Servers(led(httpserver))))
    yield one
    one.close()


def back(begun: Begun, **more: str) -> dict[str, str]:
    return {"state": begun.state, "code": "4/SENTINEL-CODE"} | more


def test_the_browser_is_asked_with_a_challenge_and_no_secret(connector: YouTubeConnector) -> None:
    begun = connector.begin(APP, REDIRECT)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(begun.address).query).items()}
    digest = base64.urlsafe_b64encode(hashlib.sha256(begun.secret.encode()).digest())
    assert asked["code_challenge"] == digest.rstrip(b"=").decode()
    assert asked["code_challenge_method"] == "S256"
    assert (asked["redirect_uri"], asked["scope"], asked["state"]) == (
        REDIRECT,
        SCOPE,
        begun.state,
    )
    assert (asked["access_type"], asked["prompt"]) == ("offline", "consent")
    assert "SENTINEL" not in begun.address + repr(begun)
    assert begun.secret not in begun.address + repr(begun)
    assert urlsplit(begun.address).path == "/o/oauth2/v2/auth"


def test_two_beginnings_have_nothing_in_common(connector: YouTubeConnector) -> None:
    one, other = connector.begin(APP, REDIRECT), connector.begin(APP, REDIRECT)
    assert one.state != other.state
    assert one.secret != other.secret


def test_a_sign_in_offers_the_channel(
    connector: YouTubeConnector, network: Network, httpserver: HTTPServer
) -> None:
    token = httpserver.expect_request("/token", method="POST")
    token.respond_with_json(GRANT)
    begun = connector.begin(APP, REDIRECT)
    (offer,) = connector.finish(begun, back(begun))
    shown = replace(offer, credential=offer.credential)
    assert (shown.network, shown.remote_id, shown.handle, shown.name) == (
        "youtube",
        CHANNEL,
        "westmarchpolice",
        "Westmarch Police",
    )
    held = offer.credential
    assert (held.access, held.refresh) == ("SENTINEL-ACCESS", "1//SENTINEL-REFRESH")
    assert (held.account, held.app, held.scopes) == (CHANNEL, APP, (SCOPE,))
    assert held.expires_at == NOW + timedelta(seconds=3599)
    form = httpserver.log[0][0].form.to_dict()
    assert form == {
        "client_id": "app.example",
        "client_secret": "SENTINEL-SECRET",
        "grant_type": "authorization_code",
        "code": "4/SENTINEL-CODE",
        "code_verifier": begun.secret,
        "redirect_uri": REDIRECT,
    }
    assert network.asked == [("channels", {"part": "snippet", "mine": "true"})]
    assert "SENTINEL" not in repr(offer)


def test_the_answer_to_another_sign_in_is_refused(connector: YouTubeConnector) -> None:
    begun = connector.begin(APP, REDIRECT)
    for state in ("", "other", "ü"):
        with pytest.raises(NonsenseReceived, match="another sign-in"):
            connector.finish(begun, back(begun, state=state))


def test_a_person_who_says_no_is_understood(connector: YouTubeConnector) -> None:
    begun = connector.begin(APP, REDIRECT)
    with pytest.raises(SignInRefused, match="access_denied"):
        connector.finish(begun, {"state": begun.state, "error": "access_denied"})


def test_a_tick_taken_away_is_told(connector: YouTubeConnector, httpserver: HTTPServer) -> None:
    granted = GRANT | {"scope": "openid"}
    httpserver.expect_request("/token", method="POST").respond_with_json(granted)
    begun = connector.begin(APP, REDIRECT)
    with pytest.raises(PermissionMissing):
        connector.finish(begun, back(begun))


def test_a_code_that_is_refused(connector: YouTubeConnector, httpserver: HTTPServer) -> None:
    token = httpserver.expect_request("/token", method="POST")
    token.respond_with_json({"error": "invalid_grant"}, status=400)
    begun = connector.begin(APP, REDIRECT)
    with pytest.raises(TokenExpired) as caught:
        connector.finish(begun, back(begun))
    assert "SENTINEL" not in repr(caught.value)


def pasted(connector: YouTubeConnector, token: str) -> tuple[Offer, ...]:
    return connector.with_token(APP, token)


def test_a_pasted_access_token_is_asked_whose_it_is(
    connector: YouTubeConnector, network: Network
) -> None:
    (offer,) = pasted(connector, " SENTINEL-ACCESS\n")
    assert (offer.credential.access, offer.remote_id) == ("SENTINEL-ACCESS", CHANNEL)
    assert network.headers[0]["Authorization"] == "Bearer SENTINEL-ACCESS"


def test_a_pasted_refresh_token_is_exchanged_first(
    connector: YouTubeConnector, network: Network, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/token", method="POST").respond_with_json(
        {"access_token": "SENTINEL-ACCESS", "expires_in": 3599}
    )
    (offer,) = pasted(connector, "1//SENTINEL-REFRESH")
    assert offer.credential.refresh == "1//SENTINEL-REFRESH"
    assert offer.credential.access == "SENTINEL-ACCESS"


def test_a_wrong_token_is_refused(connector: YouTubeConnector, network: Network) -> None:
    network.refuses = [refusal(401, "authError")]
    with pytest.raises(TokenExpired):
        pasted(connector, "SENTINEL-WRONG")


def test_an_account_without_a_channel_has_no_offer(
    connector: YouTubeConnector, network: Network
) -> None:
    network.refuses = [answer({"kind": "youtube#channelListResponse"})]
    assert pasted(connector, "SENTINEL-ACCESS") == ()


def test_there_are_two_ways_and_no_password(connector: YouTubeConnector) -> None:
    ways = ways_of("youtube")
    assert (ways.ways, ways.needs_app, ways.needs_host) == ((Way.BROWSER, Way.TOKEN), True, False)
    with pytest.raises(OurError):
        connector.with_password("x", "y")
