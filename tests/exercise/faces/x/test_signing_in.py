"""Our own connector signs in to the simulated X; tokens are renewed once each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from controlroom.exercise.faces.x.doors import PAIR
from controlroom.feeds.errors import TokenExpired
from controlroom.feeds.networks.x.connect import XConnector, make_connector
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Begun, Entrance, Offer
from controlroom.model.credential import AppKey, Credential
from controlroom.model.stream import Source, SourceKind
from tests.exercise.faces.x.town import Desk

REDIRECT = "http://127.0.0.1:8912/signed-in"
HOME = Source("x", SourceKind.HOME, 1)


@pytest.fixture
def connector(x: Desk) -> Iterator[XConnector]:
    servers = Servers(led=x.server.led, sealed=True)
    one = make_connector(Entrance("", x.town.now, servers))
    yield one
    one.close()


def agreed(begun: Begun) -> dict[str, str]:
    """Opens the page as a browser would and returns what comes back to the redirect."""
    page = requests.get(begun.address, allow_redirects=False, timeout=10)
    assert page.status_code == 302
    assert page.headers["Location"].startswith(f"{REDIRECT}?")
    query = parse_qs(urlsplit(page.headers["Location"]).query, strict_parsing=True)
    return {name: values[0] for name, values in query.items()}


def offered(connector: XConnector, app: AppKey = PAIR) -> Offer:
    begun = connector.begin(app, REDIRECT)
    (offer,) = connector.finish(begun, agreed(begun))
    return offer


def test_a_profile_is_connected_in_the_browser_and_read(x: Desk, connector: XConnector) -> None:
    x.says(x.town.press, "Good morning")
    offer = offered(connector)
    assert (offer.handle, offer.name) == ("WestmarchPolice", "Westmarch Police")
    assert offer.remote_id == x.face.remote_id(x.town.police)
    assert offer.credential.expires_at == x.town.now() + timedelta(hours=2)
    (post,) = x.feed(x.town.police, offer.credential).page(HOME).posts
    assert post.text == "Good morning"
    assert offered(connector).handle == "WestmarchRoads"


def test_an_application_nobody_knows_yet_is_believed_what_it_says_first(
    x: Desk, connector: XConnector
) -> None:
    assert offered(connector, AppKey("another", "its-secret")).handle == "WestmarchPolice"
    with pytest.raises(TokenExpired):
        offered(connector, AppKey("another", "another-secret"))


def test_a_token_that_runs_out_is_renewed_with_one_that_serves_once(
    x: Desk, connector: XConnector
) -> None:
    first = offered(connector).credential
    x.server.do(x.town.world.clock.jump, timedelta(hours=3))
    feed = x.feed(x.town.police, first)
    feed.page(HOME)
    second = feed._client._sign_in.credential()
    assert second.access != first.access
    assert second.refresh != first.refresh
    with pytest.raises(TokenExpired):
        x.feed(x.town.police, first).page(HOME)


def test_the_token_from_the_beginning_can_be_renewed_too(x: Desk) -> None:
    feed = x.feed(x.town.police)
    usual = x.token(x.town.police)
    x.server.do(x.town.world.tokens.ended.add, usual)
    feed.page(HOME)
    assert feed._client._sign_in.credential().access != usual


def test_a_pasted_token_tells_whose_it_is(x: Desk, connector: XConnector) -> None:
    (offer,) = connector.with_token(PAIR, x.token(x.town.roads))
    assert offer.handle == "WestmarchRoads"
    with pytest.raises(TokenExpired):
        connector.with_token(PAIR, "invented")


def test_a_code_serves_once_and_only_who_began(x: Desk, connector: XConnector) -> None:
    begun = connector.begin(PAIR, REDIRECT)
    answer = agreed(begun)
    connector.finish(begun, answer)
    with pytest.raises(TokenExpired):
        connector.finish(begun, answer)
    other = connector.begin(PAIR, REDIRECT)
    stolen = agreed(other) | {"state": begun.state}
    with pytest.raises(TokenExpired):
        connector.finish(begun, stolen)


def test_errors_have_the_form_of_the_original(x: Desk) -> None:
    form = {"grant_type": "refresh_token", "refresh_token": "invented"}
    named = ("westmarch-client", "westmarch-client-secret")
    wrong = requests.post(f"{x.base}/2/oauth2/token", form, auth=named, timeout=10)
    assert (wrong.status_code, wrong.json()["error"]) == (400, "invalid_request")
    form["client_id"] = "westmarch-client"
    alone = requests.post(f"{x.base}/2/oauth2/token", form, timeout=10)
    assert (alone.status_code, alone.json()["error"]) == (401, "unauthorized_client")


def test_a_token_may_only_what_was_agreed_on(x: Desk, connector: XConnector) -> None:
    begun = connector.begin(PAIR, REDIRECT)
    less = replace(begun, address=begun.address.replace("tweet.write", ""))
    assert less.address != begun.address
    (offer,) = connector.finish(begun, agreed(less))
    answer = x.ask("POST", "/2/tweets", offer.credential.access, json={"text": "no"})
    assert answer.status_code == 403
    whole = offered(connector)
    answer = x.ask("POST", "/2/tweets", whole.credential.access, json={"text": "yes"})
    assert answer.status_code == 201
    assert Credential() != offer.credential


@pytest.mark.parametrize("left_out", ["client_id", "state", "code_challenge", "redirect_uri"])
def test_the_page_sends_nobody_anywhere_without_all_it_needs(
    x: Desk, connector: XConnector, left_out: str
) -> None:
    address = connector.begin(PAIR, REDIRECT).address
    page = requests.get(
        address.replace(f"{left_out}=", "other="), allow_redirects=False, timeout=10
    )
    assert page.status_code == 400
    elsewhere = address.replace("127.0.0.1%3A8912", "elsewhere.example")
    assert requests.get(elsewhere, allow_redirects=False, timeout=10).status_code == 400
