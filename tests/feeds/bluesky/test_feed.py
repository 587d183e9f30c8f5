"""Paging, marks and second looks of Bluesky, scripted on loopback."""

import json

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import NonsenseReceived, NotFound, TokenExpired
from controlroom.feeds.networks.bluesky.feed import CAPABILITIES, BlueskyFeed
from controlroom.model.credential import Credential
from controlroom.model.errors import OurError
from controlroom.model.post import PostKind
from controlroom.model.stream import SourceKind
from tests.feeds.bluesky.server import (
    OWN,
    answers,
    asked,
    found,
    source,
    timeline,
    uri,
    view,
)
from tests.feeds.seats import seat

HOME = source(SourceKind.HOME)
TIMELINE = "app.bsky.feed.getTimeline"
THREAD = "app.bsky.feed.getPostThread"


def test_pages_go_on_at_the_cursor_until_the_known_post(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, TIMELINE, timeline("9", "8", cursor="c8"), limit="50")
    first = feed.page(HOME)
    marks = f"{uri('9')} {uri('8')}"
    assert (first.older, first.mark, first.reached_known) == ("c8", marks, False)
    answers(httpserver, TIMELINE, timeline("7", "6"), limit="50", cursor="c8")
    second = feed.page(HOME, older=first.older, known=f"{uri('6')} {uri('5')}")
    assert (second.older, second.mark, second.reached_known) == ("", "", True)
    assert [post.remote_id for post in second.posts] == [uri("7"), uri("6")]


def test_a_cursor_that_leads_back_or_nowhere_is_the_end(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, TIMELINE, timeline("9", cursor="same"))
    assert feed.page(HOME, older="same").older == ""
    answers(httpserver, TIMELINE, timeline(cursor="on and on"))
    assert feed.page(HOME).older == ""
    answers(httpserver, TIMELINE, timeline("9") | {"cursor": 7})
    assert feed.page(HOME).older == ""


def test_an_empty_page_keeps_what_was_known(feed: BlueskyFeed, httpserver: HTTPServer) -> None:
    answers(httpserver, TIMELINE, timeline())
    assert feed.page(HOME, known="a b").mark == "a b"


def test_a_bad_item_costs_only_itself(feed: BlueskyFeed, httpserver: HTTPServer) -> None:
    body = {"feed": [{"post": view("9")}, {"post": {"uri": 7}}, {"post": view("8")}], "cursor": "c"}
    answers(httpserver, TIMELINE, body)
    read = feed.page(HOME)
    assert [post.remote_id for post in read.posts] == [uri("9"), uri("8")]
    assert len(read.set_aside) == 1
    assert read.older == "c"
    answers(httpserver, TIMELINE, {"feed": [{"post": 1}], "cursor": "c"})
    assert feed.page(HOME).older == "c"


@pytest.mark.parametrize(
    "body",
    ["<html>Sign in to the hotel</html>", "[]", "{", '{"posts": []}', '{"feed": {}}', '{"feed": '],
)
def test_an_answer_that_is_no_page_is_nonsense(
    feed: BlueskyFeed, httpserver: HTTPServer, body: str
) -> None:
    answers(httpserver, TIMELINE, body)
    with pytest.raises(NonsenseReceived):
        feed.page(HOME)


def test_an_error_told_with_a_good_status_is_understood(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, TIMELINE, {"error": "UnknownList", "message": "x"})
    with pytest.raises(NotFound):
        feed.page(HOME)
    answers(httpserver, TIMELINE, {"error": "InvalidToken", "message": "x"})
    with pytest.raises(TokenExpired):
        feed.page(HOME)


