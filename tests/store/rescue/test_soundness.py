import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from controlroom.store.database import connect
from controlroom.store.pages import PAGE
from controlroom.store.rescue.soundness import Soundness, State, soundness
from tests.store.rescue.damage import content_of, flipped, page_of

TABLES = ("post", "payload", "author", "stream_post")


def test_a_sound_file_is_sound_and_every_page_was_read(cache: Path, key: bytes) -> None:
    told: list[tuple[int, int]] = []
    found = soundness(cache, key, progress=lambda done, total: told.append((done, total)))
    pages = cache.stat().st_size // PAGE
    assert found == Soundness(State.SOUND, pages, pages)
    assert found.complete
    assert told[-1] == (pages, pages)


@pytest.mark.parametrize("flips", [200, pytest.param(1000, marks=pytest.mark.long)])
def test_every_flipped_byte_is_found_and_no_wrong_row_is_ever_read(
    flips: int, small_cache: Path, key: bytes, tmp_path: Path
) -> None:
    truth = content_of(small_cache, key)
    chance = random.Random(flips)
    for number in range(flips):
        at = chance.randrange(small_cache.stat().st_size)
        path = flipped(small_cache, tmp_path / str(number), {at: chance.randrange(1, 256)})
        found = soundness(path, key)
        assert found.state is State.DAMAGED
        assert found.broken == (page_of(at),)
        for table in TABLES:
            assert readable(path, key, table) <= truth[table]
        path.unlink()


def readable(path: Path, key: bytes, table: str) -> set[tuple[object, ...]]:
    """Returns what a reader is given of a table before it is told of damage."""
    rows: set[tuple[object, ...]] = set()
    with closing(connect(path, key, write=False, resting=True)) as connection:
        try:
            for row in connection.execute(f"SELECT * FROM {table}"):
                rows.add(row)
        except dbapi2.DatabaseError:
            return rows
    return rows


def test_a_quick_check_reads_the_first_pages_and_a_spread_of_the_others(
    key: bytes, cache: Path, tmp_path: Path
) -> None:
    at = {2 * PAGE + 7: 1, 3 * PAGE + 7: 1}
    path = flipped(cache, tmp_path / "first", at)
    assert soundness(path, key, whole=False).broken == (3, 4)
    path = flipped(cache, tmp_path / "last", {cache.stat().st_size - 1: 1})
    found = soundness(path, key, whole=False)
    assert found.broken == (path.stat().st_size // PAGE,)


def test_what_is_not_a_sound_file_of_ours_is_told_apart(
    cache: Path, key: bytes, tmp_path: Path
) -> None:
    assert soundness(tmp_path / "none", key).state is State.ABSENT
    assert soundness(tmp_path, key).state is State.NOT_OURS
    (tmp_path / "empty").touch()
    assert soundness(tmp_path / "empty", key).state is State.EMPTY
    other = sqlite3.connect(tmp_path / "plain")
    other.execute("CREATE TABLE theirs (a)")
    other.close()
    assert soundness(tmp_path / "plain", key).state is State.NOT_OURS
    assert soundness(cache, bytes(32)).state is State.WRONG_KEY


@pytest.mark.parametrize("cut", [1, PAGE // 2, PAGE - 1])
def test_a_file_that_ends_within_a_page_is_damaged(
    cut: int, cache: Path, key: bytes, tmp_path: Path
) -> None:
    path = flipped(cache, tmp_path / "cut", {})
    os.truncate(path, path.stat().st_size - cut)
    assert soundness(path, key).broken == (cache.stat().st_size // PAGE,)


@pytest.mark.parametrize("at", range(16))
def test_a_damaged_salt_is_told_from_a_wrong_key(
    at: int, desk: Path, key: bytes, tmp_path: Path
) -> None:
    path = flipped(desk, tmp_path / "salt", {at: 0x81})
    assert soundness(path, key).state is State.DAMAGED
    assert soundness(path, key).broken == (1,)
    assert soundness(path, bytes(32)).state is State.WRONG_KEY


def test_a_check_leaves_no_trace(cache: Path, key: bytes, tmp_path: Path) -> None:
    path = flipped(cache, tmp_path / "here", {50_000: 1})
    before = path.read_bytes(), path.stat().st_mtime_ns
    soundness(path, key)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(path.parent.iterdir()) == [path]
