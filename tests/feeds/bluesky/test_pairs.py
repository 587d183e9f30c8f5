"""What Bluesky sends, beside the posts it must give."""

import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from controlroom.feeds.items import items_of, parts_of
from controlroom.feeds.networks.bluesky import threads
from controlroom.feeds.networks.bluesky.messages import message_of, people_of
from controlroom.feeds.networks.bluesky.parse import item_of, post_of
from controlroom.feeds.networks.bluesky.reads import read
from controlroom.feeds.networks.bluesky.shape import Author
from controlroom.model.post import Post

HERE = Path(__file__).parent
HOST = "bsky.social"
DIALOGUE = "3lconvo"
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))


def payload(name: str) -> bytes:
    return (HERE / f"{name}.payload.json").read_bytes()


def taken_apart(body: bytes) -> tuple[list[Post], int, list[str]]:
    """Returns the posts of an answer, how many items could not be read, and what is gone."""
    parts = parts_of(body, HOST)
    if "messages" in parts:
        return messages(parts)
    if "thread" in parts:
        taken = read(threads.posts_of(parts["thread"]), post_of)
    else:
        holds, parse = ("feed", item_of) if "feed" in parts else ("posts", post_of)
        taken = read(items_of(parts[holds], HOST), parse)
    return list(taken.posts), len(taken.set_aside), []


def messages(parts: dict[str, bytes]) -> tuple[list[Post], int, list[str]]:
    people = people_of(msgspec.json.decode(parts["relatedProfiles"], type=list[Author]))
    posts, bad, gone = [], 0, []
    for raw in items_of(parts["messages"], HOST):
        try:
            _, post, deleted = message_of(raw, DIALOGUE, people)
        except ValueError:
            bad += 1
            continue
        posts += [post] if post else []
        gone += [deleted] if deleted else []
    return posts, bad, gone


@pytest.mark.parametrize("name", PAIRS)
def test_a_payload_gives_its_posts(name: str) -> None:
    posts, bad, gone = taken_apart(payload(name))
    told = json.loads((HERE / f"{name}.posts.json").read_bytes())
    assert [replace(post, raw=b"") for post in posts] == msgspec.convert(told["posts"], list[Post])
    assert bad == told["set_aside"]
    assert gone == told.get("gone", [])


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 25


@pytest.mark.parametrize("name", PAIRS)
def test_a_post_keeps_the_networks_own_bytes(name: str) -> None:
    body = payload(name)
    for post in taken_apart(body)[0]:
        assert post.raw in body
        assert json.loads(post.raw)


def test_spans_stand_where_the_text_says() -> None:
    (post,), _, _ = taken_apart(payload("bytes_are_not_characters"))
    stretches = [post.text[span.start : span.end] for span in post.spans]
    assert stretches == ["@westmarch.police.example", "#Brücke", "westmarch.example/b…"]


def test_a_thread_as_deep_as_nobody_writes_costs_no_more_than_its_top() -> None:
    deep = b'{"post":1,"replies":[' * 3000 + b"]}" * 3000
    assert len(list(threads.posts_of(deep))) <= threads.MOST_LEVELS + 2
