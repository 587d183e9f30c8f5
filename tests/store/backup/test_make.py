import random
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.posts import sightings
from controlroom import __version__
from controlroom.store.backup.check import check_copy
from controlroom.store.backup.copy import Pace
from controlroom.store.backup.errors import BackupUnsound, NothingToBackUp
from controlroom.store.backup.listing import list_backups
from controlroom.store.backup.make import backup
from controlroom.store.backup.manifest import read_manifest
from controlroom.store.backup.restore import verify
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.database import connect
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from controlroom.store.durable import sha256_of
from controlroom.store.errors import Damaged, WrongKey
from controlroom.store.pages import PAGE
from tests.store.backup.killing import killed_at


def test_a_backup_is_dated_whole_and_says_what_it_holds(
    house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text("{}")
    made = backup(house, tmp_path / "to", key, noon, others=[settings, tmp_path / "none.json"])
    assert made.folder == tmp_path / "to" / "20261122T120000Z"
    told = read_manifest(made.folder)
    assert told == made.manifest
    assert told.program == __version__
    assert [file.name for file in told.files] == [
        "cache.db",
        "desk.db",
        "keys.json",
        "settings.json",
    ]
    assert told.files[0].rows["post"] == 2000
    assert told.files[1].rows["draft"] == 1
    for file in told.files:
        assert sha256_of(made.folder / file.name) == file.sha256
    assert {path.name for path in made.folder.iterdir()} == {
        "manifest.json",
        *(file.name for file in told.files),
    }


def test_a_backup_cannot_be_read_without_the_key(
    house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    made = backup(house, tmp_path / "to", key, noon)
    assert b"M97 is open again" not in (made.folder / DESK.name).read_bytes()
    with pytest.raises(BackupUnsound, match="page 1 is damaged or was made with another key"):
        check_copy(made.folder / DESK.name, DESK, bytes(32))


def test_what_is_only_in_the_log_is_in_the_backup(
    desk: DeskStore, house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    desk.save_draft(UnsentDraft("two", b"just typed", noon))
    made = backup(house, tmp_path / "to", key, noon, kinds=[DESK])
    copy = DeskStore.open(made.folder, key)
    assert copy.draft("two") == UnsentDraft("two", b"just typed", noon)
    copy.close()


def test_a_backup_taken_while_posts_pour_in_is_one_state_of_the_cache(
    house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    pouring = Pouring(house, key)
    with pouring:
        made = backup(
            house,
            tmp_path / "to",
            key,
            noon,
            kinds=[CACHE],
            progress=pouring.meanwhile,
            pace=Pace(16),
        )
    posts = made.manifest.files[0].rows["post"]
    assert posts % 500 == 0
    assert 2000 <= posts <= pouring.stored - 1500
    with closing(connect(made.folder / CACHE.name, key, write=False, resting=True)) as copy:
        assert copy.execute("SELECT count(*) FROM payload").fetchone()[0] == posts
        assert copy.execute("SELECT count(*) FROM post_text_docsize").fetchone()[0] == posts
    assert max(pouring.holds) < 2


class Pouring:
    """A thread that ingests batches of 500 until the block ends."""

    def __init__(self, house: Path, key: bytes) -> None:
        self.stored = 2000
        self.holds: list[float] = []
        self._waited = False
        self._writer = CacheWriter.open(house, key)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._pour)
        self._posts = islice(sightings(1_000_000), 2000, None)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self._writer.close()

    def _pour(self) -> None:
        while not self._stop.is_set():
            batch = list(islice(self._posts, 500))
            start = time.monotonic()
            self._writer.ingest(batch)
            self.holds.append(time.monotonic() - start)
            self.stored += 500

    def meanwhile(self, done: int, total: int) -> None:
        """Lets three batches be stored between the first pages of a copy and the next ones."""
        if self._waited or done == total:
            return
        self._waited = True
        wanted = self.stored + 1500
        while self.stored < wanted:
            time.sleep(0.01)


def test_two_backups_of_one_second_have_names_of_their_own(
    house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    made = [backup(house, tmp_path / "to", key, noon, kinds=[DESK]) for _ in range(3)]
    assert [one.folder.name for one in made] == [
        "20261122T120000Z",
        "20261122T120000Z-2",
        "20261122T120000Z-3",
    ]
    assert [one.manifest.number for one in made] == [1, 2, 3]
    assert len(list_backups(tmp_path / "to")) == 3


def test_an_empty_house_has_nothing_to_back_up(tmp_path: Path, key: bytes, noon: datetime) -> None:
    with pytest.raises(NothingToBackUp):
        backup(tmp_path, tmp_path / "to", key, noon)
    assert not (tmp_path / "to").exists()


def test_a_damaged_file_makes_no_backup_and_the_older_one_stays(
    house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    first = backup(house, tmp_path / "to", key, noon)
    content = bytearray((house / CACHE.name).read_bytes())
    content[len(content) // 2] ^= 1
    (house / CACHE.name).write_bytes(content)
    with pytest.raises(Damaged):
        backup(house, tmp_path / "to", key, noon + timedelta(hours=1))
    assert [one.folder for one in list_backups(tmp_path / "to")] == [first.folder]
    assert not list((tmp_path / "to").glob("*.part"))
    assert verify(first.folder, key) == first.manifest


def test_no_damaged_page_is_copied_as_a_sound_one(
    desk: DeskStore, house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    desk.save_draft(UnsentDraft("long", random.Random(1).randbytes(50_000), noon))
    desk.database.checkpoint("TRUNCATE")
    sound = (house / DESK.name).read_bytes()
    assert len(sound) > 24 * PAGE
    other = tmp_path / "other"
    other.mkdir()
    for page in range(1, len(sound) // PAGE):
        content = bytearray(sound)
        content[page * PAGE + 200] ^= 1
        (other / DESK.name).write_bytes(content)
        with pytest.raises(Damaged):
            backup(other, tmp_path / "to", key, noon, kinds=[DESK])


def test_a_wrong_key_makes_no_backup(house: Path, tmp_path: Path, noon: datetime) -> None:
    with pytest.raises((WrongKey, Damaged)):
        backup(house, tmp_path / "to", bytes(32), noon)
    assert list_backups(tmp_path / "to") == []


def test_a_kill_at_any_change_leaves_the_older_backups_and_no_half_one(
    house: Path,
    tmp_path: Path,
    key: bytes,
    noon: datetime,
    write_draft: Callable[[bytes], None],
    drafted: Callable[[], bytes],
) -> None:
    to = tmp_path / "to"
    first = backup(house, to, key, noon, kinds=[DESK])
    write_draft(b"newer")
    for change in range(1, 100):
        later = noon + timedelta(hours=change)
        if not killed_at(change, to, lambda at=later: backup(house, to, key, at, kinds=[DESK])):
            break
        for listed in list_backups(to):
            assert verify(listed.folder, key, [DESK]) == listed.manifest
        assert list_backups(to)[0].folder == first.folder
        assert drafted() == b"newer"
    assert change > 8
    assert not [path for path in to.iterdir() if path.suffix in (".part", ".going")]
