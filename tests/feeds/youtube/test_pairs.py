"""What YouTube sends, beside the posts it must give."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from controlroom.feeds.items import items_of, parts_of
from controlroom.feeds.networks.youtube.chat import message_of
from controlroom.feeds.networks.youtube.parse import comment_of, thread_of, video_of
from controlroom.model.post import Post

HERE = Path(__file__).parent
VIDEO = "wEstm4rch01"
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))

Read = tuple[list[Post], int, list[str]]
"""Posts, how many items could not be read, and what is gone."""


def of_video(raw: bytes) -> Read:
    post = video_of(raw)
    return [post] if post else [], 0, []


def of_thread(raw: bytes) -> Read:
    thread = thread_of(raw)
    return list(thread.posts), len(thread.bad), []


def of_comment(raw: bytes) -> Read:
    return [comment_of(raw, VIDEO)], 0, []


def of_message(raw: bytes) -> Read:
    read = message_of(raw, VIDEO)
    return [read.post] if read.post else [], 0, [read.gone] if read.gone else []


READERS: dict[str, Callable[[bytes], Read]] = {
    "youtube#videoListResponse": of_video,
    "youtube#commentThreadListResponse": of_thread,
    "youtube#commentListResponse": of_comment,
    "youtube#liveChatMessageListResponse": of_message,
}


def read(payload: bytes) -> Read:
    parts = parts_of(payload, "h")
    reader = READERS[json.loads(parts["kind"])]
    posts, bad, gone = [], 0, []
    for raw in items_of(parts["items"], "h"):
        try:
            some, worse, missing = reader(raw)
        except ValueError:
            bad += 1
            continue
        assert all(post.raw in raw for post in some)
        posts += [replace(post, raw=b"") for post in some]
        bad, gone = bad + worse, gone + missing
    return posts, bad, gone


@pytest.mark.parametrize("name", PAIRS)
def test_a_payload_gives_its_posts(name: str) -> None:
    posts, bad, gone = read((HERE / f"{name}.payload.json").read_bytes())
    told = json.loads((HERE / f"{name}.posts.json").read_bytes())
    assert posts == msgspec.convert(told["posts"], list[Post])
    assert bad == told["set_aside"]
    assert gone == told.get("gone", [])


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 25


def test_spans_stand_where_the_text_says() -> None:
    (post,), _, _ = read((HERE / "comment_shown_as_markup.payload.json").read_bytes())
    stretches = [post.text[span.start : span.end] for span in post.spans]
    assert stretches == ["1:30", "westmarch.example/van", "#A17", "@tom-harrow"]


def test_a_post_keeps_the_bytes_of_the_network() -> None:
    payload = (HERE / "comment_with_answers.payload.json").read_bytes()
    (raw,) = items_of(parts_of(payload, "h")["items"], "h")
    for post in thread_of(raw).posts:
        assert json.loads(post.raw)["id"] == post.remote_id
