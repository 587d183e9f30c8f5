"""Whatever stands in an item: it is read, or set aside, and nothing else comes of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.feeds.networks.mastodon.events import event_in, heard_of
from controlroom.feeds.networks.mastodon.parse import dialogue_of, mention_of, status_of
from controlroom.feeds.reading import read_all
from controlroom.model.stream import Source, SourceKind
from tests.feeds.odd import odd_items
from tests.feeds.seats import NOW

HERE = Path(__file__).parent
HOST = "fenmast.example"
SOURCES = [Source("mastodon", SourceKind.HOME, 1)]
READERS: dict[str, Callable[[bytes], object]] = {
    "poll": lambda raw: status_of(raw, HOST),
    "repost_with_warning_and_media": lambda raw: status_of(raw, HOST),
    "reply_to_several": lambda raw: status_of(raw, HOST),
    "notifications_of_many_kinds": lambda raw: mention_of(raw, HOST),
    "conversations_with_their_latest_message": lambda raw: dialogue_of(raw, HOST),
    "pushed_events": lambda raw: heard_of(event_in(raw, HOST, NOW), HOST, SOURCES),
}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60)
@given(data=st.data())
def test_an_odd_value_anywhere_costs_at_most_its_item(name: str, data: st.DataObject) -> None:
    item = json.loads((HERE / f"{name}.payload.json").read_bytes())[0]
    raw = data.draw(odd_items(item))
    good, bad = read_all([raw, json.dumps(item).encode()], READERS[name])
    assert len(good) + len(bad) == 2
    assert len(good) >= 1
