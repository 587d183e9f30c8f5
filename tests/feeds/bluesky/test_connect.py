"""Connecting Bluesky profiles with an app password, scripted on loopback."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import BudgetUsed, NetworkDown, NonsenseReceived, SignInRefused
from controlroom.feeds.networks.bluesky.connect import WAYS, BlueskyConnector, make_connector
from controlroom.feeds.networks.bluesky.session import credential_of, session_of
from controlroom.feeds.registry import ways_of
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Begun, Entrance, Way
from controlroom.model.credential import AppKey, Credential
from controlroom.model.errors import OurError
from tests.feeds.bluesky.server import OWN, answers, asked, session, token
from tests.feeds.seats import NOW

CREATE = "com.atproto.server.createSession"
PROFILE = "app.bsky.actor.getProfile"
PASSWORD = "SENTINEL-app-pass"


@pytest.fixture
def connector(httpserver: HTTPServer) -> Iterator[BlueskyConnector]:
    servers = Servers({"bsky.social": httpserver.url_for("").rstrip("/")})
    one = make_connector(Entrance("", lambda: NOW, servers))
    yield one
    one.close()


def document(address: str, who: str = OWN, kind: str = "#atproto_pds") -> dict[str, object]:
    services = [
        {
            "id": "#atproto_labeler",
            "type": "AtprotoLabeler",
            "serviceEndpoint": "https://l.example",
        },
        {"id": kind, "type": "AtprotoPersonalDataServer", "serviceEndpoint": address},
    ]
    return {"id": who, "alsoKnownAs": ["at://westmarch.police.example"], "service": services}


def test_a_handle_and_an_app_password_connect_a_profile(
    connector: BlueskyConnector, httpserver: HTTPServer
) -> None:
    answers(httpserver, CREATE, session(1))
    answers(httpserver, PROFILE, {"did": OWN, "handle": "w", "displayName": "Westmarch Police"})
    (offer,) = connector.with_password(" @westmarch.police.example\u200e\n", PASSWORD)
    assert (offer.network, offer.remote_id, offer.name) == ("bluesky", OWN, "Westmarch Police")
    assert offer.handle == "westmarch.police.example"
    assert offer.credential.access == session(1)["accessJwt"]
    assert offer.credential.expires_at == NOW + timedelta(hours=2)
    assert offer.credential.server == httpserver.url_for("").rstrip("/")
    signing_in, whose = asked(httpserver)
    wanted = {"identifier": "westmarch.police.example", "password": PASSWORD}
    assert json.loads(signing_in.get_data()) == wanted
    assert signing_in.headers["Content-Type"] == "application/json"
    assert "Authorization" not in signing_in.headers
    assert whose.headers["Authorization"] == f"Bearer {offer.credential.access}"
    assert PASSWORD not in repr(offer) + repr(connector)


def test_without_a_profile_yet_the_handle_is_the_name(
    connector: BlueskyConnector, httpserver: HTTPServer
) -> None:
    answers(httpserver, CREATE, session(1))
    answers(httpserver, PROFILE, {"error": "InvalidRequest", "message": "Profile not found"}, 400)
    (offer,) = connector.with_password("w", PASSWORD)
    assert offer.name == "westmarch.police.example"


@pytest.mark.parametrize(
    ("status", "error", "reason"),
    [
        (401, "AuthenticationRequired", "wrong handle or app password"),
        (401, "AuthFactorTokenRequired", "an app password is needed"),
        (401, "AccountTakedown", "taken down"),
    ],
)
def test_a_sign_in_that_is_refused_says_why(
    connector: BlueskyConnector, httpserver: HTTPServer, status: int, error: str, reason: str
) -> None:
    answers(httpserver, CREATE, {"error": error, "message": PASSWORD}, status)
    with pytest.raises(SignInRefused, match=reason) as caught:
        connector.with_password("w", PASSWORD)
    assert PASSWORD not in str(caught.value)
    assert caught.value.__cause__ is None


def test_an_account_that_is_switched_off_is_not_connected(
    connector: BlueskyConnector, httpserver: HTTPServer
) -> None:
    answers(httpserver, CREATE, session(1, active=False, status="suspended"))
    with pytest.raises(SignInRefused, match="suspended"):
        connector.with_password("w", PASSWORD)


def test_other_trouble_stays_what_it_is(
    connector: BlueskyConnector, httpserver: HTTPServer
) -> None:
    answers(httpserver, CREATE, {"error": "RateLimitExceeded"}, 429, {"RateLimit-Reset": "90"})
    with pytest.raises(BudgetUsed):
        connector.with_password("w", PASSWORD)
    answers(httpserver, CREATE, "<html>", 503)
    with pytest.raises(NetworkDown):
        connector.with_password("w", PASSWORD)
    answers(httpserver, CREATE, "<html>")
    with pytest.raises(NonsenseReceived):
        connector.with_password("w", PASSWORD)


A = "https://a.example"
NO_ADDRESS = {"id": OWN, "service": [{"id": "#atproto_pds", "serviceEndpoint": {}}]}


@pytest.mark.parametrize(
    ("base", "told", "server"),
    [
        (A, document("https://pds.example"), "https://pds.example"),
        (A, document("https://p.example", kind=f"{OWN}#atproto_pds"), "https://p.example"),
        (A, document("https://pds.example/x?y"), "https://pds.example"),
        ("http://127.0.0.1:9", document("http://localhost:8"), "http://localhost:8"),
        (A, document("http://localhost:8"), A),
        (A, document("https://127.0.0.1"), A),
        (A, document("http://pds.example"), A),
        (A, document("https://u:p@pds.example"), A),
        (A, document("https://pds.example", who="did:plc:other"), A),
        (A, document("https://pds.example", kind="#other"), A),
        (A, NO_ADDRESS, A),
        (A, "nonsense", A),
        (A, None, A),
    ],
)
def test_the_accounts_document_leads_to_its_server_but_never_astray(
    base: str, told: object, server: str
) -> None:
    body = json.dumps(session(1, didDoc=told)).encode()
    assert credential_of(session_of(body, "h"), base, Credential()).server == server


@pytest.mark.parametrize(
    "access", ["", "a.b.c", "a.e30.c", "no dots", f"a.{'A' * 9}.c", token(exp="x")]
)
def test_a_token_that_says_nothing_of_itself_has_no_end(access: str) -> None:
    body = json.dumps(session(1, accessJwt=access, refreshJwt=token(exp=1e300))).encode()
    credential = credential_of(session_of(body, "h"), "https://a.example", Credential())
    assert (credential.expires_at, credential.ends_at) == (None, None)
    assert credential.access == access


def test_only_a_password_connects(connector: BlueskyConnector) -> None:
    assert ways_of("bluesky") is WAYS
    assert WAYS.ways == (Way.PASSWORD,)
    with pytest.raises(OurError):
        connector.begin(AppKey(), "http://127.0.0.1:1/")
    with pytest.raises(OurError):
        connector.finish(Begun("", "", ""), {})
    with pytest.raises(OurError):
        connector.with_token(AppKey(), "x")
