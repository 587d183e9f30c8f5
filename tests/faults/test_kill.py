"""kill -9 at any moment: nothing acknowledged is lost, no file is damaged, the next start works."""

import random
import shutil
import time
from pathlib import Path

import pytest

from controlroom.store.backup.listing import list_backups
from controlroom.store.backup.restore import verify
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.database import Database
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from controlroom.store.migrate import FileKind
from tests.faults.conftest import Doom
from tests.faults.doomed import BATCH, KEY, NOW, UnsentDraft, batches
from tests.faults.soundness import Schema, assert_sound, only, rows, schema

IN_INGEST = 120
IN_MIGRATION = 40
IN_BACKUP = 40
ROUND = 15
"""Kills per folder, so that the whole files can be checked after each."""


def killed_in_ingest(doom: Doom, folder: Path, start: int, chance: random.Random) -> list[str]:
    process = doom.start("ingest", folder, start)
    process.hear(chance.randrange(12))
    time.sleep(chance.random() * 0.012)
    return process.kill()


def test_ingest_killed_at_any_moment_loses_nothing(doom: Doom, tmp_path: Path, times: int) -> None:
    chance = random.Random(11)
    acknowledged: set[str] = set()
    for number in range(IN_INGEST * times):
        folder = tmp_path / str(number // ROUND)
        if not folder.exists():
            folder.mkdir()
            acknowledged.clear()
        acknowledged.update(killed_in_ingest(doom, folder, number, chance))
        assert_nothing_lost(folder, acknowledged)
    assert_work_goes_on(folder)


def assert_nothing_lost(folder: Path, acknowledged: set[str]) -> None:
    for kind, asked, word in (
        (CACHE, "SELECT remote_id FROM post", "batch"),
        (DESK, "SELECT id FROM draft", "draft"),
    ):
        if not (folder / kind.name).exists():
            assert not any(line.startswith(word) for line in acknowledged)
            continue
        assert_sound(folder, kind)
        if not schema(folder, kind)[0]:
            assert not any(line.startswith(word) for line in acknowledged)
            continue
        there = {row[0] for row in rows(folder, kind, asked)}
        promised = {line.split()[1] for line in acknowledged if line.startswith(word)}
        assert promised <= there
        if kind is CACHE:
            assert len(there) % BATCH == 0, "half a batch"
            texts = rows(folder, kind, "SELECT count(*) FROM post_text_docsize")
            assert texts == [(len(there),)], "posts without full text"


def assert_work_goes_on(folder: Path, start: int = 99_999) -> None:
    cache, desk = CacheWriter.open(folder, KEY), DeskStore.open(folder, KEY)
    assert len(cache.ingest(next(batches(start))).new) == BATCH
    desk.save_draft(UnsentDraft("last", b"words", NOW))
    assert desk.draft("last") is not None
    cache.close()
    desk.close()


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Schema]]:
    """The schemas a file may have: before its first migration and after each."""
    told = {}
    for kind in (CACHE, DESK):
        told[kind.name] = [((), frozenset())]
        for count in range(1, len(kind.migrations) + 1):
            folder = tmp_path_factory.mktemp("step")
            made_by(folder, only(kind, count))
            told[kind.name].append(schema(folder, kind))
    return told


def made_by(folder: Path, kind: FileKind) -> None:
    Database.open(folder, kind, KEY, write=True).close()


def assert_old_or_new(folder: Path, steps: dict[str, list[Schema]]) -> None:
    for kind in (CACHE, DESK):
        if (folder / kind.name).exists():
            assert schema(folder, kind) in steps[kind.name]
            assert_sound(folder, kind)


def test_migration_killed_at_any_moment_leaves_the_old_or_the_new_schema(
    doom: Doom, tmp_path: Path, times: int, steps: dict[str, list[Schema]]
) -> None:
    chance = random.Random(12)
    for number in range(IN_MIGRATION * times):
        folder = tmp_path / str(number)
        folder.mkdir()
        if number % 2:
            made_by(folder, only(CACHE, 1))
        process = doom.start("open_all", folder)
        process.hear(1)
        time.sleep(chance.random() * 0.04)
        process.kill()
        assert_old_or_new(folder, steps)
        assert_work_goes_on(folder)


def old_files(count: int, folder: Path) -> None:
    """Fills a folder with the files of a version that had so few migrations."""
    for kind in (CACHE, DESK):
        if 0 < count <= len(kind.migrations):
            made_by(folder, only(kind, count))


@pytest.mark.parametrize("since", [0, 1])
def test_migration_ended_after_every_single_statement(
    doom: Doom, tmp_path: Path, steps: dict[str, list[Schema]], since: int
) -> None:
    for statement in range(1, 500):
        folder = tmp_path / str(statement)
        folder.mkdir()
        old_files(since, folder)
        process = doom.start("open_all", folder, statement)
        told = process.wait()
        assert_old_or_new(folder, steps)
        CacheWriter.open(folder, KEY).close()
        assert schema(folder, CACHE) == steps[CACHE.name][-1]
        if "made" in told:
            break
        assert process.status != 0
        shutil.rmtree(folder)
    assert "made" in told
    assert statement > 3
    assert_work_goes_on(folder)


def test_backup_killed_at_any_moment_harms_neither_side(
    doom: Doom, tmp_path: Path, times: int
) -> None:
    chance = random.Random(13)
    for number in range(IN_BACKUP * times):
        place = tmp_path / str(number // ROUND)
        if not place.exists():
            (place / "data").mkdir(parents=True)
            killed_in_ingest(doom, place / "data", number, random.Random(5))
            assert_work_goes_on(place / "data", 99_998)
        process = doom.start("back_up", place / "data", number)
        process.hear(chance.randrange(4))
        time.sleep(chance.random() * 0.03)
        assert_backups_whole(place, process.kill())
    assert_work_goes_on(place / "data")


def assert_backups_whole(place: Path, told: list[str]) -> None:
    there = list_backups(place / "backups") if (place / "backups").exists() else []
    promised = {line.split(" ", 1)[1] for line in told if line.startswith("backup ")}
    assert promised <= {backup.folder.name for backup in there}
    for backup in there[-2:]:
        verify(backup.folder, KEY)
    for kind in (CACHE, DESK):
        assert_sound(place / "data", kind)
