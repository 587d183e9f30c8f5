"""Of the posts that have just come, those that fit a query are found, and no others."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post
from controlroom.model.query.parse import parse
from controlroom.model.stream import Stream
from controlroom.store.cache.newly import fitting
from controlroom.store.cache.sources import SourceKeeper
from controlroom.store.cache.writer import CacheWriter

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CacheWriter]:
    one = CacheWriter.open(tmp_path, KEY)
    yield one
    one.close()


def came(writer: CacheWriter, first: int, number: int, stream: int = 0) -> tuple[int, ...]:
    sightings = []
    for n in range(first, first + number):
        text = "Fire at Oldmere" if n % 10 == 0 else "Traffic on the bridge"
        post = Post("x", str(n), Author("1", "jo"), text, NOON + timedelta(seconds=n))
        sightings.append(Sighting(post, NOON + timedelta(days=1), (), (stream,) if stream else ()))
    return writer.ingest(sightings).new


def test_only_what_has_just_come_is_told(writer: CacheWriter) -> None:
    came(writer, 0, 100)
    new = came(writer, 100, 30)
    found = fitting(writer.database, parse("fire"), new)
    assert found.ids == tuple(one for one in reversed(new[::10]))
    assert not found.more


def test_beginnings_and_everything_are_answered_alike(writer: CacheWriter) -> None:
    new = came(writer, 0, 30)
    assert len(fitting(writer.database, parse("old*"), new).ids) == 3
    assert len(fitting(writer.database, parse(""), new).ids) == 30
    assert fitting(writer.database, parse(""), ()).ids == ()


def test_a_stream_narrows_what_fits(writer: CacheWriter) -> None:
    stream = SourceKeeper(writer.database).save_stream(Stream(0, "Fires"))
    beside, within = came(writer, 0, 20), came(writer, 20, 20, stream)
    found = fitting(writer.database, parse("fire"), (*beside, *within), stream=stream)
    assert set(found.ids) == {within[0], within[10]}


def test_an_older_post_that_comes_late_is_found_too(writer: CacheWriter) -> None:
    came(writer, 1, 50)
    late = came(writer, 0, 1)
    assert fitting(writer.database, parse("fire"), late).ids == late


def test_more_than_are_looked_at_is_said(writer: CacheWriter) -> None:
    new = came(writer, 0, 100)
    found = fitting(writer.database, parse("fire"), new, most=4)
    assert len(found.ids) == 4
    assert found.more
