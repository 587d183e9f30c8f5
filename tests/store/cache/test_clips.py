"""Clips lie sealed beside the cache, which alone can open them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.store.cache.clips import BLOCK, FOLDER, ClipKeeper, ClipList
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BODY = b"SENTINEL" * 100_000


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    one = Database.open(tmp_path, CACHE, bytes(32), write=True)
    yield one
    one.close()


def keep(keeper: ClipKeeper, address: str, body: bytes = BODY, minutes: int = 0) -> Path:
    draft = keeper.begin()
    for start in range(0, len(body), 50_000):
        draft.write(body[start : start + 50_000])
    draft.end()
    keeper.keep(draft, address, NOW + timedelta(minutes=minutes))
    return draft.path


@pytest.mark.parametrize("size", [1, BLOCK - 1, BLOCK, BLOCK + 1, len(BODY)])
def test_a_clip_comes_back_as_it_was_written(database: Database, size: int) -> None:
    keep(ClipKeeper(database), "a", BODY[:size])
    assert ClipList(database).is_there("a")
    assert ClipList(database).body("a") == BODY[:size]
    assert ClipList(database).body("b") is None


def test_nothing_of_it_can_be_read_from_the_disk(database: Database, tmp_path: Path) -> None:
    keep(ClipKeeper(database), "https://m.example/secret-name.mp4")
    [path] = (tmp_path / FOLDER).iterdir()
    assert b"SENTINEL" not in path.read_bytes()
    assert "secret" not in path.name
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["changed", "cut", "swapped", "gone"])
def test_a_file_that_was_tampered_with_is_not_there(database: Database, damage: str) -> None:
    path = keep(ClipKeeper(database), "a")
    body = path.read_bytes()
    block = BLOCK + 16
    match damage:
        case "changed":
            path.write_bytes(body[:100] + b"X" + body[101:])
        case "cut":
            path.write_bytes(body[:block])
        case "swapped":
            path.write_bytes(body[block : 2 * block] + body[:block] + body[2 * block :])
        case _:
            path.unlink()
    assert ClipList(database).body("a") is None


def test_a_newer_fetch_takes_the_place_of_the_older_one(database: Database, tmp_path: Path) -> None:
    keeper = ClipKeeper(database)
    keep(keeper, "a")
    keep(keeper, "a", b"short")
    assert keeper.body("a") == b"short"
    assert keeper.bytes == 5
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_what_was_played_longest_ago_goes_first(database: Database, tmp_path: Path) -> None:
    keeper = ClipKeeper(database, limit=2 * len(BODY))
    for minutes, name in enumerate("abc"):
        keep(keeper, name, minutes=minutes)
    keeper.use("a", NOW + timedelta(hours=1))
    assert not keeper.free_step()
    assert [keeper.is_there(name) for name in "abc"] == [True, False, True]
    assert len(list((tmp_path / FOLDER).iterdir())) == 2


def test_what_a_killed_engine_left_over_goes_at_the_next_start(
    database: Database, tmp_path: Path
) -> None:
    keeper = ClipKeeper(database)
    kept, half = keep(keeper, "a"), keeper.begin()
    half.write(BODY)
    assert half.path.exists()
    again = ClipKeeper(database)
    assert not half.path.exists()
    assert kept.exists()
    assert again.bytes == len(BODY)
    half.drop()
