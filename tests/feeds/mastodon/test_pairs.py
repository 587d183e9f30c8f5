"""What Mastodon sends, beside the posts it must give."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from controlroom.feeds.items import items_of
from controlroom.feeds.networks.mastodon.events import event_in, heard_of
from controlroom.feeds.networks.mastodon.parse import dialogue_of, mention_of, status_of
from controlroom.model.post import Post
from controlroom.model.stream import Source, SourceKind

HERE = Path(__file__).parent
HOST = "fenmast.example"
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))
KINDS = (SourceKind.HOME, SourceKind.MENTIONS, SourceKind.MESSAGES)
SOURCES = [Source("mastodon", kind, 1) for kind in KINDS]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

Read = tuple[list[Post], list[str]]
"""Posts, and what is gone."""


def of_status(raw: bytes) -> Read:
    post = status_of(raw, HOST)[1]
    assert post.raw == raw
    return [post], []


def of_notification(raw: bytes) -> Read:
    post = mention_of(raw, HOST)[1]
    return [post] if post else [], []


def of_conversation(raw: bytes) -> Read:
    post = dialogue_of(raw, HOST)[2]
    return [post] if post else [], []


def of_pushed(raw: bytes) -> Read:
    heard = heard_of(event_in(raw, HOST, NOW), HOST, SOURCES)
    return (list(heard.posts), list(heard.gone)) if heard else ([], [])


READERS: dict[str, Callable[[bytes], Read]] = {
    "notifications": of_notification,
    "conversations": of_conversation,
    "pushed": of_pushed,
}


def read(payload: bytes, reader: Callable[[bytes], Read]) -> tuple[list[Post], int, list[str]]:
    """Returns the posts of a page, how many items could not be read, and what is gone."""
    posts, bad, gone = [], 0, []
    for raw in items_of(payload, HOST):
        try:
            some, missing = reader(raw)
        except ValueError:
            bad += 1
            continue
        assert all(json.loads(post.raw)["account"] for post in some)
        posts += [replace(post, raw=b"") for post in some]
        gone += missing
    return posts, bad, gone


@pytest.mark.parametrize("name", PAIRS)
def test_a_payload_gives_its_posts(name: str) -> None:
    reader = READERS.get(name.partition("_")[0], of_status)
    posts, bad, gone = read((HERE / f"{name}.payload.json").read_bytes(), reader)
    told = json.loads((HERE / f"{name}.posts.json").read_bytes())
    assert posts == msgspec.convert(told["posts"], list[Post])
    assert bad == told["set_aside"]
    assert gone == told.get("gone", [])


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 25


def test_spans_stand_where_the_text_says() -> None:
    payload = (HERE / "links_mentions_hashtags.payload.json").read_bytes()
    (post,), _, _ = read(payload, of_status)
    stretches = [post.text[span.start : span.end] for span in post.spans]
    assert stretches == [
        "@westmarchpolice",
        "@tom",
        "westmarch.example/travel/roadw…",
        "#A17Closure",
    ]


@pytest.mark.parametrize("kind", ["favourite", "follow", "something.new"])
def test_only_mentions_are_posts(kind: str) -> None:
    raw = json.dumps({"id": "5", "type": kind, "status": None}).encode()
    assert mention_of(raw, HOST) == ("5", None)


def test_a_mention_without_its_post_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="object"):
        mention_of(b'{"id": "5", "type": "mention", "status": null}', HOST)
