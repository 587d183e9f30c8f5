"""What each network's answers mean for what was to leave."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.outgoing.outlet import Reply
from controlroom.feeds.outgoing.writer import NetworkWriter
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import NotSent, PerhapsSent
from controlroom.model.credential import Credential
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.profile import Profile
from tests.feeds.odd import odd_items
from tests.feeds.seats import NOW, seat

NETWORKS = ("bluesky", "facebook", "instagram", "mastodon", "x", "youtube")
TOKEN = "EAAB-a-token-of-at-least-thirty-two-letters"
PERHAPS = "perhaps"


@pytest.fixture(scope="module")
def writers() -> Iterator[dict[str, NetworkWriter]]:
    made = {}
    for network in NETWORKS:
        profile = Profile(1, network, "h.example/77", "westmarch", host="h.example")
        one = make_writer(network, seat(profile, credential=Credential(TOKEN)))
        assert isinstance(one, NetworkWriter)
        made[network] = one
    yield made
    for writer in made.values():
        writer.close()


def reply(status: int, body: Any, **headers: str) -> Reply:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Reply(status, headers, raw, "h.example", "/post")


def graph(code: int, message: str = "No", status: int = 400, **more: Any) -> Reply:
    return reply(status, {"error": {"code": code, "message": message, **more}})


def google(reason: str, status: int = 403) -> Reply:
    fault = {"reason": reason, "message": "No", "domain": "youtube"}
    return reply(status, {"error": {"code": status, "message": "No", "errors": [fault]}})


def at_proto(error: str, message: str = "No", status: int = 400) -> Reply:
    return reply(status, {"error": error, "message": message})


def x(detail: str, status: int = 403) -> Reply:
    return reply(status, {"detail": detail, "title": "Forbidden", "status": status})


PORTAL = b"<!doctype html><title>Guest network</title><p>Sign in"
CASES: list[tuple[str, Reply, Unsent | str]] = [
    *((one, reply(500, {}), PERHAPS) for one in NETWORKS),
    *((one, reply(502, PORTAL), PERHAPS) for one in NETWORKS),
    *((one, reply(302, b""), PERHAPS) for one in NETWORKS),
    *((one, reply(408, b""), PERHAPS) for one in NETWORKS),
    *((one, reply(409, b""), PERHAPS) for one in NETWORKS),
    *((one, reply(511, PORTAL), PERHAPS) for one in NETWORKS),
    *((one, reply(403, PORTAL), Unsent.PERMISSION) for one in NETWORKS),
    *((one, reply(413, b""), Unsent.REFUSED) for one in NETWORKS),
    *((one, reply(429, b"", **{"Retry-After": "30"}), Unsent.TOO_MANY) for one in NETWORKS),
    ("mastodon", reply(422, {"error": "Validation failed"}), Unsent.REFUSED),
    ("mastodon", reply(401, {"error": "The access token is invalid"}), Unsent.SIGN_IN),
    ("mastodon", reply(404, {"error": "Record not found"}), Unsent.GONE),
    ("mastodon", reply(503, {"error": "Remote data could not be fetched"}), PERHAPS),
    ("bluesky", at_proto("InvalidRequest", "Invalid record"), Unsent.REFUSED),
    ("bluesky", at_proto("InvalidRequest", "Could not find repo"), Unsent.GONE),
    ("bluesky", at_proto("ExpiredToken"), Unsent.SIGN_IN),
    ("bluesky", at_proto("InvalidToken", "Bad token scope"), Unsent.PERMISSION),
    ("bluesky", at_proto("AccountTakedown"), Unsent.PERMISSION),
    ("bluesky", at_proto("UpstreamFailure"), PERHAPS),
    ("bluesky", at_proto("InternalServerError", status=500), PERHAPS),
    ("x", x("You are not allowed to create a Tweet with duplicate content."), PERHAPS),
    ("x", reply(403, {"errors": [{"code": 187, "message": "Status is a duplicate."}]}), PERHAPS),
    ("x", x("You attempted to reply to a Tweet that is deleted or not visible to you."),
     Unsent.GONE),
    ("x", x("Your Tweet text is too long."), Unsent.REFUSED),
    ("x", x("You are not permitted to perform this action."), Unsent.PERMISSION),
    ("x", x("CreditsDepleted", 402), Unsent.TOO_MANY),
    ("x", x("Unauthorized", 401), Unsent.SIGN_IN),
    *((one, graph(1, "An unknown error", 500), PERHAPS) for one in ("facebook", "instagram")),
    *((one, graph(1, "An unknown error"), PERHAPS) for one in ("facebook", "instagram")),
    ("facebook", graph(2, "Service temporarily unavailable", 503), PERHAPS),
    ("facebook", graph(2, "Service temporarily unavailable", is_transient=True), PERHAPS),
    ("facebook", graph(506, "Duplicate status message"), PERHAPS),
    ("facebook", graph(190, "Session has expired", 401), Unsent.SIGN_IN),
    ("facebook", graph(200, "Permissions error", 403), Unsent.PERMISSION),
    ("facebook", graph(10, "Outside of allowed window", 403), Unsent.PERMISSION),
    ("facebook", graph(4, "Application request limit reached", 403), Unsent.TOO_MANY),
    ("facebook", graph(80001, "Too many calls", is_transient=True), Unsent.TOO_MANY),
    ("facebook", graph(368, "Temporarily blocked"), Unsent.REFUSED),
    ("facebook", graph(100, "Does not exist", error_subcode=33), Unsent.GONE),
    ("facebook", graph(100, "Missing message"), Unsent.REFUSED),
    ("facebook", graph(3, "No capability"), Unsent.UNABLE),
    ("facebook", graph(190, "Session has expired", 200), Unsent.SIGN_IN),
    ("facebook", reply(200, PORTAL), PERHAPS),
    ("instagram", graph(9007, "The media is not ready"), Unsent.UNREACHED),
    ("youtube", google("quotaExceeded"), Unsent.TOO_MANY),
    ("youtube", google("commentsDisabled"), Unsent.PERMISSION),
    ("youtube", google("forbidden"), Unsent.PERMISSION),
    ("youtube", google("videoNotFound", 404), Unsent.GONE),
    ("youtube", google("invalidTitle", 400), Unsent.REFUSED),
    ("youtube", google("processingFailure", 400), PERHAPS),
    ("youtube", google("backendError", 503), PERHAPS),
    ("youtube", google("authError", 401), Unsent.SIGN_IN),
]  # fmt: skip


@pytest.mark.parametrize(("network", "answer", "means"), CASES)
def test_what_an_answer_means(
    writers: dict[str, NetworkWriter], network: str, answer: Reply, means: Unsent | str
) -> None:
    error = writers[network].judged(answer)
    told = error.reason if isinstance(error, NotSent) else PERHAPS
    assert told == means, str(error)
    assert error.said
    if means is Unsent.TOO_MANY:
        assert isinstance(error, NotSent)
        assert error.again_at is not None


LEAKING = {
    "error": {"message": f"bad {TOKEN}", "code": 100},
    "errors": [{"message": f"bad {TOKEN}"}],
    "detail": f"Bearer {TOKEN}",
    "message": f"https://h.example/?access_token={TOKEN}",
}


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("status", [200, 400, 403, 500])
def test_no_words_of_a_network_carry_a_token(
    writers: dict[str, NetworkWriter], network: str, status: int
) -> None:
    error = writers[network].judged(reply(status, LEAKING))
    for told in (error.said, str(error), repr(error.values)):
        assert TOKEN not in told


USUAL = {
    "error": {"code": 100, "message": "No", "error_subcode": 33, "errors": [{"reason": "x"}]},
    "errors": [{"message": "No", "type": "x"}],
    "detail": "No",
}


@given(odd_items(USUAL), st.sampled_from([200, 400, 401, 403, 404, 429, 500]))
def test_whatever_is_answered_it_means_one_of_the_two(body: bytes, status: int) -> None:
    for network, writer in _made().items():
        error = writer.judged(Reply(status, {}, body, "h.example", "/post"))
        assert isinstance(error, NotSent | PerhapsSent), network
        assert len(error.said) <= 200
        if status == 500:
            assert isinstance(error, PerhapsSent)


_KEPT: dict[str, NetworkWriter] = {}


def _made() -> dict[str, NetworkWriter]:
    """Returns writers that ask nobody; made once."""
    for network in NETWORKS if not _KEPT else ():
        profile = Profile(1, network, "h.example/77", "westmarch", host="h.example")
        one = make_writer(network, seat(profile))
        assert isinstance(one, NetworkWriter)
        _KEPT[network] = one
    return _KEPT


def test_absurd_moments_are_capped_everywhere(writers: dict[str, NetworkWriter]) -> None:
    for network, writer in writers.items():
        error = writer.judged(reply(429, b"", **{"Retry-After": "999999999"}))
        assert isinstance(error, NotSent), network
        assert error.again_at is not None
        assert (error.again_at - NOW).total_seconds() <= 3600
