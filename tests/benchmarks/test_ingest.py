"""The benchmark of ingest measures what it says: the same rows on both sides, every batch once."""

from pathlib import Path

import pytest

from benchmarks import ingest
from benchmarks.measure import KEY, percentile
from benchmarks.posts import sightings
from controlroom.store.cache.rows import Rows
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database

TABLES = ("post", "payload", "stream_post", "author", "post_text_docsize")


@pytest.fixture(autouse=True)
def rows_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes back at the end that the store notes its rows."""
    monkeypatch.setattr(Rows, "execute", Rows.execute)


def counts(folder: Path) -> dict[str, int]:
    database = Database.open(folder, CACHE, KEY, write=False)
    with database.read() as connection:
        counted = {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in TABLES
        }
    database.close()
    return counted


def test_both_sides_write_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "TURN", 1_000)
    ours, raw = tmp_path / "ours", tmp_path / "raw"
    ours.mkdir()
    raw.mkdir()
    figures = ingest.compare(1_300, ours, raw)
    assert counts(ours)["post"] == counts(ours)["payload"] == 1_300
    assert counts(raw) == counts(ours)
    assert figures["ratio"] == pytest.approx(
        figures["posts_per_s"] / figures["raw_posts_per_s"], rel=1e-6
    )
    assert len(figures["turns"]) == 2


def test_every_batch_is_in_one_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "TURN", 1_000)
    turns = list(ingest.turns(sightings(1_700)))
    assert [[len(batch) for batch in turn] for turn in turns] == [[500, 500], [500, 200]]
    told = [s.post.remote_id for turn in turns for batch in turn for s in batch]
    assert told == [s.post.remote_id for s in sightings(1_700)]


def test_growth_compares_the_end_with_the_beginning() -> None:
    assert ingest.growth([1.0] * 10 + [2.0] * 10) == 0.5
    assert ingest.growth([1.0]) == 1.0


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile([3, 1, 2], 1.0) == 3
