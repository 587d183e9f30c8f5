"""X's text, whatever it holds and wherever X says that things stand."""

import json
import random
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.errors import ReadError
from controlroom.feeds.html_text import PlainText
from controlroom.feeds.networks.x import shape
from controlroom.feeds.networks.x.envelope import open_envelope
from controlroom.feeds.networks.x.messages import message_of
from controlroom.feeds.networks.x.moments import made_at
from controlroom.feeds.networks.x.parse import post_of
from controlroom.feeds.networks.x.text import LONGEST, MOST_ENTITIES, plain_text

HERE = Path(__file__).parent
PAYLOADS = [path.read_bytes() for path in sorted(HERE.glob("*.payload.json"))]
WORDS = st.sampled_from(
    ["@tom", "#M97", "https://t.co/a1", "&amp;", "&lt;", "&", "🚧", "e\u0301", " ", "\n", "İ", "x"]
)
PLACES = st.integers(-3, 60)
ENTITIES = st.builds(
    shape.Entities,
    urls=st.lists(
        st.builds(
            shape.Url,
            start=PLACES,
            url=st.sampled_from(["https://t.co/a1", "https://t.co/zz", None]),
            expanded_url=st.sampled_from(["https://westmarch.example/a", "data:,x", None]),
            display_url=st.sampled_from(["westmarch.example/a", "", None]),
        ),
        max_size=4,
    ),
    mentions=st.lists(st.builds(shape.Mention, start=PLACES, username=st.just("tom")), max_size=4),
    hashtags=st.lists(st.builds(shape.Hashtag, start=PLACES, tag=st.just("M97")), max_size=4),
)


def keep(_: shape.Url) -> bool:
    return False


@given(st.lists(WORDS, max_size=12).map("".join), ENTITIES, st.booleans())
def test_every_span_covers_what_it_names(text: str, entities: shape.Entities, cut: bool) -> None:
    told = plain_text(text, entities, lambda _: cut)
    assert told.text == told.text.strip()
    at = 0
    for span in told.spans:
        stretch = told.text[span.start : span.end]
        assert at <= span.start < span.end <= len(told.text)
        assert stretch in ("@tom", "#M97", "westmarch.example/a", span.target)
        assert not span.target.startswith("data:")
        at = span.end


@given(st.text(), st.integers(), st.text(min_size=1))
def test_no_text_and_no_place_can_break_it(text: str, start: int, name: str) -> None:
    entities = shape.Entities(mentions=[shape.Mention(start=start, username=name)])
    assert isinstance(plain_text(text, entities, keep), PlainText)


def test_a_text_of_any_length_and_entities_of_any_number_are_bounded() -> None:
    many = [shape.Mention(start=n, username=f"nobody{n}") for n in range(50_000)]
    told = plain_text("&amp;" * 1_000_000, shape.Entities(mentions=many), keep)
    assert len(told.text) == LONGEST // len("&amp;")
    text = "@a " * (MOST_ENTITIES + 5)
    named = [shape.Mention(start=3 * n, username="a") for n in range(MOST_ENTITIES + 5)]
    assert len(plain_text(text, shape.Entities(mentions=named), keep).spans) == MOST_ENTITIES


def test_pictures_named_more_than_once_at_one_place_are_cut_once() -> None:
    urls = [shape.Url(start=5, url="https://t.co/a1", expanded_url="https://x/1")] * 3
    told = plain_text("Look https://t.co/a1 https://t.co/a1", shape.Entities(urls), lambda _: True)
    assert told.text == "Look  https://t.co/a1"


def test_ids_tell_when_they_were_given_out() -> None:
    moment = made_at("20")
    assert moment is not None
    assert moment.year == 2010
    assert made_at("1234567890123456789012") is None
    assert made_at("७") is None
    assert made_at("") is None


def spoilt(value: Any, rng: random.Random) -> Any:
    """Returns a value with something in it replaced, as a broken or hostile sender might."""
    junk: list[Any] = [None, "", "x" * 50, 0, -1, 2**70, 1.5, True, [], {}, [[]], "0001-01-01"]
    if rng.random() < 0.03:
        return rng.choice(junk)
    if isinstance(value, dict):
        return {name: spoilt(one, rng) for name, one in value.items() if rng.random() > 0.02}
    if isinstance(value, list):
        return [spoilt(one, rng) for one in value]
    return value


@given(st.sampled_from(PAYLOADS), st.integers(0, 2**32))
def test_spoilt_answers_give_posts_or_named_errors(payload: bytes, seed: int) -> None:
    try:
        value = json.loads(payload)
    except ValueError:
        return
    body = json.dumps(spoilt(value, random.Random(seed))).encode()
    try:
        envelope = open_envelope(body, "api.x.com")
    except ReadError:
        return
    for item in envelope.items:
        for parse in (post_of, message_of):
            try:
                parse(item, envelope.included)
            except (ValueError, OverflowError):
                continue


@given(st.sampled_from(PAYLOADS), st.integers(0), st.binary(max_size=3))
def test_answers_cut_off_or_overwritten_give_named_errors(
    payload: bytes, at: int, bytes_in: bytes
) -> None:
    at %= len(payload)
    for body in (payload[:at], payload[:at] + bytes_in + payload[at + len(bytes_in) :]):
        try:
            envelope = open_envelope(body, "api.x.com")
        except ReadError:
            continue
        for item in envelope.items:
            try:
                post_of(item, envelope.included)
            except (ValueError, OverflowError):
                continue
