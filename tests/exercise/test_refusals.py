"""Each network words a failure its own way, and our own feed understands it as the real one's."""

from datetime import timedelta
from typing import Any

import pytest
import requests

from controlroom.exercise.faults import FaultKind
from controlroom.exercise.refusals import wording
from controlroom.exercise.server import NETWORKS
from controlroom.feeds.errors import BudgetUsed, NetworkDown, TokenExpired
from tests.exercise.reader import reading

EXPECTED = {
    FaultKind.TOO_MANY: BudgetUsed,
    FaultKind.BROKEN: NetworkDown,
    FaultKind.UNAVAILABLE: NetworkDown,
    FaultKind.EXPIRED: TokenExpired,
}
CASES = [
    (network, kind)
    for network in NETWORKS
    # Instagram is asked at Facebook's servers, and fails with them.
    if network != "instagram"
    for kind in EXPECTED
    if (network, kind) != ("rss", FaultKind.EXPIRED)
]


@pytest.mark.parametrize(("network", "kind"), CASES)
def test_our_feed_understands_every_refusal(network: str, kind: FaultKind) -> None:
    with reading(network) as one:
        clock = one.server.world.clock
        one.server.do(one.server.faults.set, network, kind, clock.now_ms() + 120_000)
        error = one.error()
        assert type(error) is EXPECTED[kind]
        if isinstance(error, BudgetUsed):
            assert clock.now() < error.resets_at <= clock.now() + timedelta(hours=1)
        one.server.do(clock.jump, timedelta(hours=2))
        one.feed.page(one.source)


def told(network: str, kind: FaultKind) -> requests.Response:
    with reading(network) as one:
        one.server.do(one.server.faults.set, network, kind)
        return one.asked()


def test_words_and_headers_are_each_networks_own() -> None:
    x = told("x", FaultKind.TOO_MANY)
    assert (x.status_code, x.json()["title"]) == (429, "Too Many Requests")
    assert x.headers["x-rate-limit-remaining"] == "0"
    facebook = told("facebook", FaultKind.TOO_MANY).json()["error"]
    assert (facebook["code"], facebook["is_transient"]) == (4, True)
    mastodon = told("mastodon", FaultKind.UNAVAILABLE)
    assert "temporary problem" in mastodon.json()["error"]
    assert "text/html" in told("mastodon", FaultKind.BROKEN).headers["Content-Type"]
    bluesky = told("bluesky", FaultKind.EXPIRED)
    assert (bluesky.status_code, bluesky.json()["error"]) == (400, "ExpiredToken")
    youtube: Any = told("youtube", FaultKind.TOO_MANY).json()["error"]
    assert (youtube["code"], youtube["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert told("rss", FaultKind.UNAVAILABLE).headers["Retry-After"] == "60"


def test_a_moment_to_come_back_is_told_by_the_exercises_clock() -> None:
    with reading("mastodon") as one:
        clock = one.server.world.clock
        one.server.do(
            one.server.faults.set, "mastodon", FaultKind.TOO_MANY, clock.now_ms() + 90_000
        )
        headers = one.asked().headers
        assert headers["X-RateLimit-Reset"] == "2026-05-14T09:01:30.000000Z"
        assert headers["Date"] == "Thu, 14 May 2026 09:00:00 GMT"
        assert one.error().values["resets_at"] == clock.now() + timedelta(seconds=90)


def test_signing_in_goes_on_while_tokens_have_expired() -> None:
    with reading("mastodon") as one:
        one.server.do(one.server.faults.set, "mastodon", FaultKind.EXPIRED)
        assert one.asked("/api/v1/accounts/verify_credentials").status_code == 401
        assert one.asked("/api/v2/instance").status_code == 200


def test_every_network_has_an_answer_to_every_fault_that_is_answered() -> None:
    answers = {(one.network, one.fault) for one in wording().answers}
    assert answers == {(network, kind.value) for network, kind in CASES}
