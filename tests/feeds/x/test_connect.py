"""Connecting a profile of X against an X on loopback that checks what it is sent."""

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.errors import (
    NonsenseReceived,
    PermissionMissing,
    SignInRefused,
    TokenExpired,
)
from controlroom.feeds.networks.x.connect import SCOPES, WAYS, XConnector
from controlroom.feeds.registry import make_connector, ways_of
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Begun, Connector, Entrance, Way
from controlroom.model.credential import AppKey
from controlroom.model.errors import OurError
from tests.feeds.seats import NOW
from tests.feeds.x.servers import APP, problem, servers_of

REDIRECT = "http://127.0.0.1:8912/signed-in"
ME = {"id": "1700000000000000100", "username": "WestmarchPolice", "name": "Westmarch Police"}
TOKENS = {
    "token_type": "bearer",
    "expires_in": 7200,
    "access_token": "SENTINEL-ACCESS",
    "refresh_token": "SENTINEL-REFRESH",
    "scope": "tweet.read users.read dm.read offline.access",
}


@pytest.fixture
def connector(httpserver: HTTPServer) -> Iterator[Connector]:
    one = make_connector("x", Entrance("", lambda: NOW, Servers(servers_of(httpserver))))
    yield one
    one.close()


def asked_for(begun: Begun) -> dict[str, str]:
    query = parse_qs(urlsplit(begun.address).query, strict_parsing=True)
    return {name: values[0] for name, values in query.items()}


def let_in(server: HTTPServer) -> None:
    server.expect_request("/2/users/me").respond_with_data(json.dumps({"data": ME}))


def test_the_ways_of_x() -> None:
    ways = ways_of("x")
    assert ways == WAYS
    assert ways.ways == (Way.BROWSER, Way.TOKEN)
    assert ways.needs_app
    assert ways.own_key
    assert {"dm.read", "offline.access", "tweet.read", "users.read", "list.read"} <= set(SCOPES)
    assert {"tweet.write", "media.write", "dm.write", "tweet.moderate.write"} <= set(SCOPES)


def test_the_browser_opens_xs_own_page_and_the_proof_stays_here(
    connector: Connector, httpserver: HTTPServer
) -> None:
    begun = connector.begin(APP, REDIRECT)
    asked = asked_for(begun)
    assert begun.address.startswith(f"{httpserver.url_for('')[:-1]}/i/oauth2/authorize?")
    assert asked["client_id"] == APP.id
    assert asked["redirect_uri"] == REDIRECT
    assert asked["state"] == begun.state
    assert asked["scope"].split() == list(SCOPES)
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert begun.secret not in begun.address
    assert APP.secret not in begun.address
    assert len(begun.secret) >= 43
    again = connector.begin(APP, REDIRECT)
    assert (again.state, again.secret) != (begun.state, begun.secret)


def test_a_sign_in_in_the_browser_gives_an_account_to_connect(
    connector: Connector, httpserver: HTTPServer
) -> None:
    begun = connector.begin(APP, REDIRECT)
    challenge = asked_for(begun)["code_challenge"]

    def exchange(request: Request) -> Response:
        digest = hashlib.sha256(request.form["code_verifier"].encode()).digest()
        assert base64.urlsafe_b64encode(digest).decode().rstrip("=") == challenge
        assert request.form["redirect_uri"] == REDIRECT
        assert request.form["grant_type"] == "authorization_code"
        assert request.form["code"] == "a-code"
        return Response(json.dumps(TOKENS))

    httpserver.expect_request("/2/oauth2/token", method="POST").respond_with_handler(exchange)
    let_in(httpserver)
    (offer,) = connector.finish(begun, {"state": begun.state, "code": "a-code"})
    assert (offer.network, offer.remote_id, offer.handle) == ("x", ME["id"], "WestmarchPolice")
    assert offer.name == "Westmarch Police"
    assert offer.credential.access == TOKENS["access_token"]
    assert offer.credential.refresh == TOKENS["refresh_token"]
    assert offer.credential.expires_at == NOW + timedelta(hours=2)
    assert offer.credential.account == ME["id"]
    assert offer.credential.app == APP
    assert "dm.read" in offer.credential.scopes
    assert httpserver.log[-1][0].headers["Authorization"] == f"Bearer {TOKENS['access_token']}"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"state": "of somebody else", "code": "a-code"}, "another sign-in"),
        ({"code": "a-code"}, "another sign-in"),
        ({"error": "access_denied"}, "access_denied"),
        ({"error": "<b>call 0800 000 000</b>"}, "no answer"),
        ({}, "no answer"),
    ],
)
def test_an_answer_that_is_not_ours_or_says_no_asks_x_nothing(
    connector: Connector, httpserver: HTTPServer, answer: dict[str, str], reason: str
) -> None:
    begun = connector.begin(APP, REDIRECT)
    told = answer if "state" in answer or "code" in answer else answer | {"state": begun.state}
    with pytest.raises(SignInRefused, match=reason):
        connector.finish(begun, told)
    assert httpserver.log == []


def test_people_sign_in_without_the_key_the_application_has_of_its_own(
    connector: Connector, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/2/oauth2/token").respond_with_data(json.dumps(TOKENS))
    let_in(httpserver)
    app = AppKey("client-id", "client-secret", "api-key", "api-secret")
    begun = connector.begin(app, REDIRECT)
    assert asked_for(begun)["client_id"] == "client-id"
    (offer,) = connector.finish(begun, {"state": begun.state, "code": "a-code"})
    assert offer.credential.app == app
    sent = httpserver.log[0][0]
    named = base64.b64encode(b"client-id:client-secret").decode()
    assert (sent.form["client_id"], sent.headers["Authorization"]) == (
        "client-id",
        f"Basic {named}",
    )


def test_a_code_that_x_does_not_accept(connector: Connector, httpserver: HTTPServer) -> None:
    body = json.dumps({"error": "invalid_grant"})
    httpserver.expect_request("/2/oauth2/token").respond_with_data(body, status=400)
    begun = connector.begin(APP, REDIRECT)
    with pytest.raises(TokenExpired):
        connector.finish(begun, {"state": begun.state, "code": "old"})


def test_a_pasted_token_is_asked_whose_it_is(connector: Connector, httpserver: HTTPServer) -> None:
    let_in(httpserver)
    (offer,) = connector.with_token(APP, "  pasted\n")
    assert offer.credential.access == "pasted"
    assert offer.credential.account == offer.remote_id == ME["id"]
    assert httpserver.log[0][0].headers["Authorization"] == "Bearer pasted"


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, "{}", TokenExpired),
        (403, problem("unsupported-authentication"), PermissionMissing),
        (200, '{"data": {"username": "nobody"}}', NonsenseReceived),
        (200, '{"data": []}', NonsenseReceived),
        (200, "<html>", NonsenseReceived),
    ],
)
def test_a_pasted_token_of_nobody(
    connector: Connector, httpserver: HTTPServer, status: int, body: str, error: type[Exception]
) -> None:
    httpserver.expect_request("/2/users/me").respond_with_data(body, status=status)
    with pytest.raises(error):
        connector.with_token(APP, "pasted")


def test_x_has_no_passwords_for_programs(connector: Connector) -> None:
    assert isinstance(connector, XConnector)
    with pytest.raises(OurError):
        connector.with_password("WestmarchPolice", "secret")
