"""Connecting pages at the simulated Facebook, as at the real one."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from controlroom.feeds.errors import AppRefused, SignInRefused, TokenExpired
from controlroom.feeds.graph.connecting import PageConnector
from controlroom.feeds.networks.facebook.connect import SCOPES, make_connector
from controlroom.feeds.networks.facebook.feed import make_feed
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.model.credential import AppKey
from controlroom.model.stream import SourceKind
from tests.exercise.faces.facebook.town import Town, at, seat_at, source
from tests.exercise.serving import Served
from tests.feeds.seats import SignedIn

APP = AppKey("9988776655", "a-secret-of-this-test")
REDIRECT = "http://127.0.0.1:8765/signed-in"


@pytest.fixture
def connector(town: Town, server: Served) -> Iterator[PageConnector]:
    servers = Servers(server.led, sealed=True)
    one = make_connector(Entrance("", town.world.clock.now, servers))
    yield one
    one.close()


def signed_in(address: str) -> dict[str, str]:
    """Returns what the browser brings back."""
    went = requests.get(address, allow_redirects=False, timeout=5)
    assert went.status_code == 302
    answer = urlsplit(went.headers["Location"])
    assert answer.netloc == "127.0.0.1:8765"
    return {name: values[0] for name, values in parse_qs(answer.query).items()}


def test_the_browsers_way_brings_every_page_and_their_tokens_read(
    town: Town, server: Served, connector: PageConnector
) -> None:
    town.post("Ours")
    begun = connector.begin(APP, REDIRECT)
    offers = connector.finish(begun, signed_in(begun.address))
    assert [(one.remote_id, one.handle, one.name) for one in offers] == [
        (town.face.remote_id(town.page), "WestmarchPolice", "Westmarch Police"),
        (town.face.remote_id(town.other), "BrackenfordPolice", "Brackenford Police"),
    ]
    credential = offers[0].credential
    assert credential.expires_at is None
    assert set(credential.scopes) == {*SCOPES, "public_profile"}
    assert credential.ends_at is not None
    seat = seat_at(town, server)
    feed = make_feed(type(seat)(seat.profile, SignedIn(credential), seat.now, seat.server))
    assert feed.page(source(SourceKind.POSTS)).posts[0].text == "Ours"
    town.world.tokens.end(town.page.number)
    with pytest.raises(TokenExpired):
        feed.page(source(SourceKind.POSTS))
    feed.close()


def test_a_code_is_good_once_and_for_who_asked(town: Town, connector: PageConnector) -> None:
    begun = connector.begin(APP, REDIRECT)
    answer = signed_in(begun.address)
    connector.finish(begun, answer)
    with pytest.raises(SignInRefused):
        connector.finish(begun, answer)
    town.later()
    again = connector.begin(APP, REDIRECT)
    answer = signed_in(again.address)
    other = connector.begin(AppKey(APP.id, "another"), REDIRECT)
    with pytest.raises(AppRefused):
        connector.finish(other, answer | {"state": other.state})


def test_a_pasted_token_of_a_person_or_of_a_page_connects(
    town: Town, connector: PageConnector
) -> None:
    assert len(connector.with_token(AppKey(), town.face.person_token())) == 2
    own = town.face.credential(town.page)
    (offer,) = connector.with_token(own.app, own.access)
    assert (offer.remote_id, offer.credential.access) == (own.account, own.access)
    with pytest.raises(TokenExpired):
        connector.with_token(AppKey(), "EAAG-of-nobody")


def test_a_short_sign_in_runs_out_and_its_pages_with_it(town: Town, server: Served) -> None:
    query = {"client_id": APP.id, "redirect_uri": REDIRECT, "scope": "pages_show_list"}
    begun = requests.Request("GET", server.led["www.facebook.com"] + "/v26.0/dialog/oauth",
                             params=query).prepare().url  # fmt: skip
    form = {"client_id": APP.id, "client_secret": APP.secret, "redirect_uri": REDIRECT}
    code = signed_in(str(begun))["code"]
    given = requests.post(at(server, "oauth/access_token"), form | {"code": code}, timeout=5).json()
    assert given["expires_in"] == 5_400
    head = {"Authorization": f"Bearer {given['access_token']}"}
    pages = requests.get(at(server, "me/accounts"), headers=head, timeout=5)
    assert "X-App-Usage" in pages.headers
    page = pages.json()["data"][0]["access_token"]
    told = requests.get(at(server, "debug_token"), {"input_token": page, "access_token": page},
                        timeout=5).json()["data"]  # fmt: skip
    assert (told["type"], told["is_valid"], told["scopes"]) == (
        "PAGE",
        True,
        ["pages_show_list", "public_profile"],
    )
    denied = requests.post(at(server, "me/feed"), {"message": "Hello", "access_token": page},
                           timeout=5)  # fmt: skip
    assert denied.json()["error"]["code"] == 200
    for path, code in (("me/posts", 10), ("me/conversations", 10), ("me", 0)):
        read = requests.get(at(server, path), {"access_token": page}, timeout=5).json()
        assert read.get("error", {"code": 0})["code"] == code
    town.later(91)
    for token in (given["access_token"], page):
        gone = requests.get(at(server, "me"), {"access_token": token}, timeout=5)
        assert gone.json()["error"]["code"] == 190
        assert gone.json()["error"]["error_subcode"] == 463


@pytest.mark.parametrize(
    "query",
    [
        {"client_id": "x", "redirect_uri": REDIRECT},
        {"client_id": "1", "redirect_uri": "https://elsewhere.example/"},
        {"client_id": "1", "redirect_uri": "http://127.0.0.1.elsewhere.example/"},
    ],
)
def test_the_dialog_sends_nobody_elsewhere(server: Served, query: dict[str, str]) -> None:
    told = requests.get(server.led["www.facebook.com"] + "/v26.0/dialog/oauth", query,
                        allow_redirects=False, timeout=5)  # fmt: skip
    assert told.status_code == 400
