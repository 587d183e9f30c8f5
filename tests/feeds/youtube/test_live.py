"""A live chat: nothing is missed, nothing is asked too early, and it ends."""

from datetime import timedelta

from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Page
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW
from tests.feeds.youtube.network import Item, Network, feed_to, message, refusal, video

LIVE = Source("youtube", SourceKind.LIVE, 1)
LATER = NOW + timedelta(seconds=5)
BROADCAST: Item = {"id": "wEstm4rch01", "snippet": {"liveChatId": "CHAT"}}


def chatting() -> Network:
    first = [message("LCC.1"), message("LCC.2")]
    return Network(live=BROADCAST, chat={"": (first, "p1"), "p1": ([message("LCC.3")], "p2")})


def ids(page: Page) -> list[str]:
    return [post.remote_id for post in page.posts]


def test_a_chat_goes_on_where_it_was_left(httpserver: HTTPServer) -> None:
    network = chatting()
    with feed_to(httpserver, network) as feed:
        first = feed.page(LIVE)
    assert (ids(first), first.reached_known) == (["LCC.2", "LCC.1"], True)
    assert first.posts[0].root == "wEstm4rch01"
    assert network.paths() == ["liveBroadcasts", "liveChat/messages"]
    with feed_to(httpserver, network, LATER) as feed:
        second = feed.page(LIVE, known=first.mark)
    assert (ids(second), second.reached_known) == (["LCC.3"], True)
    assert network.paths() == ["liveChat/messages"]


def test_the_network_is_left_alone_as_long_as_it_wants(httpserver: HTTPServer) -> None:
    network = chatting()
    with feed_to(httpserver, network) as feed:
        mark = feed.page(LIVE).mark
        network.paths()
        page = feed.page(LIVE, known=mark)
    assert (page.posts, page.mark, page.reached_known) == ((), mark, True)
    assert network.paths() == []


def test_an_absurd_pause_is_not_believed(httpserver: HTTPServer) -> None:
    network = chatting()
    network.chat_more = {"pollingIntervalMillis": 10**15}
    with feed_to(httpserver, network) as feed:
        mark = feed.page(LIVE).mark
    with feed_to(httpserver, network, NOW + timedelta(hours=1)) as feed:
        assert ids(feed.page(LIVE, known=mark)) == ["LCC.3"]


def test_without_a_broadcast_nothing_is_missing(httpserver: HTTPServer) -> None:
    network = Network()
    with feed_to(httpserver, network) as feed:
        page = feed.page(LIVE)
    assert (page.posts, page.mark, page.reached_known) == ((), "", True)
    assert network.paths() == ["liveBroadcasts"]


def test_the_chat_of_one_video(httpserver: HTTPServer) -> None:
    network = chatting()
    details = {"liveStreamingDetails": {"activeLiveChatId": "CHAT"}}
    network.videos = {"wEstm4rch02": video("wEstm4rch02", **details)}
    with feed_to(httpserver, network) as feed:
        page = feed.page(Source("youtube", SourceKind.LIVE, 1, "wEstm4rch02"))
    assert page.posts[0].reply_to == "wEstm4rch02"
    assert network.paths() == ["videos", "liveChat/messages"]


def test_a_place_that_is_forgotten_is_found_by_the_latest_message(httpserver: HTTPServer) -> None:
    network = chatting()
    with feed_to(httpserver, network) as feed:
        mark = feed.page(LIVE).mark
    network.chat = {"": ([message("LCC.2"), message("LCC.9")], "q1")}
    with feed_to(httpserver, network, LATER) as feed:
        assert feed.page(LIVE, known=mark).reached_known
        network.chat = {"": ([message("LCC.8"), message("LCC.9")], "q1")}
        assert not feed.page(LIVE, known=mark).reached_known


def test_a_full_first_page_says_that_more_was_there(httpserver: HTTPServer) -> None:
    network = chatting()
    network.chat[""] = ([message(f"LCC.{n}") for n in range(2000)], "p1")
    with feed_to(httpserver, network) as feed:
        page = feed.page(LIVE)
    assert len(page.posts) == 2000
    assert (page.reached_known, page.older) == (False, "")


def test_deletions_are_told(httpserver: HTTPServer) -> None:
    network = chatting()
    deleted = {"type": "messageDeletedEvent", "displayMessage": None, "textMessageDetails": None}
    event = message("LCC.4", **deleted, messageDeletedDetails={"deletedMessageId": "LCC.1"})
    network.chat[""] = ([event], "p1")
    with feed_to(httpserver, network) as feed:
        page = feed.page(LIVE)
    assert (page.posts, page.gone) == ((), ("LCC.1",))


def test_an_ended_chat_is_let_go_of(httpserver: HTTPServer) -> None:
    for ending in (
        {"offlineAt": "2026-11-22T11:00:00Z"},
        {"items": [message("LCC.5", "", type="chatEndedEvent")]},
    ):
        network = chatting()
        network.chat_more = ending
        with feed_to(httpserver, network) as feed:
            assert feed.page(LIVE).mark == ""
        httpserver.clear()


def test_a_chat_that_is_refused_as_over_is_no_trouble(httpserver: HTTPServer) -> None:
    network = chatting()
    with feed_to(httpserver, network) as feed:
        mark = feed.page(LIVE).mark
    for reason in ("liveChatEnded", "liveChatDisabled", "liveChatNotFound"):
        network.refuses = [refusal(403, reason)]
        with feed_to(httpserver, network, LATER) as feed:
            page = feed.page(LIVE, known=mark)
        assert (page.posts, page.mark, page.reached_known) == ((), "", True)
