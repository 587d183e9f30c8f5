"""Deciding whom a new post concerns."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from controlroom.feeds.errors import HungUp, NetworkDown
from controlroom.feeds.networks.bluesky import listener as listening
from controlroom.feeds.networks.bluesky.jetstream import (
    Sighted,
    can_be_decided,
    sighted_in,
    wish_for,
)
from controlroom.feeds.networks.bluesky.listener import MOST_WAITING, Listener, Note
from controlroom.model.stream import Source, SourceKind
from tests.feeds.bluesky.server import IDA, OWN, source, uri
from tests.feeds.bluesky.stream import event

MENTIONS = source(SourceKind.MENTIONS)
POSTS = source(SourceKind.POSTS)


def own(_: int) -> str:
    return OWN


def sighted(**more: Any) -> Sighted:
    one = sighted_in(json.dumps(event("1", **more)).encode())
    assert one is not None
    return one


def facet(**feature: str) -> dict[str, Any]:
    return {"index": {"byteStart": 0, "byteEnd": 1}, "features": [feature]}


def ref(who: str) -> dict[str, str]:
    return {"uri": uri("9", who), "cid": "bafy"}


RECORD = {"$type": "app.bsky.embed.record", "record": ref(OWN)}
WITH_MEDIA = {"$type": "app.bsky.embed.recordWithMedia", "record": RECORD, "media": {"$type": "x"}}


@pytest.mark.parametrize(
    "record",
    [
        {"facets": [facet(did=OWN)]},
        {"facets": [7, {"index": {}}, facet(did=OWN)]},
        {"reply": {"root": ref(IDA), "parent": ref(OWN)}},
        {"reply": {"root": ref(OWN), "parent": ref(IDA)}},
        {"embed": RECORD},
        {"embed": WITH_MEDIA},
    ],
)
def test_who_is_mentioned_answered_or_quoted_is_called(record: dict[str, Any]) -> None:
    assert ("to", OWN) in sighted(**record).keys


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"facets": 7, "embed": 7, "tags": 7},
        {"embed": {"$type": "app.bsky.embed.recordWithMedia", "record": 5}},
        {"embed": {"$type": "app.bsky.embed.images", "images": []}},
        {"text": OWN},
    ],
)
def test_other_posts_call_nobody(record: dict[str, Any]) -> None:
    assert sighted(**record).keys == {("by", IDA)}


def test_hashtags_count_in_any_case_wherever_they_stand() -> None:
    keys = sighted(facets=[facet(tag="M97")], tags=["Überflutung"]).keys
    assert {("tag", "m97"), ("tag", "überflutung")} <= keys


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"nonsense",
        b'{"kind": "identity", "did": "did:plc:x"}',
        b'{"kind": "account", "did": "did:plc:x", "account": {"active": false}}',
        json.dumps(event("1") | {"did": ""}).encode(),
        json.dumps(event("1", text=7)).encode(),  # type: ignore[arg-type]
        json.dumps(event("1")).replace("feed.post", "feed.like").encode(),
        b'{"commit": {"operation": "create", "collection": "app.bsky.feed.post", "rkey": "1"}}',
        b'{"a":' * 5000,
    ],
)
def test_what_is_no_post_is_passed_over(raw: bytes) -> None:
    assert sighted_in(raw) is None


def test_a_deletion_tells_which_post() -> None:
    gone = sighted(operation="delete")
    assert (gone.uri, gone.record) == (uri("1"), None)
    assert gone.keys == {("by", IDA)}


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("M97", "Queue on the m97!", True),
        ("M97", "Queue on the M971", False),
        ("road closed", "The road is CLOSED", True),
        ('"road closed"', "The road is closed", False),
        ('"road closed" M97', "M97: road closed", True),
        ("Łódź", "nach łódź", True),
        ("#M97", "the M97", True),
        ("westmarch.police", "ask westmarch.police", True),
    ],
)
def test_plain_searches_are_decided_by_their_words(term: str, text: str, found: bool) -> None:
    wanted = source(SourceKind.SEARCH, term)
    assert can_be_decided(wanted)
    ((phrases, of),) = wish_for([wanted], own, str).searches
    assert of == wanted
    assert all(phrase in sighted(text=text).words for phrase in phrases) is found


@pytest.mark.parametrize(
    "term",
    ["from:ida.example", "-spam M97", "a OR b", "(a b)", "mentions:@x", "rain*", "", '""', "@x"],
)
def test_searches_that_ask_for_more_than_words_are_left_to_reading(term: str) -> None:
    assert not can_be_decided(source(SourceKind.SEARCH, term))


@pytest.mark.parametrize(
    "kind", [SourceKind.HOME, SourceKind.LIST, SourceKind.FEED, SourceKind.MESSAGES]
)
def test_what_needs_the_networks_knowledge_is_left_to_reading(kind: SourceKind) -> None:
    assert not can_be_decided(source(kind, "x"))


def test_a_wish_for_posts_alone_names_their_authors() -> None:
    other = source(SourceKind.POSTS, "@ida.example")
    wish = wish_for([POSTS, other, Source("bluesky", SourceKind.POSTS, 2, OWN)], own, lambda _: IDA)
    assert wish.authors == tuple(sorted([OWN, IDA]))
    assert len(wish.keys["by", OWN]) == 2
    assert wish_for([POSTS, MENTIONS], own, str).authors == ()
    assert wish_for([source(SourceKind.SEARCH, "M97"), POSTS], own, str).authors == ()


def test_a_profile_nobody_knows_wishes_for_nothing() -> None:
    assert wish_for([MENTIONS, POSTS], lambda _: "", str).keys == {}


def full() -> Listener:
    listener = Listener(wish_for([POSTS], own, str), "h")
    for _ in range(MOST_WAITING):
        listener.put(Note(sighted(), (POSTS,)))
    return listener


def test_who_takes_nothing_for_long_is_cut_off_and_hears_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listener = full()
    monkeypatch.setattr(listening, "PATIENCE_S", 0.01)
    listener.put(Note(sighted(), (POSTS,)))
    with pytest.raises(NetworkDown, match="more comes"):
        listener.some(25)


def test_the_stream_waits_for_who_is_behind_and_nothing_is_missed() -> None:
    listener = full()
    with ThreadPoolExecutor(1) as stream:
        more = [stream.submit(listener.put, Note(sighted(), (POSTS,))) for _ in range(3)]
        with pytest.raises(TimeoutError):
            more[0].result(0.05)
        taken = len(listener.some(MOST_WAITING))
        for one in more:
            one.result(5)
    assert taken + len(listener.some(MOST_WAITING)) == MOST_WAITING + 3


def test_the_stream_does_not_wait_for_who_has_left() -> None:
    listener = full()
    with ThreadPoolExecutor(1) as stream:
        put = stream.submit(listener.put, Note(sighted(), (POSTS,)))
        listener.leave()
        put.result(5)
    with pytest.raises(HungUp):
        listener.some(1)


def test_the_first_reason_for_an_end_counts() -> None:
    listener = Listener(wish_for([POSTS], own, str), "h")
    listener.end(HungUp(host="h"))
    listener.end(NetworkDown(host="h", reason="x"))
    for wait in (listener.wait, lambda: listener.some(1), lambda: listener.some(1, 9)):
        with pytest.raises(HungUp):
            wait()
