"""What is tidied up in idle time, and that it comes to an end."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks.posts import sightings
from controlroom.model.post import Media, MediaKind
from controlroom.model.query.parse import parse
from controlroom.store.cache import details
from controlroom.store.cache.pace import Pace
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.retention import RetentionRule
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.statements import POST_COLUMNS
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.database import Database
from tests.store.cache.conftest import KEY
from tests.store.cache.dump import rows
from tests.store.cache.sample import post, sighting

_SEGMENTS = "SELECT count(DISTINCT segid) FROM post_text_idx"


def segments(writer: CacheWriter) -> int:
    with writer.database.read() as connection:
        return connection.exec_driver_sql(_SEGMENTS).scalar_one()


def run(writer: CacheWriter) -> int:
    steps = 0
    while writer.tidy_step():
        steps += 1
        assert steps < 1_000, "tidying does not end"
    return steps


def test_tidying_merges_and_changes_nothing_else(writer: CacheWriter) -> None:
    batch = list(sightings(1_000))
    for start in range(0, 1_000, 100):
        writer.ingest(batch[start : start + 100])
    before, full_text = segments(writer), rows(writer)
    assert run(writer) > 0
    assert segments(writer) < min(before, 5)
    assert rows(writer) == full_text


def test_nothing_is_written_where_nothing_has_changed(writer: CacheWriter) -> None:
    writer.ingest([sighting()])
    run(writer)
    with writer.database.read() as connection:
        seen = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        changes = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        assert not writer.tidy_step()
        assert connection.exec_driver_sql("PRAGMA data_version").scalar_one() == seen
        assert connection.exec_driver_sql("SELECT total_changes()").scalar_one() == changes


def test_every_change_makes_tidying_due(writer: CacheWriter) -> None:
    changes = [
        lambda: writer.ingest([sighting()]),
        lambda: writer.keep([1]),
        lambda: writer.remove_step(
            writer.plan_removal((RetentionRule("posts", 1),), sighting().seen_at)
        ),
    ]
    for change in changes:
        run(writer)
        assert not writer._tidying.due
        change()
        assert writer._tidying.due


def test_posts_due_are_found_by_their_new_words(writer: CacheWriter) -> None:
    (post_id,) = writer.ingest([sighting("Łódź")]).new
    with writer.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM post_text WHERE rowid = ?", (post_id,))
        connection.exec_driver_sql("INSERT INTO reindex_due VALUES (?), (?)", (post_id, 7))
    reader = CacheReader.open(writer.database.path.parent, KEY)
    try:
        assert not reader.search(parse("lodz"))
        run(writer)
        assert [hit.id for hit in reader.search(parse("lodz"))] == [post_id]
    finally:
        reader.close()
    with writer.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM reindex_due").scalar_one() == 0


def test_an_older_cache_learns_to_spell_letters_out(tmp_path: Path) -> None:
    older = replace(CACHE, migrations=CACHE.migrations[:3])
    texts = {1: ("Łódź", ""), 2: ("Lodge", ""), 3: ("Street", "a street called Hauptstraße")}
    with closing(Database.open(tmp_path, older, KEY, write=True)) as file, file.write() as old:
        old.exec_driver_sql("INSERT INTO network (id, key) VALUES (1, 'x')")
        old.exec_driver_sql(
            "INSERT INTO author (id, network_id, remote_id, handle, name, avatar_url, verified,"
            " automated, seen_ms) VALUES (1, 1, 'a', 'ada', 'Ada', '', 0, 0, 1)"
        )
        for number, (text, alt) in texts.items():
            seen = post(text, str(number), media=(Media(MediaKind.IMAGE, "https://m", alt=alt),))
            old.exec_driver_sql(
                f"INSERT INTO post ({POST_COLUMNS}) VALUES (?, 1, ?, 1, 'status', ?, 'pl', 0, 0, 0,"
                " 0, 0, 0, 0, 0, 1, '', '', '[]', '[]', 0, 0, 0, 0, 0, ?)",
                (number, str(number), text, details.pack(seen)),
            )
    with closing(CacheWriter.open(tmp_path, KEY)) as writer:
        with writer.database.read() as new:
            due = list(new.exec_driver_sql("SELECT id FROM reindex_due ORDER BY id").scalars())
        assert due == [1, 3]
        run(writer)
        with closing(CacheReader.open(tmp_path, KEY)) as reader:
            assert [hit.id for hit in reader.search(parse("lodz"))] == [1]
            assert [hit.id for hit in reader.search(parse("hauptstrasse"))] == [3]


def test_a_pace_shrinks_at_once_and_grows_slowly() -> None:
    pace = Pace(start=100, least=10, most=150, aim_s=0.1)
    pace.took(0.2)
    assert pace.size == 50
    pace.took(0.09)
    assert pace.size == 50
    pace.took(0.01)
    assert pace.size == 63
    for _ in range(20):
        pace.took(0.0)
    assert pace.size == 150
    pace.took(100.0)
    assert pace.size == 10
