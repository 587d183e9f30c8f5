"""What a network has deleted goes from the cache in time, and what is kept stays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.cached import CachedPost
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import Author, Media, MediaKind, Post
from controlroom.model.query.parse import parse
from controlroom.store.cache.duty import STEP, follow_deletions
from controlroom.store.cache.looking import LookList
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
H = timedelta(hours=1)
AUTHOR = Author("1", "ida", "Ida Quill")
MEDIA = (Media(MediaKind.IMAGE, "https://m.example/1.jpg", alt="the mill"),)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CacheWriter]:
    one = CacheWriter.open(tmp_path, b"k" * 32)
    yield one
    one.close()


def post(number: int, text: str = "fire at the mill", network: str = "x") -> Post:
    raw = f'{{"text":"{text}"}}'.encode()
    return Post(network, str(number), AUTHOR, text, NOW - H, media=MEDIA, raw=raw)


def see(writer: CacheWriter, *posts: Post, at: datetime = NOW) -> None:
    writer.ingest([Sighting(one, at, (1,), (7,)) for one in posts])


def miss(writer: CacheWriter, *numbers: int, at: datetime = NOW) -> None:
    writer.ingest([], [Disappearance("x", str(number), at) for number in numbers])


def follow(writer: CacheWriter, now: datetime, hours: int = 24) -> tuple[int, ...]:
    with writer.database.write() as connection:
        return follow_deletions(connection, "x", hours, now)


def stored(writer: CacheWriter) -> list[CachedPost]:
    return CacheReader(writer.database).older(7)


def test_a_deleted_post_is_emptied_when_its_time_has_come(writer: CacheWriter) -> None:
    see(writer, post(1))
    see(writer, post(1, "fire at the old mill"), at=NOW + H / 2)
    miss(writer, 1, at=NOW + H)
    assert follow(writer, NOW + 6 * H) == ()
    assert follow(writer, NOW + 7 * H) == (stored(writer)[0].id,)
    assert follow(writer, NOW + 8 * H) == ()
    (only,) = stored(writer)
    reader = CacheReader(writer.database)
    assert (only.post.text, only.post.media, only.versions) == ("", (), 1)
    assert only.gone_at == NOW + H
    assert reader.payload(only.id) is None
    assert len(reader.versions(only.id)) == 1
    assert reader.search(parse("mill")) == []
    assert [hit.id for hit in reader.search(parse("is:gone"))] == [only.id]


def test_a_post_missed_late_goes_before_the_time_since_it_was_last_seen_is_over(
    writer: CacheWriter,
) -> None:
    see(writer, post(1))
    miss(writer, 1, at=NOW + 20 * H)
    assert len(follow(writer, NOW + 20 * H)) == 1


def test_what_stands_is_kept_or_is_another_networks_is_left_alone(writer: CacheWriter) -> None:
    see(writer, post(1), post(2), post(3, network="mastodon"))
    kept = next(one.id for one in stored(writer) if one.post.remote_id == "2")
    writer.keep([kept])
    miss(writer, 2)
    writer.ingest([], [Disappearance("mastodon", "3", NOW + H)])
    assert follow(writer, NOW + 48 * H) == ()
    assert {one.post.text for one in stored(writer)} == {"fire at the mill"}


def test_a_post_that_comes_back_is_whole_again(writer: CacheWriter) -> None:
    see(writer, post(1))
    miss(writer, 1, at=NOW + H)
    follow(writer, NOW + 10 * H)
    see(writer, post(1), at=NOW + 11 * H)
    (only,) = stored(writer)
    assert only.gone_at is None
    assert only.post.text == "fire at the mill"
    assert len(CacheReader(writer.database).search(parse("mill"))) == 1


def test_many_go_in_steps(writer: CacheWriter) -> None:
    numbers = range(STEP + 5)
    see(writer, *(post(number) for number in numbers))
    miss(writer, *numbers, at=NOW + H)
    assert [len(follow(writer, NOW + 24 * H)) for _ in range(3)] == [STEP, 5, 0]


def test_second_looks_find_what_stands(writer: CacheWriter) -> None:
    see(writer, post(1), post(2), post(3))
    ids = {one.post.remote_id: one.id for one in stored(writer)}
    writer.keep([ids["2"]])
    miss(writer, 3, at=NOW + H)
    among = LookList(writer.database)
    later = NOW + 2 * H
    assert {one.remote_id for one in among.these(list(ids.values()))} == {"1", "2"}
    assert [one.remote_id for one in among.kept(later)] == ["2"]
    assert {one.remote_id for one in among.young(NOW - 2 * H, later)} == {"1", "2"}
    assert among.young(NOW, later) == []
    assert among.kept(NOW) == []
    first = among.these([ids["1"]])[0]
    assert (first.network, first.profiles, first.filed_at) == ("x", (1,), NOW - H)
