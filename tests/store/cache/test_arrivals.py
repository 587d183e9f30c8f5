"""Counting what came into a stream, without its posts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post
from controlroom.store.cache.arrivals import _AMONG, Arrivals
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter

KEY = bytes(range(32))
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


def test_arrivals_are_counted_by_stream_and_by_step(tmp_path: Path) -> None:
    writer = CacheWriter.open(tmp_path, KEY)
    made = [
        Sighting(
            Post("x", str(n), Author("a", "a"), "t", NOON + timedelta(seconds=20 * n)),
            NOON + timedelta(hours=1), (), (1 + n % 2,),
        )
        for n in range(12)
    ]  # fmt: skip
    changes = writer.ingest(made)
    writer.close()
    reader = CacheReader.open(tmp_path, KEY)
    arrivals = Arrivals(reader.database)
    assert len(arrivals.among(1, changes.new)) == 6
    assert arrivals.among(7, changes.new) == []
    assert arrivals.among(1, [1, 2, 3]) == []
    noon = int(NOON.timestamp())
    assert arrivals.by_step(1, NOON, 60) == {noon: 2, noon + 60: 1, noon + 120: 2, noon + 180: 1}
    assert arrivals.by_step(2, NOON + timedelta(seconds=100), 60) == {noon + 60: 1, noon + 120: 1,
                                                                      noon + 180: 2}  # fmt: skip
    reader.close()


def test_a_long_list_is_not_read_for_a_few_posts(tmp_path: Path) -> None:
    writer = CacheWriter.open(tmp_path, KEY)
    with writer.database.read() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {_AMONG}", ("[1,2]", 1)).all()
    writer.close()
    [first, second] = [row[3] for row in plan]
    assert first.startswith("SCAN j")
    assert "stream_id=? AND post_id=?" in second
