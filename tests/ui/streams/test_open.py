"""The command that makes a stream: from the palette to the engine's order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post
from controlroom.model.stream import Reach, SourceKind
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.streams.draft import Draft
from controlroom.ui.streams.open import expecting
from controlroom.ui.streams.panel import NewStream
from tests.ui.profiles.force import KEY, Engine, House, force


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    one = force(tmp_path, count=3)
    yield one
    one.close()


def test_the_command_opens_the_panel_and_the_engine_saves_what_it_makes(
    desk: DeskWindow, house: House
) -> None:
    engine = Engine(desk.line, house)
    desk.house = house
    desk.commands.run("new-stream")
    assert desk.layers.top() is None
    assert desk.line.offers
    desk.commands.run("new-stream")
    panel = desk.layers.top()
    assert isinstance(panel, NewStream)
    panel.take.click()
    (saved,) = engine.said("save_stream")
    assert saved.reaches == (Reach(SourceKind.MENTIONS),)
    desk.house = None


def test_what_a_search_brings_a_day_is_told_from_the_cache(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    posts = [
        Post("x", str(n), Author("1", "jo"), "Fire at Oldmere", now - timedelta(hours=n))
        for n in range(70)
    ]
    writer = CacheWriter.open(tmp_path, KEY)
    writer.ingest([Sighting(post, now) for post in posts])
    writer.close()
    reader = CacheReader.open(tmp_path, KEY)
    expected = expecting(reader)
    assert expected(Draft(SourceKind.SEARCH, term="fire")) == 10
    assert expected(Draft(SourceKind.SEARCH, term="fire", network="mastodon")) == 0
    assert expected(Draft(SourceKind.SEARCH, term="fire (")) is None
    assert expected(Draft(SourceKind.MENTIONS)) is None
    reader.close()