@pytest.mark.parametrize(
    ("kind", "term", "name", "query", "holds"),
    [
        (SourceKind.HOME, "", TIMELINE, {}, "feed"),
        (SourceKind.POSTS, "", "app.bsky.feed.getAuthorFeed", {"actor": OWN}, "feed"),
        (
            SourceKind.POSTS,
            "@ida.example",
            "app.bsky.feed.getAuthorFeed",
            {"actor": "ida.example"},
            "feed",
        ),
        (
            SourceKind.LIST,
            "at://a/l/1",
            "app.bsky.feed.getListFeed",
            {"list": "at://a/l/1"},
            "feed",
        ),
        (SourceKind.FEED, "at://a/g/1", "app.bsky.feed.getFeed", {"feed": "at://a/g/1"}, "feed"),
        (
            SourceKind.SEARCH,
            "M97 & more?",
            "app.bsky.feed.searchPosts",
            {"q": "M97 & more?", "sort": "latest"},
            "posts",
        ),
        (
            SourceKind.HASHTAG,
            "#M97",
            "app.bsky.feed.searchPosts",
            {"q": "#M97", "tag": "M97", "sort": "latest"},
            "posts",
        ),
    ],
)
def test_each_kind_has_its_question(
    feed: BlueskyFeed,
    httpserver: HTTPServer,
    kind: SourceKind,
    term: str,
    name: str,
    query: dict[str, str],
    holds: str,
) -> None:
    answers(httpserver, name, {holds: []}, limit="50", **query)
    assert feed.page(source(kind, term)).posts == ()


def test_a_kind_nobody_offers_is_a_mistake_of_ours(feed: BlueskyFeed) -> None:
    with pytest.raises(OurError):
        feed.page(source(SourceKind.LIVE))


def test_what_everybody_may_read_needs_no_profile(httpserver: HTTPServer) -> None:
    led = {"public.api.bsky.app": httpserver.url_for("").rstrip("/")}
    feed = BlueskyFeed(seat(None, led, Credential()))
    answers(
        httpserver, "app.bsky.feed.getAuthorFeed", timeline("9"), actor="ida.example", limit="50"
    )
    assert feed.page(source(SourceKind.POSTS, "ida.example")).posts[0].remote_id == uri("9")
    (request,) = asked(httpserver)
    assert "Authorization" not in request.headers
    for kind, reading in CAPABILITIES.reads.items():
        if reading.by_profile:
            with pytest.raises(OurError, match="through a profile"):
                feed.page(source(kind, "x"))
    feed.close()


def notifications(*told: tuple[str, str], cursor: str = "") -> dict[str, object]:
    listed = [{"uri": uri(key), "reason": reason, "isRead": False} for key, reason in told]
    return {"notifications": listed} | ({"cursor": cursor} if cursor else {})


def test_mentions_are_notifications_looked_up(feed: BlueskyFeed, httpserver: HTTPServer) -> None:
    body = notifications(
        ("9", "mention"), ("8", "like"), ("7", "reply"), ("6", "quote"), cursor="c"
    )
    body["notifications"].append({"uri": 3})  # type: ignore[attr-defined]
    answers(httpserver, "app.bsky.notification.listNotifications", body)
    answers(httpserver, "app.bsky.feed.getPosts", found("6", "9"))
    page = feed.page(source(SourceKind.MENTIONS), known=uri("7"))
    assert [post.remote_id for post in page.posts] == [uri("9"), uri("6")]
    assert page.mark == " ".join(uri(key) for key in "9876")
    assert (page.older, page.reached_known, len(page.set_aside)) == ("c", True, 1)
    listed, looked_up = asked(httpserver)
    assert listed.args.getlist("reasons") == ["mention", "reply", "quote"]
    assert looked_up.args.getlist("uris") == [uri("9"), uri("7"), uri("6")]


def test_no_mentions_ask_for_no_posts(feed: BlueskyFeed, httpserver: HTTPServer) -> None:
    answers(httpserver, "app.bsky.notification.listNotifications", notifications())
    assert feed.page(source(SourceKind.MENTIONS)).posts == ()
    assert len(httpserver.log) == 1


def node(key: str, *replies: object, parent: object = None, root: str = "") -> dict[str, object]:
    reply = {"root": {"uri": uri(root)}, "parent": {"uri": uri(root)}}
    post = view(key)
    post["record"] = post["record"] | ({"reply": reply} if root else {})
    above = {"parent": parent} if parent else {}
    return {"$type": "app.bsky.feed.defs#threadViewPost", "post": post, "replies": replies, **above}


