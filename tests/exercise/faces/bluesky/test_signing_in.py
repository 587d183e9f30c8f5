"""Our own connector signs in to the simulated Bluesky; sessions are renewed and end."""

from datetime import timedelta

import pytest
import requests

from controlroom.exercise.faces.bluesky.limits import limits
from controlroom.feeds.errors import BudgetUsed, SignInRefused
from controlroom.feeds.networks.bluesky.connect import make_connector
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.feeds.signing_in import Entrance, Offer
from controlroom.model.stream import SourceKind
from tests.exercise.faces.bluesky.town import PASSWORD, Desk, source, texts
from tests.feeds.seats import SignedIn

REFRESH = "com.atproto.server.refreshSession"
CREATE = "com.atproto.server.createSession"
OURS = "com.atproto.server.getSession"


def connected(bluesky: Desk, handle: str, password: str = PASSWORD) -> Offer:
    entrance = Entrance("", bluesky.town.now, bluesky.servers())
    connector = make_connector(entrance)
    try:
        (offer,) = connector.with_password(handle, password)
    finally:
        connector.close()
    return offer


def test_a_handle_and_an_app_password_connect_a_profile(bluesky: Desk) -> None:
    police = bluesky.town.police
    offer = connected(bluesky, f"@{police.handle}")
    assert (offer.remote_id, offer.handle) == (bluesky.did(police), police.handle)
    assert offer.name == "Westmarch Police"
    assert offer.credential.server == bluesky.base
    assert offer.credential.scopes == ("com.atproto.appPassPrivileged",)
    bluesky.says(bluesky.town.ida, "Hello")
    feed = bluesky.feed(police, offer.credential)
    page = feed.page(source(SourceKind.POSTS, bluesky.town.ida.handle))
    assert texts(list(page.posts)) == ["Hello"]


@pytest.mark.parametrize("password", ["wrong", "", "ABCD-efgh-ijkl-mnop", "abcd-efgh-ijkl"])
def test_what_is_no_app_password_is_refused(bluesky: Desk, password: str) -> None:
    with pytest.raises(SignInRefused):
        connected(bluesky, bluesky.town.police.handle, password)


def test_nobody_signs_in_who_is_not_there(bluesky: Desk) -> None:
    with pytest.raises(SignInRefused):
        connected(bluesky, "nobody.example")


def test_signing_in_too_often_is_told(bluesky: Desk) -> None:
    for _ in range(30):
        bluesky.tell(CREATE, identifier=bluesky.town.ida.handle, password="wrong")
    with pytest.raises(BudgetUsed):
        connected(bluesky, bluesky.town.ida.handle)


def test_the_feed_renews_a_session_that_ran_out(bluesky: Desk) -> None:
    town, offer = bluesky.town, connected(bluesky, bluesky.town.police.handle)
    hours = timedelta(seconds=limits().access_s + 1)
    bluesky.server.do(town.world.clock.jump, hours)
    assert bluesky.ask(OURS, offer.credential.access).json()["error"] == "ExpiredToken"
    seat = bluesky.seat(town.police, offer.credential)
    feed = BlueskyFeed(seat)
    bluesky.feeds.append(feed)
    feed.page(source(SourceKind.HOME))
    assert isinstance(seat.sign_in, SignedIn)
    (renewed,) = seat.sign_in.renewals
    assert renewed.refresh != offer.credential.refresh
    assert bluesky.ask(OURS, renewed.access).json()["handle"] == town.police.handle


def test_a_refresh_token_serves_once(bluesky: Desk) -> None:
    offer = connected(bluesky, bluesky.town.police.handle)
    assert bluesky.tell(REFRESH, offer.credential.refresh).status_code == 200
    again = bluesky.tell(REFRESH, offer.credential.refresh)
    assert (again.status_code, again.json()["error"]) == (400, "ExpiredToken")


def test_tokens_are_told_apart_and_forged_ones_refused(bluesky: Desk) -> None:
    offer = connected(bluesky, bluesky.town.police.handle)
    access, refresh = offer.credential.access, offer.credential.refresh
    assert bluesky.ask(OURS, refresh).json() == {
        "error": "InvalidToken", "message": "Bad token scope",
    }  # fmt: skip
    assert bluesky.tell(REFRESH, access).json()["message"] == "Bad token scope"
    assert bluesky.ask(OURS, access[:-4] + "AAAA").json()["error"] == "InvalidToken"
    assert bluesky.ask(OURS, "no.token.é".encode().decode("latin-1")).status_code == 400
    assert bluesky.ask(OURS).json()["error"] == "AuthMissing"
    assert bluesky.ask(OURS).status_code == 401


def test_leaving_ends_a_session(bluesky: Desk) -> None:
    offer = connected(bluesky, bluesky.town.police.handle)
    left = bluesky.tell("com.atproto.server.deleteSession", offer.credential.refresh)
    assert (left.status_code, left.content) == (200, b"")
    assert bluesky.tell(REFRESH, offer.credential.refresh).json()["error"] == "ExpiredToken"


def test_names_and_documents_lead_to_accounts_and_back(bluesky: Desk) -> None:
    ida = bluesky.town.ida
    did = bluesky.did(ida)
    found = bluesky.ask("com.atproto.identity.resolveHandle", handle=ida.handle.upper())
    assert found.json() == {"did": did}
    document = requests.get(f"{bluesky.server.led['plc.directory']}/{did}", timeout=10).json()
    assert document["alsoKnownAs"] == [f"at://{ida.handle}"]
    assert document["service"][0]["serviceEndpoint"] == bluesky.base
    absent = bluesky.ask("com.atproto.identity.resolveHandle", handle="nobody.example")
    assert absent.json() == {"error": "InvalidRequest", "message": "Unable to resolve handle"}
    assert bluesky.ask("com.atproto.server.describeServer").json()["did"] == "did:web:bsky.social"
    nobody = f"{bluesky.server.led['plc.directory']}/did:plc:{'a' * 24}"
    assert requests.get(nobody, timeout=10).status_code == 404


def test_what_is_not_served_is_said_so(bluesky: Desk) -> None:
    unknown = bluesky.ask("app.bsky.unspecced.getEverything", bluesky.town.police)
    assert (unknown.status_code, unknown.json()["error"]) == (501, "MethodNotImplemented")
    wrong = bluesky.ask(CREATE)
    assert wrong.json()["message"] == "Incorrect HTTP method (GET) expected POST"
