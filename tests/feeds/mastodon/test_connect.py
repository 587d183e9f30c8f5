"""Connecting an account at whatever server it lives on."""

import base64
import hashlib
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import (
    AddressRefused,
    NonsenseReceived,
    SignInRefused,
    TokenExpired,
)
from controlroom.feeds.networks.mastodon.connect import MastodonConnector, make_connector
from controlroom.feeds.registry import ways_of
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Begun, Entrance, Way
from controlroom.model.credential import AppKey
from controlroom.model.errors import OurError
from tests.feeds.mastodon.server import base_of
from tests.feeds.seats import NOW

REDIRECT = "http://127.0.0.1:45123/signed-in"
METADATA = "/.well-known/oauth-authorization-server"
APP = {"id": "1", "client_id": "app-of-ours", "client_secret": "SENTINEL-SECRET"}
GRANT = {"access_token": "SENTINEL-ACCESS", "token_type": "Bearer", "scope": "read write"}
ACCOUNT = {
    "id": "77",
    "username": "westmarch",
    "acct": "westmarch",
    "locked": True,
    "display_name": "Westmarch Police",
}


@pytest.fixture
def connector(httpserver: HTTPServer) -> Iterator[MastodonConnector]:
    entrance = Entrance(
        "fenmast.example", lambda: NOW, Servers({"fenmast.example": base_of(httpserver)})
    )
    one = make_connector(entrance)
    yield one
    one.close()


def serve(server: HTTPServer, methods: list[str] | None = None) -> None:
    server.expect_request("/api/v1/apps", method="POST").respond_with_json(APP)
    server.expect_request("/oauth/token", method="POST").respond_with_json(GRANT)
    own = {"Authorization": "Bearer SENTINEL-ACCESS"}
    verify = server.expect_request("/api/v1/accounts/verify_credentials", headers=own)
    verify.respond_with_json(ACCOUNT)
    if methods is not None:
        told = {"code_challenge_methods_supported": methods}
        server.expect_request(METADATA).respond_with_json(told)
    else:
        server.expect_request(METADATA).respond_with_data("<html>", status=404)


def query(begun: Begun) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(begun.address).query).items()}


def form(server: HTTPServer, path: str) -> dict[str, str]:
    return next(request.form.to_dict() for request, _ in server.log if request.path == path)


def test_an_application_is_registered_as_somebody_signs_in(
    connector: MastodonConnector, httpserver: HTTPServer
) -> None:
    serve(httpserver, ["S256"])
    begun = connector.begin(AppKey(), REDIRECT)
    assert begun.app == AppKey("app-of-ours", "SENTINEL-SECRET")
    assert form(httpserver, "/api/v1/apps") == {
        "client_name": "Control Room",
        "redirect_uris": REDIRECT,
        "scopes": "read write",
    }
    digest = base64.urlsafe_b64encode(hashlib.sha256(begun.secret.encode()).digest())
    assert query(begun) == {
        "client_id": "app-of-ours",
        "redirect_uri": REDIRECT,
        "response_type": "code",
        "scope": "read write",
        "state": begun.state,
        "code_challenge": digest.rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    assert "SENTINEL" not in begun.address + repr(begun)
    assert begun.secret not in begun.address + repr(begun)


def test_a_sign_in_offers_the_account(connector: MastodonConnector, httpserver: HTTPServer) -> None:
    serve(httpserver, ["S256"])
    begun = connector.begin(AppKey(), REDIRECT)
    (offer,) = connector.finish(begun, {"state": begun.state, "code": "SENTINEL-CODE"})
    assert (offer.remote_id, offer.handle, offer.name, offer.host) == (
        "fenmast.example/77",
        "westmarch@fenmast.example",
        "Westmarch Police",
        "fenmast.example",
    )
    held = offer.credential
    assert (held.access, held.app, held.account) == ("SENTINEL-ACCESS", begun.app, "77")
    assert (held.server, held.scopes) == ("fenmast.example", ("read", "write"))
    assert form(httpserver, "/oauth/token") == {
        "client_id": "app-of-ours",
        "client_secret": "SENTINEL-SECRET",
        "grant_type": "authorization_code",
        "code": "SENTINEL-CODE",
        "redirect_uri": REDIRECT,
        "scope": "read write",
        "code_verifier": begun.secret,
    }
    assert "SENTINEL" not in repr(offer)


def test_an_application_of_the_force_is_not_registered_again(
    connector: MastodonConnector, httpserver: HTTPServer
) -> None:
    serve(httpserver, ["S256"])
    begun = connector.begin(AppKey("forces-own", "SENTINEL-OWN"), REDIRECT)
    assert query(begun)["client_id"] == "forces-own"
    assert "/api/v1/apps" not in [request.path for request, _ in httpserver.log]


@pytest.mark.parametrize("methods", [[], ["plain"]])
def test_a_server_that_says_it_knows_no_pkce_is_spared_it(
    connector: MastodonConnector, httpserver: HTTPServer, methods: list[str]
) -> None:
    serve(httpserver, methods)
    begun = connector.begin(AppKey(), REDIRECT)
    assert begun.secret == ""
    assert "code_challenge" not in query(begun)
    assert connector.finish(begun, {"state": begun.state, "code": "c"})
    assert "code_verifier" not in form(httpserver, "/oauth/token")


def test_a_server_that_says_nothing_gets_it_and_passes_it_over(
    connector: MastodonConnector, httpserver: HTTPServer
) -> None:
    serve(httpserver)
    begun = connector.begin(AppKey(), REDIRECT)
    assert query(begun)["code_challenge_method"] == "S256"


def test_the_answer_to_another_sign_in_and_a_no_are_refused(
    connector: MastodonConnector, httpserver: HTTPServer
) -> None:
    serve(httpserver)
    begun = connector.begin(AppKey(), REDIRECT)
    with pytest.raises(NonsenseReceived, match="another sign-in"):
        connector.finish(begun, {"state": "other", "code": "c"})
    with pytest.raises(SignInRefused, match="access_denied"):
        connector.finish(begun, {"state": begun.state, "error": "access_denied"})


def test_a_server_that_registers_nobody_is_told(
    connector: MastodonConnector, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/api/v1/apps").respond_with_data("<html>hotel</html>")
    with pytest.raises(NonsenseReceived):
        connector.begin(AppKey(), REDIRECT)


def test_a_pasted_token_is_asked_whose_it_is(
    connector: MastodonConnector, httpserver: HTTPServer
) -> None:
    serve(httpserver)
    (offer,) = connector.with_token(AppKey(), " SENTINEL-ACCESS\n")
    assert (offer.credential.access, offer.credential.account) == ("SENTINEL-ACCESS", "77")


def test_a_wrong_token_is_refused(connector: MastodonConnector, httpserver: HTTPServer) -> None:
    verify = httpserver.expect_request("/api/v1/accounts/verify_credentials")
    verify.respond_with_data("<html>no</html>", status=401)
    with pytest.raises(TokenExpired) as caught:
        connector.with_token(AppKey(), "SENTINEL-WRONG")
    assert "SENTINEL" not in repr(caught.value)


def test_a_server_without_https_is_refused() -> None:
    with pytest.raises(AddressRefused):
        make_connector(Entrance("http://fenmast.example", lambda: NOW, Servers()))


def test_there_are_two_ways_and_no_password(connector: MastodonConnector) -> None:
    ways = ways_of("mastodon")
    assert (ways.ways, ways.needs_app, ways.needs_host) == ((Way.BROWSER, Way.TOKEN), False, True)
    with pytest.raises(OurError):
        connector.with_password("x", "y")
