"""How rows reach the file: many by one statement, and values as the driver takes them quickest."""

from dataclasses import replace

import pytest

from benchmarks.posts import sightings
from controlroom.model.post import Metrics
from controlroom.store.cache.writer import CacheWriter

TYPES = "SELECT DISTINCT typeof(views), typeof(likes), typeof(details) FROM post"
COUNTS = """SELECT (SELECT count(*) FROM post), (SELECT count(*) FROM payload),
    (SELECT count(*) FROM post_text_docsize),
    (SELECT count(*) FROM post_text WHERE post_text MATCH 'tags : all')"""


@pytest.mark.parametrize("size", [1, 99, 100, 730, 1_101])
def test_no_post_of_a_batch_of_any_size_is_left_out(writer: CacheWriter, size: int) -> None:
    batch = list(sightings(size))
    assert len(writer.ingest(batch).new) == size
    with writer.database.read() as connection:
        assert tuple(connection.exec_driver_sql(COUNTS).one()) == (size,) * 4
        members = connection.exec_driver_sql("SELECT count(*) FROM stream_post").scalar_one()
    assert members == sum(len(one.streams) for one in batch)


def test_a_figure_that_is_not_told_is_stored_as_nothing(writer: CacheWriter) -> None:
    batch = [replace(s, post=replace(s.post, metrics=Metrics(likes=3))) for s in sightings(130)]
    writer.ingest(batch)
    with writer.database.read() as connection:
        rows = connection.exec_driver_sql(TYPES).all()
    assert [tuple(row) for row in rows] == [("null", "integer", "blob")]
