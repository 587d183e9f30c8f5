"""A stream over many profiles follows them as they come and go."""

from types import MappingProxyType

from controlroom.feeds.base import Capabilities, Reading
from controlroom.intake.reach import spread_over
from controlroom.model.errors import OurError
from controlroom.model.profile import Group, Profile
from controlroom.model.stream import Reach, Source, SourceKind, Stream

OFFERS = {
    "x": (SourceKind.MENTIONS, SourceKind.SEARCH),
    "facebook": (SourceKind.COMMENTS, SourceKind.MENTIONS),
}
GROUPS = [Group(1, "Boroughs"), Group(2, "Brackenford", 1), Group(3, "Oldmere", 1), Group(4, "U")]
PROFILES = [
    Profile(1, "x", "1", "force"),
    Profile(2, "x", "2", "brackenford", group=2),
    Profile(3, "facebook", "3", "brackenford", group=2),
    Profile(4, "facebook", "4", "oldmere", group=3),
    Profile(5, "gone", "5", "nobody", group=3),
]


def capabilities_of(network: str) -> Capabilities:
    if network not in OFFERS:
        raise OurError(network)
    reads = {kind: Reading(50) for kind in OFFERS[network]}
    return Capabilities(network, network, MappingProxyType(reads))


def through(stream: Stream, profiles: list[Profile] = PROFILES) -> list[int]:
    spread = spread_over(stream, profiles, GROUPS, capabilities_of)
    return [source.profile for source in spread.sources]


def test_mentions_of_all_reach_every_profile_whose_network_has_mentions() -> None:
    assert through(Stream(1, "All", reaches=(Reach(SourceKind.MENTIONS),))) == [1, 2, 3, 4]


def test_comments_on_all_pages_of_a_borough_reach_that_borough() -> None:
    assert through(Stream(1, "B", reaches=(Reach(SourceKind.COMMENTS, group=2),))) == [3]


def test_a_group_takes_in_the_groups_below_it() -> None:
    assert through(Stream(1, "B", reaches=(Reach(SourceKind.MENTIONS, group=1),))) == [2, 3, 4]


def test_a_network_narrows_a_reach() -> None:
    reach = Reach(SourceKind.MENTIONS, network="facebook")
    assert through(Stream(1, "F", reaches=(reach,))) == [3, 4]


def test_profiles_that_come_and_go_are_followed_and_other_sources_stay() -> None:
    own = Source("rss", SourceKind.FEED, term="https://dunmarsh.example/feed")
    stream = Stream(1, "All", (own,), reaches=(Reach(SourceKind.MENTIONS),))
    first = spread_over(stream, PROFILES, GROUPS, capabilities_of)
    assert spread_over(first, PROFILES, GROUPS, capabilities_of) == first
    fewer = spread_over(first, PROFILES[:1], GROUPS, capabilities_of)
    assert fewer.sources == (own, Source("x", SourceKind.MENTIONS, 1))


def test_two_reaches_that_overlap_ask_for_a_profile_once() -> None:
    reaches = (Reach(SourceKind.MENTIONS), Reach(SourceKind.MENTIONS, group=2))
    assert through(Stream(1, "All", reaches=reaches)) == [1, 2, 3, 4]


def test_groups_in_a_circle_end() -> None:
    circle = [Group(1, "A", 2), Group(2, "B", 1)]
    stream = Stream(1, "A", reaches=(Reach(SourceKind.MENTIONS, group=1),))
    spread = spread_over(stream, PROFILES, circle, capabilities_of)
    assert [source.profile for source in spread.sources] == [2, 3]


def test_a_stream_without_reaches_is_left_as_it_is() -> None:
    stream = Stream(1, "X", (Source("x", SourceKind.MENTIONS, 99),))
    assert spread_over(stream, PROFILES, GROUPS, capabilities_of) is stream


def test_what_anybody_says_is_read_through_one_profile_of_each_network() -> None:
    reach = Reach(SourceKind.SEARCH, term="fire")
    assert through(Stream(1, "Fire", reaches=(reach,))) == [1]
    assert through(Stream(1, "Fire", reaches=(reach,)), PROFILES[1:]) == [2]
