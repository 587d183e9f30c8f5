"""Full disks, read-only folders, a second writer, a fork."""

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.posts import sightings
from controlroom.model.changes import Sighting
from controlroom.store.backup.listing import list_backups
from controlroom.store.backup.make import backup
from controlroom.store.backup.restore import verify
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from controlroom.store.errors import DiskFull, WrongKey
from controlroom.store.lock import AlreadyRunning
from controlroom.store.places import ReadOnlyFolder
from controlroom.store.shelf.file import ShelfFile
from tests.faults.conftest import Doom
from tests.faults.doomed import KEY, NOW, UnsentDraft
from tests.faults.soundness import assert_sound

SIZE = 12 * 1024 * 1024
BALLAST = 6 * 1024 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    asked = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    try:
        subprocess.run(asked, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no disk can be mounted here: {error}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def remount(place: Path, option: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{option}", str(place)], check=True)


def fill(cache: CacheWriter, source: Iterator[Sighting]) -> list[int]:
    """Takes in batches until the disk is full; returns the ids of all that went in."""
    stored: list[int] = []
    try:
        while True:
            stored += cache.ingest([next(source) for _ in range(50)]).new
    except DiskFull:
        return stored


def test_a_full_disk_stops_ingest_and_nothing_else(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * BALLAST)
    cache = CacheWriter.open(small_disk, KEY)
    reader = CacheReader.open(small_disk, KEY)
    source = sightings(100_000)
    stored = fill(cache, source)
    assert stored
    assert [post.id for post in reader.posts(stored)] == sorted(stored, reverse=True)
    with pytest.raises(DiskFull):
        cache.ingest([next(source) for _ in range(200)])
    assert reader.totals().posts == len(stored)
    ballast.unlink()
    more = [next(source) for _ in range(50)]
    assert len(cache.ingest(more).new) == 50
    assert reader.totals().posts == len(stored) + 50
    reader.close()
    cache.close()
    assert_sound(small_disk, CACHE)


def test_a_batch_refused_by_a_full_disk_goes_in_later_whole(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * BALLAST)
    cache = CacheWriter.open(small_disk, KEY)
    source = sightings(100_000)
    fill(cache, source)
    refused = [next(source) for _ in range(100)]
    with pytest.raises(DiskFull):
        cache.ingest(refused)
    ballast.unlink()
    assert len(cache.ingest(refused).new) == 100
    assert not cache.ingest(refused)
    cache.close()


def save_until_full(desk: DeskStore) -> list[str]:
    saved: list[str] = []
    try:
        while True:
            name = str(len(saved))
            desk.save_draft(UnsentDraft(name, os.urandom(20_000), NOW))
            saved.append(name)
    except DiskFull:
        return saved


def test_a_draft_that_a_full_disk_refused_is_never_told_as_saved(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * BALLAST)
    desk = DeskStore.open(small_disk, KEY)
    saved = save_until_full(desk)
    assert {draft.id for draft in desk.drafts()} == set(saved)
    ballast.unlink()
    desk.save_draft(UnsentDraft("after", b"room again", NOW))
    desk.close()
    assert_sound(small_disk, DESK)


def test_a_full_disk_makes_no_backup_of_a_clip_and_leaves_the_older_one(
    small_disk: Path, tmp_path: Path
) -> None:
    shelf = ShelfFile.open_in(tmp_path, KEY)
    shelf.take(io.BytesIO(b"a photo"))
    first = backup(tmp_path, small_disk, KEY, NOW)
    shelf.take(io.BytesIO(os.urandom(SIZE)))
    with pytest.raises(DiskFull):
        backup(tmp_path, small_disk, KEY, NOW)
    shelf.close()
    assert [one.folder for one in list_backups(small_disk)] == [first.folder]
    assert not list((small_disk / "shelf").glob("*.part"))
    assert verify(first.folder, KEY) == first.manifest


@pytest.mark.parametrize("free", [12_288, 49_152, 180_224])
def test_a_full_disk_lets_no_cache_be_made_half(small_disk: Path, free: int) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * (SIZE - free))
    with pytest.raises(DiskFull):
        CacheWriter.open(small_disk, KEY)
    ballast.unlink()
    cache = CacheWriter.open(small_disk, KEY)
    assert len(cache.ingest(list(sightings(10))).new) == 10
    cache.close()


def test_a_read_only_folder_is_refused_with_the_reason(small_disk: Path) -> None:
    cache = CacheWriter.open(small_disk, KEY)
    cache.ingest(list(sightings(10)))
    cache.close()
    before = {file.name: file.read_bytes() for file in small_disk.iterdir()}
    remount(small_disk, "ro")
    with pytest.raises(ReadOnlyFolder, match="cannot be written"):
        CacheWriter.open(small_disk, KEY)
    remount(small_disk, "rw")
    assert {file.name: file.read_bytes() for file in small_disk.iterdir()} == before
    CacheWriter.open(small_disk, KEY).close()


def test_a_second_writing_process_is_refused_until_the_first_is_gone(
    doom: Doom, tmp_path: Path
) -> None:
    first = doom.start("ingest", tmp_path, 1)
    first.hear(1)
    with pytest.raises(AlreadyRunning, match=str(first.pid)):
        CacheWriter.open(tmp_path, KEY)
    first.kill()
    CacheWriter.open(tmp_path, KEY).close()


def test_a_second_writer_in_one_process_is_refused(tmp_path: Path) -> None:
    first = CacheWriter.open(tmp_path, KEY)
    with pytest.raises(AlreadyRunning):
        CacheWriter.open(tmp_path, KEY)
    first.close()
    CacheWriter.open(tmp_path, KEY).close()


def test_a_refused_opening_gives_the_lock_back(tmp_path: Path) -> None:
    CacheWriter.open(tmp_path, KEY).close()
    with pytest.raises(WrongKey):
        CacheWriter.open(tmp_path, bytes(32))
    CacheWriter.open(tmp_path, KEY).close()


def test_a_fork_may_not_write(doom: Doom, tmp_path: Path) -> None:
    assert doom.start("write_twice", tmp_path).wait() == ["fork ForkedProcess", "parent written"]
