"""What X sends, beside the posts it must give."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from controlroom.feeds.errors import NetworkDown, NonsenseReceived, NotFound, PermissionMissing
from controlroom.feeds.networks.x.envelope import gone_among, open_envelope
from controlroom.feeds.networks.x.messages import message_of
from controlroom.feeds.networks.x.parse import post_of
from controlroom.model.post import Post

HERE = Path(__file__).parent
HOST = "api.x.com"
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))


def read(name: str, payload: bytes) -> tuple[list[Post], int]:
    """Returns the posts of a page and how many items could not be read."""
    parse: Any = message_of if name.startswith("messages") else post_of
    envelope = open_envelope(payload, HOST)
    posts: list[Post] = []
    bad = 0
    for item in envelope.items:
        try:
            post = parse(item, envelope.included)[1]
        except ValueError:
            bad += 1
        else:
            posts += [post] if post else []
    return posts, bad


def payload(name: str) -> bytes:
    return (HERE / f"{name}.payload.json").read_bytes()


def told(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((HERE / f"{name}.posts.json").read_bytes())
    return expected


@pytest.mark.parametrize("name", PAIRS)
def test_a_payload_gives_its_posts(name: str) -> None:
    posts, bad = read(name, payload(name))
    bare = [replace(post, raw=b"") for post in posts]
    assert bare == msgspec.convert(told(name)["posts"], list[Post])
    assert bad == told(name)["set_aside"]


@pytest.mark.parametrize("name", PAIRS)
def test_what_is_kept_as_evidence_gives_the_same_post_again(name: str) -> None:
    for post in read(name, payload(name))[0]:
        (again,), _ = read(name, post.raw)
        assert again == post


@pytest.mark.parametrize("name", PAIRS)
def test_evidence_holds_the_networks_own_bytes(name: str) -> None:
    sent = payload(name)
    for post in read(name, sent)[0]:
        envelope = open_envelope(post.raw, HOST)
        assert all(item in sent for item in envelope.items)


def test_evidence_holds_nothing_of_other_posts_of_the_page() -> None:
    newest, *_ = read("conversation", payload("conversation"))[0]
    assert b"Ida Quill" in newest.raw
    assert b"The A17 is closed." not in newest.raw


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 25


def test_both_ages_give_the_same_post() -> None:
    posts = [read(name, payload(name))[0] for name in ("plain", "plain_of_the_tweet_age")]
    assert replace(posts[0][0], raw=b"") == replace(posts[1][0], raw=b"")


@pytest.mark.parametrize("name", PAIRS)
def test_spans_stand_where_the_text_says(name: str) -> None:
    for post in read(name, payload(name))[0]:
        stretches = [post.text[span.start : span.end] for span in post.spans]
        assert all(stretch == stretch.strip() != "" for stretch in stretches)
        marks = {"mention": "@", "hashtag": "#＃", "link": ""}
        for span, stretch in zip(post.spans, stretches, strict=True):
            assert not marks[span.kind] or stretch[0] in marks[span.kind]


def test_only_what_x_clearly_says_is_gone() -> None:
    expected = told("looked_up_and_gone")
    envelope = open_envelope(payload("looked_up_and_gone"), HOST)
    asked = [problem.about() for problem in envelope.problems] + ["5"]
    assert gone_among(asked, envelope.problems) == tuple(expected["gone"])


PROBLEM = "https://api.x.com/2/problems/"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (f'{{"errors": [{{"type": "{PROBLEM}resource-not-found"}}]}}', NotFound),
        (f'{{"errors": [{{"type": "{PROBLEM}not-authorized-for-resource"}}]}}', PermissionMissing),
        (f'{{"errors": [{{"type": "{PROBLEM}internal-error"}}]}}', NonsenseReceived),
        ('{"errors": [{"disconnect_type": "UpstreamOperationalDisconnect"}]}', NetworkDown),
        ('{"errors": ["?"]}', NonsenseReceived),
        ("{}", NonsenseReceived),
        ("<html>Sign in to the hotel</html>", NonsenseReceived),
        ('{"data": [{"id": "1"', NonsenseReceived),
        ("[]", NonsenseReceived),
        ('{"data": {}', NonsenseReceived),
        ('{"data": [[]', NonsenseReceived),
        ('{"data": 1, "meta": {"a": NaN}', NonsenseReceived),
        ('{"data": ' + "[" * 100_000, NonsenseReceived),
        ("", NonsenseReceived),
    ],
)
def test_an_answer_without_a_page_says_what_is_wrong(body: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        open_envelope(body.encode(), HOST)
