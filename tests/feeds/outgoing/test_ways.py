"""How each network is written to: dated data."""

from datetime import date, timedelta

import pytest

from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.registry import NETWORKS, UnknownNetwork, make_writer
from controlroom.feeds.rules import rules_of
from controlroom.feeds.writing import Keyed
from controlroom.model.outgoing.content import Act, Audience, Target
from tests.feeds.seats import seat

WRITTEN = sorted(set(NETWORKS) - {"rss"})
CREATES = (Act.POST, Act.REPLY, Act.MESSAGE)


@pytest.mark.parametrize("network", WRITTEN)
def test_every_network_says_where_it_is_from_and_why_it_waits(network: str) -> None:
    rules = writing_of(network)
    assert rules.source
    assert date(2026, 1, 1) < rules.checked
    assert len(rules.settle_reason) > 20
    assert rules.whole_s > rules.silence_s > 0
    assert {Act.POST, Act.REPLY, Act.DELETE} <= set(rules.acts)


@pytest.mark.parametrize("network", WRITTEN)
def test_what_knows_no_key_is_waited_for_longer(network: str) -> None:
    for act, way in writing_of(network).ways.items():
        if act not in CREATES:
            continue
        least = timedelta(seconds=120 if way.keyed is Keyed.NONE else 15)
        assert way.settle >= least, act
        assert not way.harmless, act
        assert way.finds, act


def test_keys_are_those_the_networks_have() -> None:
    keyed = {network: writing_of(network).ways[Act.POST].keyed for network in WRITTEN}
    assert keyed == {
        "bluesky": Keyed.RECORD, "facebook": Keyed.NONE, "instagram": Keyed.NONE,
        "mastodon": Keyed.HEADER, "x": Keyed.NONE, "youtube": Keyed.NONE,
    }  # fmt: skip
    # Mastodon keeps a key for an hour; after 55 minutes it is not relied on any more.
    assert writing_of("mastodon").ways[Act.POST].key_life == timedelta(minutes=55)
    assert writing_of("bluesky").ways[Act.POST].key_life is None
    assert writing_of("bluesky").ways[Act.MESSAGE].keyed is Keyed.NONE


@pytest.mark.parametrize("network", WRITTEN)
def test_what_an_act_draws_on_is_an_allowance_of_the_network(network: str) -> None:
    named = {one.name for one in rules_of(network).allowances} or {
        "pages",
        "messenger",
        "instagram",
    }
    for act, way in writing_of(network).ways.items():
        assert set(way.draws) <= named, act
        assert all(cost > 0 for cost in way.draws.values())


def test_who_may_reply_is_what_networks_can_limit() -> None:
    assert Audience.NOBODY in writing_of("bluesky").audiences
    assert set(writing_of("x").audiences) == {Audience.FOLLOWING, Audience.MENTIONED}
    assert writing_of("mastodon").audiences == ()


def test_an_edit_of_x_ends_with_the_hour() -> None:
    assert writing_of("x").ways[Act.EDIT].within == timedelta(hours=1)
    assert Act.EDIT not in writing_of("bluesky").ways


def test_a_network_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(UnknownNetwork):
        make_writer("myspace", seat(None))
    assert writing_of("myspace").ways == {}


TABLE = [(network, act) for network in WRITTEN for act in Act]


@pytest.mark.parametrize(("network", "act"), TABLE)
def test_whatever_cannot_be_done_has_a_reason_with_source_and_date(network: str, act: Act) -> None:
    rules = writing_of(network)
    one, lack = rules.acts.get(act), rules.lacks.get(act)
    whole = one is not None and not one.of
    assert (lack is None) is whole
    if lack is not None:
        assert {"en", "fr"} <= set(lack.text)
        assert lack.told("fr") != lack.told("en") == lack.told("pl")
        assert lack.source
        assert lack.checked > date(2026, 1, 1)
        assert len(lack.how("en")) == len(lack.how("fr"))


@pytest.mark.parametrize(("network", "act"), TABLE)
def test_what_reading_back_cannot_find_says_why_and_does_no_harm_twice(
    network: str, act: Act
) -> None:
    one = writing_of(network).acts.get(act)
    if one is not None:
        assert bool(one.unfound) is not one.finds
        assert one.finds or one.harmless


def test_instagram_lets_only_comments_be_deleted() -> None:
    way = writing_of("instagram").ways[Act.DELETE]
    assert [target for target in Target if way.fits(target)] == [Target.COMMENT]
    assert writing_of("instagram").lacks[Act.DELETE].how("fr")
