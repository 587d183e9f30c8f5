"""What Facebook sends, beside the posts it must give."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from controlroom.feeds.graph.answers import listing_of
from controlroom.feeds.networks.facebook.parse import comment_of, message_of, post_of
from controlroom.feeds.reading import read_all
from controlroom.model.post import UNSEEN, Post, SpanKind

HERE = Path(__file__).parent
PAGE = "104400000000077"
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))
READ: Mapping[str, Callable[[bytes], Post]] = {
    "posts": post_of,
    "comments": lambda raw: comment_of(raw, PAGE, f"{PAGE}_501"),
    "messages": lambda raw: message_of(raw, "t_300"),
}


def read(name: str) -> tuple[list[Post], int]:
    """Returns the posts of a page and how many items could not be read."""
    body = (HERE / f"{name}.payload.json").read_bytes()
    items = listing_of(body, "graph.facebook.com").items
    posts, bad = read_all(items, READ[name.partition("_")[0]])
    assert all(post.raw in items for post in posts)
    return [replace(post, raw=b"") for post in posts], len(bad)


@pytest.mark.parametrize("name", PAIRS)
def test_a_payload_gives_its_posts(name: str) -> None:
    posts, bad = read(name)
    told = json.loads((HERE / f"{name}.posts.json").read_bytes())
    assert posts == msgspec.convert(told["posts"], list[Post])
    assert bad == told["set_aside"]


def test_a_name_is_no_handle_and_who_is_not_told_is_unseen() -> None:
    (told, *_), _ = read("comments_at_two_depths")
    assert (told.author.handle, told.author.called) == ("", "Tom Ashdown")
    assert not told.author.unseen
    (hidden, *_), _ = read("comments_without_an_author")
    assert hidden.author == UNSEEN
    assert hidden.author.unseen
    (numbered, *_), _ = read("comments_author_without_a_name")
    assert not numbered.author.unseen


def test_those_who_have_a_name_only_are_not_one_person() -> None:
    raw = b'{"id": "1", "created_time": "2026-11-22T09:00:00+0000", "from": {"name": "%s"}}'
    ids = {post_of(raw % name).author.remote_id for name in (b"Ida", b"Tom")}
    assert ids == {"@Ida", "@Tom"}


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 40


@pytest.mark.parametrize("name", PAIRS)
def test_spans_stand_where_the_text_says(name: str) -> None:
    for post in read(name)[0]:
        for span in post.spans:
            words = post.text[span.start : span.end]
            assert words == span.target or span.kind is not SpanKind.LINK
            assert words.lstrip("#@") == span.target.lstrip("#@")


@pytest.mark.parametrize("name", PAIRS)
def test_the_address_of_the_next_page_is_not_kept(name: str) -> None:
    listing = listing_of((HERE / f"{name}.payload.json").read_bytes(), "graph.facebook.com")
    assert listing.older == "after=QVFIUmFm"
