"""What Mastodon sends, beside the posts it must give."""

import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from controlroom.feeds.items import items_of
from controlroom.feeds.networks.mastodon.parse import mention_of, status_of
from controlroom.model.post import Post

HERE = Path(__file__).parent
HOST = "fenmast.example"
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))


def read(payload: bytes) -> tuple[list[Post], int]:
    """Returns the posts of a page and how many items could not be read."""
    posts, bad = [], 0
    for raw in items_of(payload, HOST):
        try:
            post = status_of(raw, HOST)[1]
        except ValueError:
            bad += 1
        else:
            assert post.raw == raw
            posts.append(replace(post, raw=b""))
    return posts, bad


@pytest.mark.parametrize("name", PAIRS)
def test_a_payload_gives_its_posts(name: str) -> None:
    posts, bad = read((HERE / f"{name}.payload.json").read_bytes())
    told = json.loads((HERE / f"{name}.posts.json").read_bytes())
    assert posts == msgspec.convert(told["posts"], list[Post])
    assert bad == told["set_aside"]


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 12


def test_spans_stand_where_the_text_says() -> None:
    (post,), _ = read((HERE / "links_mentions_hashtags.payload.json").read_bytes())
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
