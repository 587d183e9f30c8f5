"""Private messages without the right to them are not given back, whoever asks and however."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from controlroom.model.post import PostKind
from controlroom.model.query.parse import parse
from controlroom.model.query.tree import Everything
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.veil import OPEN, Veil
from controlroom.store.cache.writer import CacheWriter
from tests.store.cache.conftest import KEY
from tests.store.cache.sample import START, sighting

NOBODY = Veil(frozenset())
ONE = Veil(frozenset({1}))


@pytest.fixture
def reader(writer: CacheWriter) -> Iterator[CacheReader]:
    """Of thirty posts every third is a message to profile 2, every other of those to profile 1."""
    writer.ingest(
        [
            sighting(
                f"words {n}",
                remote_id=str(n),
                profiles=(1 if n % 6 == 0 else 2,),
                created_at=START - timedelta(seconds=30 - n),
                kind=PostKind.MESSAGE if n % 3 == 0 else PostKind.STATUS,
                root="0" if n in (0, 3, 4) else "",
            )
            for n in range(30)
        ]
    )
    reader = CacheReader.open(writer.database.path.parent, KEY)
    yield reader
    reader.close()


def seen(veil: Veil) -> set[int]:
    if veil is OPEN:
        return set(range(30))
    return {n for n in range(30) if n % 3 or (veil is ONE and n % 6 == 0)}


def names(posts: list) -> list[int]:  # type: ignore[type-arg]
    return [int(found.post.remote_id) for found in posts]


@pytest.mark.parametrize("veil", [OPEN, NOBODY, ONE])
def test_a_stream_is_walked_both_ways_without_them(reader: CacheReader, veil: Veil) -> None:
    reader.veil = veil
    down, before = [], 0
    while page := reader.older(1, before, limit=4):
        down += names(page)
        before = page[-1].id
    assert down == sorted(seen(veil), reverse=True)
    up, after = [], before - 1
    while page := reader.newer(1, after, limit=4):
        up = names(page) + up
        after = page[0].id
    assert up == down


@pytest.mark.parametrize("veil", [OPEN, NOBODY, ONE])
def test_a_page_is_as_long_as_asked_for(reader: CacheReader, veil: Veil) -> None:
    reader.veil = veil
    newest = reader.older(1, limit=10)
    assert len(newest) == 10
    assert len(reader.newer(1, newest[-1].id, limit=5)) == 5


@pytest.mark.parametrize("veil", [OPEN, NOBODY, ONE])
@pytest.mark.parametrize("query", ["", "words", "is:message", "words -is:repost since:2026-01-01"])
def test_searches_counts_facets_and_bars_know_nothing_of_them(
    reader: CacheReader, veil: Veil, query: str
) -> None:
    node = parse(query) if query else Everything()
    reader.veil = veil
    hits = names(reader.search(node, limit=50))
    wanted = {n for n in seen(veil) if query != "is:message" or n % 3 == 0}
    assert set(hits) == wanted
    assert reader.count(node).number == len(wanted)
    histogram = reader.histogram(node)
    assert (sum(histogram.counts) if histogram else 0) == len(wanted)
    assert reader.facets(node).counted == len(wanted)


def test_ids_and_conversations_give_nothing_away(reader: CacheReader) -> None:
    ids = [one.id for one in reader.older(1, limit=30)]
    reader.veil = ONE
    assert set(names(reader.posts(ids))) == seen(ONE)
    assert names(reader.conversation("mastodon", "0")) == [0, 4]
    reader.veil = OPEN
    assert names(reader.conversation("mastodon", "0")) == [0, 3, 4]
