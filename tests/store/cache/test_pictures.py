"""Pictures are kept encrypted, up to a number of bytes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.store.cache.pictures import PictureKeeper, PictureList
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database

KEY = bytes(range(32))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"a picture of the ring road" * 40


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    one = Database.open(tmp_path, CACHE, KEY, write=True)
    yield one
    one.close()


def test_a_picture_is_read_as_it_was_kept_also_by_the_desk(
    database: Database, tmp_path: Path
) -> None:
    keeper = PictureKeeper(database)
    keeper.keep("https://m.example/1", PICTURE, NOW)
    desk = Database.open(tmp_path, CACHE, KEY, write=False)
    pictures = PictureList(desk)
    assert pictures.body("https://m.example/1") == PICTURE
    assert pictures.body("https://m.example/2") is None
    assert pictures.there(["https://m.example/2", "https://m.example/1"]) == ["https://m.example/1"]
    assert pictures.there([]) == []
    desk.close()


def test_a_picture_cannot_be_read_in_the_files(database: Database, tmp_path: Path) -> None:
    PictureKeeper(database).keep("https://m.example/1", PICTURE, NOW)
    database.checkpoint("TRUNCATE")
    held = b"".join(one.read_bytes() for one in tmp_path.iterdir() if one.is_file())
    assert b"ring road" not in held
    assert b"m.example" not in held


def test_a_cache_that_is_not_up_to_date_has_no_pictures_yet(database: Database) -> None:
    pictures = PictureList(database)
    with database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE picture RENAME TO elsewhere")
    assert pictures.body("https://m.example/1") is None
    with database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO picture")
    PictureKeeper(database).keep("https://m.example/1", PICTURE, NOW)
    assert pictures.body("https://m.example/1") == PICTURE


def test_those_used_longest_ago_go_first_and_in_small_steps(database: Database) -> None:
    keeper = PictureKeeper(database, limit=1_000)
    for number in range(50):
        keeper.keep(f"https://m.example/{number}", b"x" * 100, NOW + timedelta(seconds=number))
    keeper.use(["https://m.example/0"], NOW + timedelta(hours=2))
    steps = 1
    while keeper.free_step():
        steps += 1
    left = keeper.there(f"https://m.example/{number}" for number in range(50))
    assert left == [f"https://m.example/{number}" for number in (0, *range(41, 50))]
    assert (steps, keeper.bytes, keeper.free_step()) == (2, 1_000, False)


def test_a_picture_kept_twice_counts_once_also_after_a_restart(database: Database) -> None:
    keeper = PictureKeeper(database)
    keeper.keep("https://m.example/1", b"x" * 100, NOW)
    keeper.keep("https://m.example/1", b"y" * 70, NOW)
    assert keeper.bytes == PictureKeeper(database).bytes == 70
