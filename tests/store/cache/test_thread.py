"""Conversations and authors, read from a real cache."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.cached import CachedPost
from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post
from controlroom.model.profile import Profile
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.thread import Threads
from controlroom.store.cache.writer import CacheWriter

KEY = bytes(range(32))
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CacheWriter]:
    one = CacheWriter.open(tmp_path, KEY)
    one.save_profile(Profile(0, "mastodon", "us", "WestmarchRoads"))
    yield one
    one.close()


@pytest.fixture
def reader(writer: CacheWriter, tmp_path: Path) -> Iterator[CacheReader]:
    one = CacheReader.open(tmp_path, KEY)
    yield one
    one.close()


def publish(
    writer: CacheWriter,
    number: int,
    reply_to: int | str = "",
    root: str = "",
    author: str = "a",
    language: str = "en",
    network: str = "mastodon",
) -> None:
    at = NOON + timedelta(minutes=number)
    post = Post(
        network, str(number), Author(author, f"@{author}", author.upper()), f"Post {number}", at,
        reply_to=str(reply_to), root=root, language=language,
    )  # fmt: skip
    writer.ingest([Sighting(post, at, (1,), (1,))])


def stored(reader: CacheReader, number: int) -> CachedPost:
    return next(one for one in reader.older(1, 0, 500) if one.post.remote_id == str(number))


def numbers(posts: list[CachedPost]) -> list[int]:
    return [int(one.post.remote_id) for one in posts]


def test_a_conversation_with_roots_is_found_from_any_of_its_posts(
    writer: CacheWriter, reader: CacheReader
) -> None:
    publish(writer, 1, network="bluesky")
    publish(writer, 2, 1, root="1", network="bluesky")
    publish(writer, 3, 2, root="1", network="bluesky")
    publish(writer, 4, network="bluesky")
    for number in (1, 2, 3):
        assert numbers(Threads(reader.database).around(stored(reader, number))) == [1, 2, 3]
    assert numbers(Threads(reader.database).around(stored(reader, 4))) == [4]


def test_without_roots_it_is_followed_up_and_down(writer: CacheWriter, reader: CacheReader) -> None:
    for number, above in ((1, ""), (2, 1), (3, 2), (4, 3), (5, 1), (6, ""), (7, 6)):
        publish(writer, number, above)
    threads = Threads(reader.database)
    for number in (1, 3, 4, 5):
        assert numbers(threads.around(stored(reader, number))) == [1, 2, 3, 4, 5]
    assert numbers(threads.around(stored(reader, 7))) == [6, 7]


def test_answers_to_a_post_that_is_not_held_still_show(
    writer: CacheWriter, reader: CacheReader
) -> None:
    publish(writer, 2, 99)
    publish(writer, 3, 2)
    assert numbers(Threads(reader.database).around(stored(reader, 2))) == [2, 3]


def test_posts_that_claim_to_answer_each_other_do_no_harm(
    writer: CacheWriter, reader: CacheReader
) -> None:
    publish(writer, 1, 2)
    publish(writer, 2, 1)
    assert numbers(Threads(reader.database).around(stored(reader, 1))) == [1, 2]


def test_numbers_of_another_network_do_not_mix(writer: CacheWriter, reader: CacheReader) -> None:
    publish(writer, 1)
    publish(writer, 2, 1)
    publish(writer, 3, 1, root="1", network="x")
    assert numbers(Threads(reader.database).around(stored(reader, 1))) == [1, 2]


def test_everything_held_of_an_author_is_told(writer: CacheWriter, reader: CacheReader) -> None:
    for number in range(1, 21):
        publish(writer, number, author="kop", language="pl" if number < 5 else "en")
    publish(writer, 30, author="kop", network="x")
    publish(writer, 31, author="other")
    known = Threads(reader.database).author("mastodon", "kop", newest=3)
    assert (known.posts, known.more) == (20, False)
    assert (known.first, known.last) == (NOON + timedelta(minutes=1), NOON + timedelta(minutes=20))
    assert known.languages == ("en", "pl")
    assert known.profiles == (1,)
    assert numbers(list(known.newest)) == [20, 19, 18]


def test_an_author_nobody_knows_has_nothing(writer: CacheWriter, reader: CacheReader) -> None:
    known = Threads(reader.database).author("mastodon", "nobody")
    assert (known.posts, known.first, known.newest) == (0, None, ())


def test_answers_without_a_root_are_found_by_an_index(writer: CacheWriter) -> None:
    """However large the cache is: no more posts are looked at than are found."""
    from controlroom.store.cache import thread

    with writer.database.read() as connection:
        plan = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {thread._ANSWERS}", ("mastodon", '["1"]', 10)
        )
        steps = [row[-1] for row in plan]
    assert any("post_answers (network_id=? AND reply_to=?)" in step for step in steps), steps
    assert not any(step.startswith("SCAN p") for step in steps)