def test_a_conversation_is_read_from_its_first_post_whichever_is_asked_for(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    middle = node("2", node("3", root="1"), parent=node("1"), root="1")
    answers(httpserver, THREAD, {"thread": middle}, uri=uri("2"), depth="100", parentHeight="100")
    whole = node("1", node("2", root="1"), node("4", root="1"))
    answers(httpserver, THREAD, {"thread": whole}, uri=uri("1"), depth="100", parentHeight="100")
    page = feed.page(source(SourceKind.CONVERSATION, uri("2")), known=uri("3"))
    assert {post.remote_id for post in page.posts} == {uri(key) for key in "1234"}
    assert len(page.posts) == 4
    assert (page.older, page.reached_known) == ("", True)
    assert set(page.mark.split()) == {uri(key) for key in "1234"}


def test_a_conversation_whose_first_post_is_gone_shows_the_rest(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, THREAD, {"thread": node("2", node("3", root="1"), root="1")})
    answers(httpserver, THREAD, {"error": "NotFound", "message": "Post not found"}, 400)
    page = feed.page(source(SourceKind.CONVERSATION, uri("2")))
    assert {post.remote_id for post in page.posts} == {uri("2"), uri("3")}


@pytest.mark.parametrize("term", ["", "3lconvo/1", "https://bsky.app/profile/x/post/y", "at://x"])
def test_a_conversation_of_no_post_is_not_there(feed: BlueskyFeed, term: str) -> None:
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.CONVERSATION, term))


def test_a_thread_that_shows_nothing_is_not_there(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    gone = {"$type": "app.bsky.feed.defs#notFoundPost", "uri": uri("1"), "notFound": True}
    answers(httpserver, THREAD, {"thread": gone})
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.CONVERSATION, uri("1")))


def test_a_second_look_shows_counts_and_what_the_network_says_is_gone(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    answers(httpserver, "app.bsky.feed.getPosts", {"posts": [view("1", likeCount=99)]})
    answers(httpserver, THREAD, {"error": "NotFound", "message": "x"}, 400, uri=uri("2"), **LOOK)
    blocked = {"$type": "app.bsky.feed.defs#blockedPost", "uri": uri("3"), "blocked": True}
    answers(httpserver, THREAD, {"thread": blocked}, uri=uri("3"), **LOOK)
    gone = {"$type": "app.bsky.feed.defs#notFoundPost", "uri": uri("4"), "notFound": True}
    answers(httpserver, THREAD, {"thread": gone}, uri=uri("4"), **LOOK)
    answers(httpserver, THREAD, "<html>404</html>", 404, uri=uri("5"), **LOOK)
    answers(httpserver, THREAD, {"thread": 7}, uri=uri("6"), **LOOK)
    looked = feed.look([*(uri(key) for key in "123456"), "3lconvo/3lm1"])
    assert [post.metrics.likes for post in looked.posts] == [99]
    assert looked.gone == (uri("2"), uri("4"))


LOOK = {"depth": "0", "parentHeight": "0"}


def test_a_look_at_messages_and_reposts_asks_nobody(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    looked = feed.look(["3lconvo/3lm1", f"at://{OWN}/app.bsky.feed.repost/3l"])
    assert (looked.posts, looked.gone) == ((), ())
    assert httpserver.log == []


def test_a_repost_has_its_own_place_among_the_marks(
    feed: BlueskyFeed, httpserver: HTTPServer
) -> None:
    reason = {
        "$type": "app.bsky.feed.defs#reasonRepost",
        "by": view("1", OWN)["author"],
        "indexedAt": "2026-11-22T09:00:00Z",
        "uri": f"at://{OWN}/app.bsky.feed.repost/3lr",
    }
    items = [{"post": view("1"), "reason": reason}, {"post": view("1")}]
    answers(httpserver, TIMELINE, json.dumps({"feed": items}))
    page = feed.page(HOME)
    assert [post.kind for post in page.posts] == [PostKind.REPOST, PostKind.STATUS]
    assert page.mark == f"{reason['uri']} {uri('1')}"
