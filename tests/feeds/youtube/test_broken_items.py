"""Whatever stands in an item: it is read, or set aside, and nothing else comes of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.feeds.networks.youtube.chat import message_of
from controlroom.feeds.networks.youtube.parse import comment_of, thread_of, video_of
from controlroom.feeds.reading import read_all
from tests.feeds.odd import odd_items

HERE = Path(__file__).parent
READERS: dict[str, Callable[[bytes], object]] = {
    "video_live_now": video_of,
    "video_links_mentions_hashtags": video_of,
    "comment_with_answers": thread_of,
    "comment_shown_as_markup": thread_of,
    "answers_listed": comment_of,
    "chat_poll": lambda raw: message_of(raw, "v"),
    "chat_paid_messages": lambda raw: message_of(raw, "v"),
}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60)
@given(data=st.data())
def test_an_odd_value_anywhere_costs_at_most_its_item(name: str, data: st.DataObject) -> None:
    payload = json.loads((HERE / f"{name}.payload.json").read_bytes())
    item = payload["items"][0]
    raw = data.draw(odd_items(item))
    good, bad = read_all([raw, json.dumps(item).encode()], READERS[name])
    assert len(good) + len(bad) == 2
    assert len(good) >= 1
