"""Direct messages of Bluesky, scripted on loopback."""

from datetime import UTC, datetime

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Page
from controlroom.feeds.errors import NonsenseReceived, PermissionMissing
from controlroom.feeds.networks.bluesky.client import CHAT
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.model.stream import SourceKind
from tests.feeds.bluesky.server import IDA, OWN, answers, asked, source

LIST = "chat.bsky.convo.listConvos"
MESSAGES = "chat.bsky.convo.getMessages"
ALL = source(SourceKind.MESSAGES)


def dialogue(name: str, rev: str) -> dict[str, object]:
    members = [{"did": OWN, "handle": "w.example"}, {"did": IDA, "handle": "ida.example"}]
    return {"id": name, "rev": rev, "members": members, "muted": False, "unreadCount": 1}


def message(number: int, **more: object) -> dict[str, object]:
    return {
        "$type": "chat.bsky.convo.defs#messageView",
        "id": f"m{number:02}",
        "rev": f"r{number:02}",
        "text": f"message {number}",
        "sender": {"did": IDA},
        "sentAt": f"2026-11-22T10:{number:02}:00.000Z",
    } | more


def messages(*numbers: int, cursor: str = "") -> dict[str, object]:
    return {"messages": [message(n) for n in numbers]} | ({"cursor": cursor} if cursor else {})


def dialogues(*listed: dict[str, object], cursor: str = "") -> dict[str, object]:
    return {"convos": list(listed)} | ({"cursor": cursor} if cursor else {})


def moment(minute: int) -> datetime:
    return datetime(2026, 11, 22, 10, minute, tzinfo=UTC)


def numbers(page: Page) -> list[str]:
    return [post.remote_id.rpartition("/m")[2].lstrip("0") for post in page.posts]


def test_the_latest_of_every_dialogue_comes_in_one_page(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, LIST, dialogues(dialogue("b", "r09"), dialogue("a", "r05")), limit="10")
    answers(httpserver, MESSAGES, messages(9, 3), convoId="b", limit="100")
    answers(httpserver, MESSAGES, messages(5, 4), convoId="a", limit="100")
    page = feed.page(ALL)
    assert numbers(page) == ["9", "5", "4", "3"]
    assert [post.root for post in page.posts] == ["b", "a", "a", "b"]
    assert {post.author.handle for post in page.posts} == {"ida.example"}
    assert (page.mark, page.older, page.reached_known) == ("r09", "", False)
    assert all(
        request.headers["atproto-proxy"] == CHAT["atproto-proxy"] for request in asked(httpserver)
    )


def test_a_dialogue_without_news_ends_the_list(feed: BlueskyFeed, httpserver: HTTPServer) -> None:
    listed = dialogues(dialogue("b", "r09"), dialogue("a", "r05"), dialogue("c", "r01"), cursor="x")
    answers(httpserver, LIST, listed)
    answers(httpserver, MESSAGES, messages(9, 3), convoId="b", limit="100")
    page = feed.page(ALL, known="r05")
    assert numbers(page) == ["9", "3"]
    assert (page.mark, page.older, page.reached_known) == ("r09", "", True)


def test_a_long_dialogue_is_followed_to_what_was_known(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    listed = dialogues(dialogue("b", "r40"), dialogue("c", "r35"), dialogue("a", "r05"))
    answers(httpserver, LIST, listed)
    answers(httpserver, MESSAGES, messages(40, 39, cursor="d39"), convoId="b", limit="100")
    answers(httpserver, MESSAGES, messages(35, 4, cursor="d4"), convoId="c", limit="100")
    first = feed.page(ALL, known="r20")
    assert numbers(first) == ["40", "39", "35", "4"]
    assert first.reached_known is False
    assert first.back_to == moment(39)
    answers(httpserver, MESSAGES, messages(38, 10), convoId="b", limit="100", cursor="d39")
    second = feed.page(ALL, older=first.older, known="r20")
    assert numbers(second) == ["38", "10"]
    assert (second.mark, second.older, second.reached_known) == ("", "", True)


def test_the_list_goes_on_when_every_dialogue_of_a_page_has_news(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, LIST, dialogues(dialogue("b", "r09"), cursor="next"))
    answers(httpserver, MESSAGES, messages(9, 8, cursor="d"), convoId="b", limit="100")
    first = feed.page(ALL, known="r02")
    assert first.back_to == moment(9)
    answers(httpserver, MESSAGES, messages(7, 1), convoId="b", limit="100", cursor="d")
    second = feed.page(ALL, older=first.older, known="r02")
    assert (numbers(second), second.reached_known) == (["7", "1"], False)
    assert second.back_to == moment(9)
    answers(httpserver, LIST, dialogues(dialogue("a", "r02")), limit="10", cursor="next")
    third = feed.page(ALL, older=second.older, known="r02")
    assert (numbers(third), third.older, third.reached_known) == ([], "", True)
    assert third.back_to is None


def test_the_end_of_the_list_is_the_end(feed: BlueskyFeed, httpserver: HTTPServer) -> None:
    answers(httpserver, LIST, dialogues(cursor="for ever"))
    page = feed.page(ALL, known="r02")
    assert (page.older, page.mark, page.posts) == ("", "r02", ())


def test_a_message_taken_back_is_gone_and_a_bad_one_is_set_aside(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, LIST, {"convos": [{"id": 7}, dialogue("b", "r09")]})
    deleted = {"$type": "chat.bsky.convo.defs#deletedMessageView"}
    bad = [message(7, sentAt="teatime"), message(6, text=None), 5]
    listed = {"messages": [message(9), message(8, **deleted), *bad], "relatedProfiles": {}}
    answers(httpserver, MESSAGES, listed)
    page = feed.page(ALL)
    assert numbers(page) == ["9"]
    assert page.gone == ("b/m08",)
    assert len(page.set_aside) == 4


def test_who_wrote_is_told_beside_the_messages_too(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, LIST, dialogues(dialogue("b", "r09")))
    stranger = {"did": "did:plc:s", "handle": "stranger.example", "displayName": "A Stranger"}
    told = {"messages": [message(9, sender={"did": "did:plc:s"})], "relatedProfiles": [stranger]}
    answers(httpserver, MESSAGES, told)
    (post,) = feed.page(ALL).posts
    assert (post.author.handle, post.author.name) == ("stranger.example", "A Stranger")


def test_a_cursor_that_is_none_of_ours_begins_anew(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, LIST, dialogues(), limit="10")
    assert feed.page(ALL, older="[[[").posts == ()


def test_an_app_password_without_messages_is_a_missing_permission(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, LIST, {"error": "InvalidToken", "message": "Bad token method"}, 400)
    with pytest.raises(PermissionMissing):
        feed.page(ALL)


def test_a_list_that_is_none_is_nonsense(feed: BlueskyFeed, httpserver: HTTPServer) -> None:
    answers(httpserver, LIST, {"convos": 7})
    with pytest.raises(NonsenseReceived):
        feed.page(ALL)
