"""The first board: made once, of what the connected networks have and give for nothing."""

from collections.abc import Mapping

from controlroom.model.network import NetworkOffer
from controlroom.model.stream import Reach, Source, SourceKind, Stream
from controlroom.ui.first_boards import MOST_COLUMNS, Known, first_board, missing

EVERYTHING = tuple(SourceKind)
OFFERS = {
    "mastodon": NetworkOffer("mastodon", "Mastodon", EVERYTHING),
    "youtube": NetworkOffer("youtube", "YouTube", (SourceKind.COMMENTS, SourceKind.POSTS)),
    "x": NetworkOffer("x", "X", EVERYTHING),
}


def known(*networks: str, streams: Mapping[int, Stream] | None = None) -> Known:
    return Known(streams or {}, networks, OFFERS, lambda network: network != "x")


def test_every_usual_stream_is_wanted_of_the_networks_that_have_it() -> None:
    wanted = missing(known("youtube", "mastodon"), str)
    assert {one.name: [reach.network for reach in one.reaches] for one in wanted} == {
        "mentions": ["mastodon"],
        "comments": ["mastodon", "youtube"],
        "messages": ["mastodon"],
        "posts": ["mastodon", "youtube"],
    }
    assert [one.urgent for one in wanted] == [True, True, True, False]


def test_what_costs_money_is_left_to_a_person() -> None:
    assert missing(known("x"), str) == []


def test_what_is_there_already_is_not_wanted_again() -> None:
    there = {1: Stream(1, "Ours", reaches=(Reach(SourceKind.MENTIONS, 0, "mastodon"),))}
    names = [one.name for one in missing(known("mastodon", streams=there), str)]
    assert names == ["comments", "messages", "posts"]


def test_a_board_shows_the_usual_streams_first_and_no_more_than_can_be_watched() -> None:
    feeds = {n: Stream(n, f"F{n}", (Source("rss", SourceKind.FEED, 0, str(n)),)) for n in range(9)}
    mentions = Stream(40, "Mentions", (Source("mastodon", SourceKind.MENTIONS, 1),))
    board = first_board(known("mastodon", streams=feeds | {40: mentions}), "Force")
    assert [column.stream for column in board.columns] == [40, *range(MOST_COLUMNS - 1)]
