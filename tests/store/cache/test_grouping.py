"""Hits by conversation, page by page, from a real cache."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post, PostKind
from controlroom.model.profile import Profile
from controlroom.model.query.parse import parse
from controlroom.model.query.tree import And, Everything, Node, Since, Until
from controlroom.store.cache import grouping
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.veil import Veil
from controlroom.store.cache.writer import CacheWriter

KEY = bytes(range(32))
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
Page = tuple[tuple[int, ...], int]


def said(number: int, root: str = "", text: str = "van", **other: object) -> Sighting:
    at = NOON + timedelta(minutes=number)
    values = {"network": "mastodon", "reply_to": root, "root": root} | other
    made = Post(
        remote_id=str(number), author=Author("a", "@a", "A"), text=f"{text} {number}",
        created_at=at, **values,
    )  # type: ignore[arg-type]  # fmt: skip
    return Sighting(made, at, (1,), (1,))


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


def every(ids: Sequence[int]) -> Sequence[int]:
    return ids


def grouped(reader: CacheReader, node: Node, limit: int = 24) -> list[Page]:
    """Returns all conversations: the numbers of their hits, and the number they begin with."""
    found, before, last = [], 0, False
    while not last:
        page = reader.conversations(node, every, before=before, limit=limit)
        before, last = page.before, page.last
        for one in page.conversations:
            opening = int(one.opening.post.remote_id) if one.opening else 0
            found.append((tuple(int(each.post.remote_id) for each in one.posts), opening))
    return found


def test_a_conversation_stands_where_its_newest_hit_is(
    writer: CacheWriter, reader: CacheReader
) -> None:
    writer.ingest(
        [said(1), said(2, "1"), said(3), said(4, "1", "bus"), said(5, "3"), said(6), said(7, "1")]
    )
    assert grouped(reader, parse("van")) == [((7, 2, 1), 1), ((6,), 6), ((5, 3), 3)]
    assert grouped(reader, parse("bus")) == [((4,), 1)]
    assert grouped(reader, parse("tram")) == []


def test_the_beginning_need_not_be_held_or_seen(writer: CacheWriter, reader: CacheReader) -> None:
    private = {"kind": PostKind.MESSAGE}
    writer.ingest([said(2, "1"), said(3, "1"), said(4, **private), said(5, "4")])
    assert grouped(reader, Everything()) == [((5, 4), 4), ((3, 2), 0)]
    reader.veil = Veil(frozenset())
    assert grouped(reader, Everything()) == [((5,), 0), ((3, 2), 0)]


def test_pages_of_any_size_give_each_hit_once(writer: CacheWriter, reader: CacheReader) -> None:
    made = [said(at, str(at % 7 + 1) if at > 8 and at % 3 else "") for at in range(1, 200)]
    made += [said(500 + at, str(at % 5 + 1), network="x") for at in range(20)]
    writer.ingest(made)
    everything = grouped(reader, Everything(), 1_000)
    expected = defaultdict(list)
    for one in made:
        root = one.post.root or one.post.remote_id
        expected[one.post.network, root].append(int(one.post.remote_id))
    assert sorted(sorted(posts) for posts, _ in everything) == sorted(expected.values())
    leads = [posts[0] for posts, _ in everything]
    assert leads == sorted(leads, reverse=True)
    for limit in (1, 2, 7):
        assert grouped(reader, Everything(), limit) == everything


def test_older_hits_of_a_very_long_conversation_are_not_lost(
    writer: CacheWriter, reader: CacheReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "MOST", 4)
    writer.ingest([said(1), *(said(at, "1") for at in range(2, 10))])
    assert grouped(reader, parse("van")) == [
        ((9, 8, 7, 6, 1), 1), ((5,), 0), ((4,), 0), ((3,), 0), ((2,), 0),
    ]  # fmt: skip
    first = reader.conversations(parse("van"), every, limit=1)
    assert first.conversations[0].hits.more


def test_a_beginning_a_range_of_time_and_a_word_that_is_excluded_hold_for_all_of_them(
    writer: CacheWriter, reader: CacheReader
) -> None:
    writer.ingest([said(1), said(2, "1", "vanish"), said(3, "1", "bus"), said(4, "1"), said(5)])
    assert grouped(reader, parse("van*")) == [((5,), 5), ((4, 2, 1), 1)]
    assert grouped(reader, parse("van* -vanish")) == [((5,), 5), ((4, 1), 1)]
    within = Since(NOON + timedelta(minutes=2)), Until(NOON + timedelta(minutes=5))
    assert grouped(reader, And((*within, parse("-bus")))) == [((4, 2), 1)]


def test_only_what_is_wanted_of_a_conversation_is_read(
    writer: CacheWriter, reader: CacheReader
) -> None:
    writer.ingest([said(1), *(said(at, "1") for at in range(2, 10))])
    page = reader.conversations(parse("van"), lambda ids: ids[:2])
    (one,) = page.conversations
    assert len(one.posts) == 2
    assert (one.hits.number, one.hits.more) == (9, False)
    assert one.opening is not None
