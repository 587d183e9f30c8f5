"""The command that makes a stream: from the palette to the engine's order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post, Span, SpanKind
from controlroom.model.profile import Profile
from controlroom.model.stream import Reach, Source, SourceKind, Stream
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.streams.outlook import outlook_of
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


IDA = Profile(1, "x", "7", "westmarch")
TOM = Profile(2, "x", "8", "oldmere")


def hours_ago(number: float, text: str, **more: Any) -> Sighting:
    spans = (Span(SpanKind.MENTION, 0, 10, "westmarch"),) if "@westmarch" in text else ()
    author = more.pop("author", Author("1", "jo"))
    now = datetime.now(UTC)
    post = Post(
        "x", f"{text} {number}", author, text, now - timedelta(hours=number), spans=spans, **more
    )
    return Sighting(post, now)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[CacheReader]:
    writer = CacheWriter.open(tmp_path, KEY)
    ours = Author("7", "westmarch")
    writer.ingest(
        [
            *(hours_ago(n, "Fire at Oldmere") for n in range(70)),
            *(hours_ago(n, "@westmarch is the road open?") for n in range(28)),
            *(hours_ago(n, "The road is open", author=ours) for n in range(14)),
            *(hours_ago(n, "an answer", root="17", reply_to="17") for n in range(35)),
            *(hours_ago(n / 100, "the siren again") for n in range(2_400)),
        ]
    )
    writer.close()
    reader = CacheReader.open(tmp_path, KEY)
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("source", "a_day"),
    [
        (Source("x", SourceKind.SEARCH, 1, "fire"), 10),
        (Source("mastodon", SourceKind.SEARCH, 1, "fire"), None),
        (Source("x", SourceKind.SEARCH, 1, "fire ("), None),
        (Source("x", SourceKind.SEARCH, 1, "siren"), 2_400),
        (Source("x", SourceKind.MENTIONS, 1), 4),
        (Source("x", SourceKind.POSTS, 1), 2),
        (Source("x", SourceKind.CONVERSATION, 1, "17"), 5),
        (Source("x", SourceKind.HOME, 1), None),
        (Source("x", SourceKind.LIST, 1, "9"), None),
        (Source("x", SourceKind.MENTIONS, 2), None),
    ],
)
def test_what_a_source_brings_a_day_is_told_from_the_cache(
    cache: CacheReader, source: Source, a_day: float | None
) -> None:
    told = outlook_of(cache, [IDA, TOM], []).of([source])
    assert told == (None if a_day is None else pytest.approx(a_day, rel=0.05))


def test_a_source_nobody_has_read_is_told_from_others_of_its_kind(cache: CacheReader) -> None:
    read = Source("x", SourceKind.MENTIONS, 1)
    outlook = outlook_of(cache, [IDA, TOM], [Stream(1, "Ours", (read,))])
    assert outlook.read == {read}
    assert outlook.of([Source("x", SourceKind.MENTIONS, 2)]) == 4
    assert outlook.of([Source("x", SourceKind.MESSAGES, 2)]) is None
