"""What Instagram sends, beside the posts it must give."""

import json
from dataclasses import replace
from itertools import chain
from pathlib import Path

import msgspec
import pytest

from controlroom.feeds.graph.answers import listing_of
from controlroom.feeds.networks.instagram.edges import items_of, posts_of
from controlroom.feeds.reading import read_all
from controlroom.model.post import Post

HERE = Path(__file__).parent
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))
EDGES = {"posts": posts_of("17841400000000077"), "comments": items_of("17891")}


def read(name: str) -> tuple[list[Post], int]:
    """Returns the posts of a page and how many items could not be read."""
    edge = EDGES[name.partition("_")[0]]
    listing = listing_of((HERE / f"{name}.payload.json").read_bytes(), "graph.facebook.com")
    items = chain.from_iterable(edge.unfold(raw).items for raw in listing.items)
    posts, bad = read_all(items, edge.read)
    assert all(msgspec.json.decode(post.raw)["id"] == post.remote_id for post in posts)
    return [replace(post, raw=b"") for post in posts], len(bad)


@pytest.mark.parametrize("name", PAIRS)
def test_a_payload_gives_its_posts(name: str) -> None:
    posts, bad = read(name)
    told = json.loads((HERE / f"{name}.posts.json").read_bytes())
    assert posts == msgspec.convert(told["posts"], list[Post])
    assert bad == told["set_aside"]


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 13
