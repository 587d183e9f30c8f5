"""A new stream: what may be chosen, what has to be said first, what it costs, what comes of it."""

from collections.abc import Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model.network import NetworkOffer
from controlroom.model.profile import Group, Profile
from controlroom.model.stream import Reach, Source, SourceKind, Stream
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.streams.draft import WITH_TERM
from controlroom.ui.streams.panel import NewStream

OFFERS = [
    NetworkOffer(
        "x",
        "X",
        (
            SourceKind.HOME,
            SourceKind.MENTIONS,
            SourceKind.POSTS,
            SourceKind.MESSAGES,
            SourceKind.SEARCH,
            SourceKind.HASHTAG,
            SourceKind.LIST,
            SourceKind.CONVERSATION,
        ),
    ),
    NetworkOffer("facebook", "Facebook", (SourceKind.MENTIONS, SourceKind.COMMENTS)),
    NetworkOffer("rss", "RSS", (SourceKind.FEED,), signs_in=False),
]
GROUPS = [Group(2, "Brackenford"), Group(3, "Oldmere")]
PROFILES = [
    Profile(1, "x", "1", "westmarch"),
    Profile(2, "facebook", "2", "brackenford", "Brackenford Police", group=2),
    Profile(3, "x", "3", "oldmere", group=3),
]


class Seen:
    """Searches bring 400 posts a day; the mentions of one profile are read already."""

    read = frozenset({Source("x", SourceKind.MENTIONS, 1)})

    def of(self, sources: Sequence[Source]) -> float | None:
        return 400 if any(one.kind is SourceKind.SEARCH for one in sources) else None


@pytest.fixture
def panel(desk: DeskWindow) -> Iterator[NewStream]:
    one = NewStream(OFFERS, PROFILES, GROUPS, Seen())
    desk.open_layer(one)
    yield one
    while desk.layers.top() is not None:
        desk.layers.close_top()


def made(panel: NewStream, qtbot: QtBot) -> Stream:
    with qtbot.waitSignal(panel.made) as told:
        panel.take.click()
    stream: Stream = told.args[0]
    return stream


def test_mentions_of_all_is_two_presses_away(panel: NewStream, qtbot: QtBot) -> None:
    stream = made(panel, qtbot)
    assert stream.reaches == (Reach(SourceKind.MENTIONS),)
    assert stream.name == "Mentions · all profiles"


def test_comments_on_all_pages_of_a_borough(panel: NewStream, qtbot: QtBot) -> None:
    panel.kind.choose(SourceKind.COMMENTS)
    panel.group.choose("2")
    stream = made(panel, qtbot)
    assert stream.reaches == (Reach(SourceKind.COMMENTS, group=2),)
    assert stream.name == "Comments · Brackenford"


def test_one_profile_is_one_source(panel: NewStream, qtbot: QtBot) -> None:
    panel.profile.choose("3")
    panel.urgent.setChecked(True)
    stream = made(panel, qtbot)
    assert stream.sources == (Source("x", SourceKind.MENTIONS, 3),)
    assert stream.urgent


def test_a_feed_needs_its_address_and_no_profile(panel: NewStream, qtbot: QtBot) -> None:
    panel.kind.choose(SourceKind.FEED)
    panel.take.click()
    assert panel.error.isVisible()
    assert panel.term.hasFocus()
    panel.term.setText("https://dunmarsh.example/feed")
    assert made(panel, qtbot).sources == (
        Source("rss", SourceKind.FEED, 0, "https://dunmarsh.example/feed"),
    )


def test_only_profiles_whose_network_reads_it_can_be_chosen(panel: NewStream) -> None:
    panel.kind.choose(SourceKind.SEARCH)
    assert [value for value, _ in panel.profile.values] == ["1", "3"]
    assert [value for value, _ in panel.network.values] == ["x"]


def test_a_search_shows_terms_and_cost_before_it_is_switched_on(panel: NewStream) -> None:
    panel.kind.choose(SourceKind.SEARCH)
    panel.term.setText("m97 fire")
    assert "Enterprise" in panel.terms.text()
    assert "about 10.00 USD a day, for 400 posts at 0.005 and 300 people" in panel.cost.text()
    assert "Reckoned from what was read before" in panel.cost.text()
    assert panel.purpose.isHidden()


def test_what_reads_like_a_protest_is_kept_with_its_purpose(panel: NewStream, qtbot: QtBot) -> None:
    panel.kind.choose(SourceKind.SEARCH)
    panel.term.setText("protest brackenford")
    panel.take.click()
    assert panel.error.isVisible()
    assert panel.purpose.hasFocus()
    panel.purpose.setText("Traffic around the closed bridge")
    assert made(panel, qtbot).purpose == "Traffic around the closed bridge"


def test_a_person_who_is_followed_needs_a_purpose_but_not_one_of_ours(panel: NewStream) -> None:
    panel.kind.choose(SourceKind.SEARCH)
    panel.term.setText("from:oldmere")
    assert panel.purpose.isHidden()
    panel.term.setText("from:somebody")
    assert not panel.purpose.isHidden()
    panel.kind.choose(SourceKind.MENTIONS)
    assert panel.purpose.isHidden()


PRICED = OFFERS[0].kinds


@pytest.mark.parametrize("kind", PRICED)
def test_what_every_priced_kind_costs_is_told_before_it_is_switched_on(
    panel: NewStream, kind: SourceKind
) -> None:
    panel.kind.choose(kind)
    panel.network.choose("x")
    if kind in WITH_TERM:
        panel.term.setText("12345")
    told = panel.cost.text()
    assert told.startswith("X: about ")
    assert told.count("USD a day") == 1
    assert "prices of 2026-08-22" in told


def test_a_stream_over_many_profiles_costs_what_is_not_read_yet(panel: NewStream) -> None:
    panel.kind.choose(SourceKind.POSTS)
    assert "12 posts at 0.005 and 4 people at 0.010, each on 2 days" in panel.cost.text()
    assert "Assumed, as nothing like it was read before" in panel.cost.text()
    panel.kind.choose(SourceKind.MENTIONS)
    assert "30 posts at 0.005" in panel.cost.text()
    assert "1 of its sources is read already" in panel.cost.text()
    panel.profile.choose("1")
    assert panel.cost.text() == "X: read already, so that it costs nothing more."


def test_what_many_profiles_bring_alike_costs_once(panel: NewStream) -> None:
    panel.kind.choose(SourceKind.LIST)
    panel.term.setText("12345")
    assert "600 posts" in panel.cost.text()


def test_a_network_without_prices_costs_nothing(panel: NewStream) -> None:
    panel.kind.choose(SourceKind.COMMENTS)
    assert panel.cost.isHidden()
