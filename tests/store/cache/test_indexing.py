"""The full text that is written in a thread of its own: nothing of it is lost, and no error."""

from dataclasses import replace
from threading import active_count

import pytest
from sqlcipher3 import dbapi2

from benchmarks.posts import sightings
from controlroom.model.query.tree import Everything
from controlroom.store.cache import indexing
from controlroom.store.cache.payloads import Payloads
from controlroom.store.cache.search import count
from controlroom.store.cache.writer import CacheWriter

BATCH = list(sightings(200))
"""As many as go by one statement."""
COUNTS = """SELECT (SELECT count(*) FROM post), (SELECT count(*) FROM author),
    (SELECT count(*) FROM payload), (SELECT count(*) FROM post_text_docsize)"""


def counts(writer: CacheWriter) -> tuple[int, ...]:
    with writer.database.read() as connection:
        return tuple(connection.exec_driver_sql(COUNTS).one())


def found(writer: CacheWriter) -> int:
    with writer.database.read() as connection:
        return count(connection, Everything(), stream=0).number


def test_an_error_of_that_thread_fails_the_batch_and_nothing_is_left(
    writer: CacheWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "INDEX", "INSERT INTO nowhere VALUES (?, ?, ?, ?, ?, ?, ?)")
        with pytest.raises(dbapi2.OperationalError, match="nowhere"):
            writer.ingest(BATCH)
    assert counts(writer) == (0, 0, 0, 0)
    assert len(writer.ingest(BATCH).new) == len(BATCH)
    assert found(writer) == len(BATCH)


def test_a_batch_that_fails_beside_it_waits_for_it_and_may_be_tried_again(
    writer: CacheWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Payloads, payload: bytes) -> bytes:
        raise MemoryError

    before = active_count()
    with monkeypatch.context() as patch:
        patch.setattr(Payloads, "compress", full)
        with pytest.raises(MemoryError):
            writer.ingest(BATCH)
    assert active_count() == before
    assert counts(writer) == (0, 0, 0, 0)
    assert len(writer.ingest(BATCH).new) == len(BATCH)
    assert found(writer) == len(BATCH)


def test_text_that_cannot_be_stored_is_mended_on_either_side(writer: CacheWriter) -> None:
    bad = [replace(s, post=replace(s.post, text=s.post.text + "\ud83d")) for s in BATCH]
    assert len(writer.ingest(bad).new) == len(BATCH)
    assert found(writer) == len(BATCH)
    assert counts(writer)[0] == counts(writer)[3] == len(BATCH)
