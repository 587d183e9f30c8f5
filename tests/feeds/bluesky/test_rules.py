"""The network's dated rules fit what the feed declares."""

from controlroom.feeds.base import Per
from controlroom.feeds.networks.bluesky.feed import CAPABILITIES
from controlroom.feeds.registry import capabilities_of
from controlroom.feeds.rules import rules_of


def test_the_registry_knows_the_network() -> None:
    assert capabilities_of("bluesky") is CAPABILITIES
    assert (CAPABILITIES.network, CAPABILITIES.name) == ("bluesky", "Bluesky")


def test_every_read_draws_on_an_allowance_of_the_rules() -> None:
    rules = rules_of("bluesky")
    draws = [reading.draws for reading in CAPABILITIES.reads.values()]
    for draw in (*draws, CAPABILITIES.look_draws):
        assert draw
        assert all(rules.allowance(name) for name in draw)


def test_the_rules_are_those_of_the_source() -> None:
    rules = rules_of("bluesky")
    reads, signing_in = rules.allowance("reads"), rules.allowance("sign-ins")
    assert reads is not None
    assert signing_in is not None
    assert (reads.limit, reads.window_s, reads.per) == (3000, 300, Per.HOST)
    assert (signing_in.limit, signing_in.window_s) == (30, 300)
    assert rules.source
    assert rules.checked.year == 2026
