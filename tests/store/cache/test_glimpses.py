"""Posts at a glance tell the same as the posts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.changes import Changes, Sighting
from controlroom.model.post import Author, Media, MediaKind, Post, PostKind, Span, SpanKind
from controlroom.store.cache.glimpses import Glimpses, glimpse_of
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.veil import Veil
from controlroom.store.cache.writer import CacheWriter

KEY = bytes(range(32))
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
PICTURE = (Media(MediaKind.IMAGE, "https://m.example/1"),)
SPANS = (Span(SpanKind.HASHTAG, 0, 4, "M97"),)


def posts() -> list[Post]:
    people = [Author("a", "ida"), Author("b", "press", followers=9_000), Author("", "")]
    return [
        Post("x", str(n), people[n % 3], f"#M97 “{n}”\n🔥", NOON + timedelta(seconds=n),
             media=PICTURE if n % 4 == 0 else (), spans=SPANS if n % 2 else (),
             kind=PostKind.MESSAGE if n % 5 == 0 else PostKind.STATUS)
        for n in range(20)
    ]  # fmt: skip


@pytest.fixture
def stored(tmp_path: Path) -> Changes:
    writer = CacheWriter.open(tmp_path, KEY)
    changes = writer.ingest([Sighting(one, NOON, (3,), (1,)) for one in posts()])
    writer.close()
    return changes


@pytest.fixture
def reader(tmp_path: Path, stored: Changes) -> Iterator[CacheReader]:
    one = CacheReader.open(tmp_path, KEY)
    yield one
    one.close()


def test_a_glimpse_tells_what_the_post_tells(reader: CacheReader, stored: Changes) -> None:
    glimpses = Glimpses(reader).of([*stored.new, 12345])
    whole = reader.posts(stored.new)
    assert {one.id: one for one in glimpses} == {one.id: glimpse_of(one) for one in whole}
    assert sum(one.has_media for one in glimpses) == 5
    assert max(one.followers for one in glimpses) == 9_000
    assert Glimpses(reader).of([]) == []


def test_a_message_nobody_may_read_is_not_seen_either(reader: CacheReader, stored: Changes) -> None:
    reader.veil = Veil(frozenset({8}))
    assert len(Glimpses(reader).of(stored.new)) == 16
    reader.veil = Veil(frozenset({3}))
    assert len(Glimpses(reader).of(stored.new)) == 20
