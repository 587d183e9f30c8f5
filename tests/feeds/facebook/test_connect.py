"""Connecting pages: the browser's way and a pasted token."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds import registry
from controlroom.feeds.errors import (
    AppRefused,
    BudgetUsed,
    NoAccountFound,
    NonsenseReceived,
    SignInRefused,
    TokenExpired,
)
from controlroom.feeds.graph.connecting import PageConnector
from controlroom.feeds.networks.facebook.connect import SCOPES, make_connector
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Begun, Entrance, Way
from controlroom.model.credential import AppKey, Credential
from controlroom.model.errors import OurError
from tests.feeds.facebook.graphs import error, expect, listing
from tests.feeds.seats import NOW

APP = AppKey("1234", "SENTINEL-app-secret")
REDIRECT = "http://127.0.0.1:8765/signed-in"
NO_ACCOUNTS = error(100, "(#100) Tried accessing nonexisting field (accounts) on node type (Page)")
ENDS = datetime(2027, 2, 20, 12, tzinfo=UTC)
SECRETS = ("SENTINEL", "SHORT-TOKEN", "LONG-TOKEN", "PAGE-TOKEN", "SECRET-CODE")


@pytest.fixture
def connector(httpserver: HTTPServer) -> Iterator[PageConnector]:
    base = httpserver.url_for("").rstrip("/")
    servers = Servers({"graph.facebook.com": base, "www.facebook.com": base}, sealed=True)
    one = make_connector(Entrance("", lambda: NOW, servers))
    yield one
    one.close()


def begun(connector: PageConnector, app: AppKey = APP) -> Begun:
    return connector.begin(app, REDIRECT)


def account(number: str) -> dict[str, Any]:
    return {"id": number, "name": f"Page {number}", "access_token": f"PAGE-TOKEN-{number}"}


def form(server: HTTPServer, at: int) -> dict[str, str]:
    """Returns what was posted with a request."""
    return {name: values[0] for name, values in parse_qs(_body(server, at)).items()}


def _body(server: HTTPServer, at: int) -> str:
    return server.log[at][0].get_data().decode()


def debugged(**data: Any) -> dict[str, Any]:
    return {"data": {"is_valid": True, "scopes": list(SCOPES), **data}}


def test_the_registry_knows_how_pages_are_connected() -> None:
    ways = registry.ways_of("facebook")
    assert (ways.ways, ways.needs_app, ways.needs_host) == ((Way.BROWSER, Way.TOKEN), True, False)


def test_the_browser_is_sent_to_the_dialog_without_any_secret(
    connector: PageConnector,
) -> None:
    one = begun(connector)
    parts = urlsplit(one.address)
    assert parts.path == "/v26.0/dialog/oauth"
    assert parse_qs(parts.query) == {
        "client_id": ["1234"],
        "redirect_uri": [REDIRECT],
        "state": [one.state],
        "response_type": ["code"],
        "scope": [",".join(SCOPES)],
    }
    assert len(one.state) >= 40
    assert begun(connector).state != one.state


def test_signing_in_brings_every_page_with_a_lasting_token(
    connector: PageConnector, httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    one = begun(connector)
    token = "oauth/access_token"
    expect(httpserver, token).respond_with_json({"access_token": "SHORT-TOKEN", "expires_in": 60})
    expect(httpserver, token).respond_with_json(
        {"access_token": "LONG-TOKEN", "token_type": "bearer", "expires_in": 5_183_944}
    )
    expect(httpserver, "me/accounts").respond_with_data(
        listing(account("1") | {"username": "WestmarchPolice"}, account("2"), after="N")
    )
    expect(httpserver, "me/accounts", {"after": "N"}).respond_with_data(
        listing(account("2"), {"id": "3", "name": "without a token"}, {"id": 5}, account("4"))
    )
    expect(httpserver, "debug_token").respond_with_json(
        debugged(expires_at=1_900_000_000, data_access_expires_at=int(ENDS.timestamp()))
    )
    offers = connector.finish(one, {"state": one.state, "code": "SECRET-CODE"})
    assert [(offer.remote_id, offer.handle, offer.name) for offer in offers] == [
        ("1", "WestmarchPolice", "Page 1"),
        ("2", "", "Page 2"),
        ("4", "", "Page 4"),
    ]
    assert offers[1].credential == Credential(
        "PAGE-TOKEN-2", ends_at=ENDS, app=APP, account="2", scopes=SCOPES
    )
    assert form(httpserver, 0) == {
        "client_id": "1234",
        "client_secret": APP.secret,
        "redirect_uri": REDIRECT,
        "code": "SECRET-CODE",
    }
    assert form(httpserver, 1)["fb_exchange_token"] == "SHORT-TOKEN"
    assert form(httpserver, 4)["input_token"] == "LONG-TOKEN"
    assert form(httpserver, 4)["method"] == "get"
    headers = [request.headers.get("Authorization") for request, _ in httpserver.log]
    assert headers == [None, None, *["Bearer LONG-TOKEN"] * 3]
    assert not any(
        secret in told
        for secret in SECRETS
        for told in [caplog.text, repr(offers), *(request.url for request, _ in httpserver.log)]
    )


def test_without_a_secret_the_token_runs_out_when_the_persons_does(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    one = begun(connector, AppKey("1234"))
    expect(httpserver, "oauth/access_token").respond_with_json(
        {"access_token": "SHORT-TOKEN", "expires_in": 3_600}
    )
    expect(httpserver, "me/accounts").respond_with_data(listing(account("1")))
    expect(httpserver, "debug_token").respond_with_data(error(100), status=400)
    (offer,) = connector.finish(one, {"state": one.state, "code": "c"})
    assert offer.credential.expires_at == NOW + timedelta(hours=1)
    assert "client_secret" not in form(httpserver, 0)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"error": "access_denied", "error_description": "<b>no"}, "access_denied"),
        ({"error": "<img src=x>"}, "?"),
        ({}, "?"),
        ({"code": ""}, "?"),
    ],
)
def test_a_refusal_in_the_browser_is_told(
    connector: PageConnector, answer: dict[str, str], reason: str
) -> None:
    one = begun(connector)
    with pytest.raises(SignInRefused) as caught:
        connector.finish(one, {"state": one.state, **answer})
    assert f"({reason})" in str(caught.value)


@pytest.mark.parametrize("answer", [{"code": "c"}, {"code": "c", "state": "ß"}])
def test_an_answer_to_somebody_else_is_refused(
    connector: PageConnector, httpserver: HTTPServer, answer: dict[str, str]
) -> None:
    with pytest.raises(SignInRefused):
        connector.finish(begun(connector), answer)
    assert httpserver.log == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (1, "Error validating client secret."),
        (1, "Error validating application. Cannot get application info due to a system error."),
        (101, "Error validating application. Invalid application ID."),
        (101, "Missing client_id parameter."),
    ],
)
def test_an_application_that_is_not_accepted_is_called_so(
    connector: PageConnector, httpserver: HTTPServer, code: int, message: str
) -> None:
    one = begun(connector)
    expect(httpserver, "oauth/access_token").respond_with_data(error(code, message), status=400)
    with pytest.raises(AppRefused) as caught:
        connector.finish(one, {"state": one.state, "code": "c"})
    assert isinstance(caught.value, SignInRefused)
    assert "its id or its secret is wrong" in str(caught.value)
    assert "SENTINEL" not in f"{caught.value}{caught.value.remedy}"


@pytest.mark.parametrize(("code", "status"), [(1, 400), (100, 400), (190, 401), (10, 403)])
def test_a_code_that_is_not_accepted_is_a_refusal(
    connector: PageConnector, httpserver: HTTPServer, code: int, status: int
) -> None:
    one = begun(connector)
    expect(httpserver, "oauth/access_token").respond_with_data(error(code), status=status)
    with pytest.raises(SignInRefused):
        connector.finish(one, {"state": one.state, "code": "SECRET-CODE"})


@pytest.mark.parametrize("body", ["{}", "<html>", '{"access_token": 5}', "[" * 50_000])
def test_a_token_nobody_can_read_is_nonsense(
    connector: PageConnector, httpserver: HTTPServer, body: str
) -> None:
    one = begun(connector)
    expect(httpserver, "oauth/access_token").respond_with_data(body)
    with pytest.raises(NonsenseReceived):
        connector.finish(one, {"state": one.state, "code": "c"})


def test_who_looks_after_no_page_has_none_to_connect(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(listing())
    with pytest.raises(NoAccountFound):
        connector.with_token(AppKey(), "SHORT-TOKEN")


def test_the_token_of_a_page_connects_that_page(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(NO_ACCOUNTS, status=400)
    expect(httpserver, "me").respond_with_json({"id": "7", "name": "Brackenford Police"})
    expect(httpserver, "debug_token").respond_with_json(
        debugged(expires_at=0, data_access_expires_at=10**15)
    )
    (offer,) = connector.with_token(AppKey("1234"), "  PAGE-TOKEN-7\n")
    assert (offer.remote_id, offer.name) == ("7", "Brackenford Police")
    assert offer.credential == Credential(
        "PAGE-TOKEN-7", app=AppKey("1234"), account="7", scopes=SCOPES
    )


def test_a_page_nobody_can_read_is_nonsense(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(NO_ACCOUNTS, status=400)
    expect(httpserver, "me").respond_with_data('{"id": 7}')
    with pytest.raises(NonsenseReceived):
        connector.with_token(AppKey("1234"), "PAGE-TOKEN-7")


def test_a_persons_token_is_made_lasting_where_the_secret_is_known(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(listing(account("1")))
    expect(httpserver, "debug_token", once=False).respond_with_json(debugged(expires_at=1))
    expect(httpserver, "oauth/access_token").respond_with_json({"access_token": "LONG-TOKEN"})
    longer = account("1") | {"access_token": "PAGE-TOKEN-lasting"}
    expect(httpserver, "me/accounts").respond_with_data(listing(longer))
    (offer,) = connector.with_token(APP, "SHORT-TOKEN")
    assert (offer.credential.access, offer.credential.expires_at) == ("PAGE-TOKEN-lasting", None)
    assert "appsecret_proof" in httpserver.log[0][0].args


def test_a_system_users_token_is_taken_as_it_is(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(listing(account("1"), account("2")))
    expect(httpserver, "debug_token").respond_with_json(debugged(expires_at=0))
    expect(httpserver, "oauth/access_token").respond_with_data(error(100), status=400)
    offers = connector.with_token(APP, "LONG-TOKEN")
    assert [(one.credential.access, one.credential.expires_at) for one in offers] == [
        ("PAGE-TOKEN-1", None),
        ("PAGE-TOKEN-2", None),
    ]


def test_pages_of_a_short_token_that_cannot_be_prolonged_run_out_with_it(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(listing(account("1")))
    expect(httpserver, "debug_token").respond_with_json(debugged(expires_at=int(ENDS.timestamp())))
    expect(httpserver, "oauth/access_token").respond_with_data(error(190), status=400)
    (offer,) = connector.with_token(APP, "SHORT-TOKEN")
    assert offer.credential.expires_at == ENDS


def test_a_token_that_is_not_accepted_says_so(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(error(190), status=401)
    with pytest.raises(TokenExpired):
        connector.with_token(AppKey(), "PAGE-TOKEN-7")


def test_a_spent_budget_while_connecting_is_told(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts").respond_with_data(listing(account("1")))
    expect(httpserver, "debug_token").respond_with_data(error(4), status=400)
    with pytest.raises(BudgetUsed):
        connector.with_token(AppKey(), "SHORT-TOKEN")


def test_pages_that_go_round_in_circles_end(
    connector: PageConnector, httpserver: HTTPServer
) -> None:
    expect(httpserver, "me/accounts", once=False).respond_with_data(
        listing(account("1"), after="same")
    )
    expect(httpserver, "debug_token").respond_with_json(debugged())
    assert len(connector.with_token(AppKey(), "SHORT-TOKEN")) == 1


def test_there_is_no_way_with_a_password(connector: PageConnector) -> None:
    with pytest.raises(OurError):
        connector.with_password("westmarch", "pass")
