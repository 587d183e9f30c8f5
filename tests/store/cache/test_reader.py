"""Pages of a stream, conversations and totals."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from tests.store.cache.conftest import KEY
from tests.store.cache.sample import START, post, sighting


@pytest.fixture
def reader(writer: CacheWriter) -> Iterator[CacheReader]:
    reader = CacheReader.open(writer.database.path.parent, KEY)
    yield reader
    reader.close()


def stored(writer: CacheWriter, count: int, streams: tuple[int, ...] = (1,)) -> None:
    writer.ingest(
        [
            sighting(
                f"post {n}",
                remote_id=str(n),
                streams=streams,
                created_at=START - timedelta(seconds=count - n),
            )
            for n in range(count)
        ]
    )


def names(posts: list) -> list[int]:  # type: ignore[type-arg]
    return [int(found.post.remote_id) for found in posts]


def test_a_stream_is_walked_down_and_up_without_a_gap(
    writer: CacheWriter, reader: CacheReader
) -> None:
    stored(writer, 120)
    down, before = [], 0
    while page := reader.older(1, before, limit=25):
        down += names(page)
        before = page[-1].id
    assert down == list(range(119, -1, -1))
    up, after = [], before
    while page := reader.newer(1, after, limit=25):
        up = names(page) + up
        after = page[0].id
    assert up == down[:-1]


def test_a_stream_shows_only_its_own_posts(writer: CacheWriter, reader: CacheReader) -> None:
    stored(writer, 3)
    writer.ingest([sighting("other", remote_id="99", streams=(7,))])
    assert names(reader.older(7)) == [99]
    assert reader.older(8) == []


def test_a_post_comes_back_as_it_was_seen(writer: CacheWriter, reader: CacheReader) -> None:
    seen = sighting("as it was", remote_id="5", url="https://m.example/5", warning="noise")
    changes = writer.ingest([seen])
    (found,) = reader.posts(changes.new)
    assert found.post == replace(seen.post, raw=b"")
    assert (found.profiles, found.seen_at, found.gone_at, found.versions) == (
        (1,),
        seen.seen_at,
        None,
        1,
    )
    assert reader.payload(found.id) == seen.post.raw
    assert reader.payload(found.id + 1) is None


def test_a_conversation_is_read_in_order_of_time(writer: CacheWriter, reader: CacheReader) -> None:
    writer.ingest(
        [
            sighting("answer", remote_id="b", root="a", created_at=START + timedelta(seconds=2)),
            sighting("root", remote_id="a"),
            sighting("elsewhere", remote_id="c", root="z"),
        ]
    )
    assert [f.post.remote_id for f in reader.conversation("mastodon", "a")] == ["a", "b"]


def test_totals_tell_how_much_and_from_when(writer: CacheWriter, reader: CacheReader) -> None:
    assert reader.totals().posts == 0
    stored(writer, 10)
    totals = reader.totals()
    assert (totals.posts, totals.newest) == (10, START - timedelta(seconds=1))
    assert totals.oldest == START - timedelta(seconds=10)
    assert totals.size > 0


def test_many_threads_read_while_one_writes(writer: CacheWriter, reader: CacheReader) -> None:
    wrong: list[object] = []

    def read() -> None:
        for _ in range(20):
            ids = [found.id for found in reader.older(1, limit=200)]
            if ids != sorted(set(ids), reverse=True):
                wrong.append(ids)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for n in range(10):
        writer.ingest([sighting(f"n{n} {m}", remote_id=f"{n}-{m}") for m in range(30)])
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(reader.older(1, limit=1_000)) == 300


def test_a_false_date_in_the_future_does_not_sit_on_top(
    writer: CacheWriter, reader: CacheReader
) -> None:
    writer.ingest([sighting("liar", 10, remote_id="1", created_at=START + timedelta(days=900))])
    writer.ingest(
        [sighting("later", 400, remote_id="2", created_at=START + timedelta(seconds=390))]
    )
    assert names(reader.older(1)) == [2, 1]
    assert post().created_at == START
