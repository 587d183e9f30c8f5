import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from controlroom.store.backup import make
from controlroom.store.backup.errors import BackupUnsound, FolderOpen, NotABackup
from controlroom.store.backup.make import backup
from controlroom.store.backup.restore import LOCKS, restore
from controlroom.store.backup.swap import Interrupted, finish_interrupted_restore
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from controlroom.store.errors import FileTooNew
from controlroom.store.lock import hold
from tests.store.backup.killing import killed_at


@pytest.fixture
def saved(house: Path, tmp_path: Path, key: bytes, noon: datetime) -> Path:
    """A backup of the house, with the draft as it was."""
    return backup(house, tmp_path / "to", key, noon).folder


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith((".lock", "-shm")) and path.stat().st_size
    }


def test_a_restore_brings_back_what_was_and_sets_aside_what_is(
    house: Path,
    saved: Path,
    key: bytes,
    write_draft: Callable[[bytes], None],
    drafted: Callable[[], bytes],
) -> None:
    write_draft(b"a mistake")
    before = (house / DESK.name).read_bytes()
    done = restore(saved, house, key)
    assert drafted() == b"M97 is open again"
    assert set(done.files) == {CACHE.name, DESK.name}
    assert (done.set_aside / DESK.name).read_bytes() == before
    assert not list(house.glob("restoring-*")) + list(house.glob("gathering-*"))


def test_a_log_left_behind_does_not_meet_the_restored_file(
    house: Path, saved: Path, key: bytes, drafted: Callable[[], bytes], tmp_path: Path
) -> None:
    desk = DeskStore.open(house, key)
    desk.close_board(1)
    crashed = {name: (house / name).read_bytes() for name in (DESK.name, "desk.db-wal")}
    desk.close()
    for name, content in crashed.items():
        (house / name).write_bytes(content)
    done = restore(saved, house, key)
    assert drafted() == b"M97 is open again"
    assert (done.set_aside / "desk.db-wal").read_bytes() == crashed["desk.db-wal"]
    again = DeskStore.open(house, key)
    assert len(again.boards()) == 1
    again.close()


def test_a_restore_into_an_empty_folder_makes_a_house(
    saved: Path, tmp_path: Path, key: bytes
) -> None:
    restore(saved, tmp_path / "new" / "house", key)
    desk = DeskStore.open(tmp_path / "new" / "house", key)
    assert len(desk.boards()) == 1
    desk.close()
    assert (tmp_path / "new" / "house" / "keys.json").exists()


def test_what_the_backup_does_not_hold_stays(
    house: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    only_desk = backup(house, tmp_path / "to", key, noon, kinds=[DESK]).folder
    cache = (house / CACHE.name).read_bytes()
    done = restore(only_desk, house, key)
    assert done.files == (DESK.name,)
    assert (house / CACHE.name).read_bytes() == cache


def test_the_keys_file_with_the_newest_recovery_key_stays(
    house: Path, saved: Path, key: bytes
) -> None:
    newer = '{"check": "same", "wrapped": "second paper"}'
    (house / "keys.json").write_text(newer)
    restore(saved, house, key)
    assert (house / "keys.json").read_text() == newer


def test_a_keys_file_of_another_key_is_set_aside(house: Path, saved: Path, key: bytes) -> None:
    (house / "keys.json").write_text('{"check": "another"}')
    done = restore(saved, house, key)
    assert "first paper" in (house / "keys.json").read_text()
    assert (done.set_aside / "keys.json").read_text() == '{"check": "another"}'


@pytest.mark.parametrize("name", LOCKS)
def test_an_open_house_is_not_restored(house: Path, saved: Path, key: bytes, name: str) -> None:
    before = everything(house)
    with hold(house / name), pytest.raises(FolderOpen, match=name.removesuffix(".lock")):
        restore(saved, house, key)
    assert {n: c for n, c in everything(house).items() if not n.endswith(".pid")} == before


@pytest.mark.parametrize("name", [CACHE.name, DESK.name, "keys.json"])
def test_a_backup_with_a_changed_byte_is_refused_and_nothing_replaced(
    house: Path, saved: Path, key: bytes, name: str
) -> None:
    content = bytearray((saved / name).read_bytes())
    content[len(content) // 2] ^= 1
    (saved / name).write_bytes(content)
    before = everything(house)
    with pytest.raises(BackupUnsound, match=name):
        restore(saved, house, key)
    assert everything(house) == before


def test_a_backup_with_a_missing_file_or_manifest_is_refused(
    house: Path, saved: Path, key: bytes
) -> None:
    before = everything(house)
    (saved / DESK.name).unlink()
    with pytest.raises(BackupUnsound, match=r"desk\.db"):
        restore(saved, house, key)
    for broken in ('{"number": 1}', "[", '{"format": 2}'):
        (saved / "manifest.json").write_text(broken)
        with pytest.raises(NotABackup):
            restore(saved, house, key)
    (saved / "manifest.json").unlink()
    with pytest.raises(NotABackup):
        restore(saved, house, key)
    assert everything(house) == before


def test_a_manifest_cannot_name_files_elsewhere(house: Path, saved: Path, key: bytes) -> None:
    manifest = saved / "manifest.json"
    manifest.write_text(manifest.read_text().replace("keys.json", "../keys.json"))
    with pytest.raises(NotABackup):
        restore(saved, house, key)


def test_the_wrong_key_restores_nothing(house: Path, saved: Path) -> None:
    before = everything(house)
    with pytest.raises(BackupUnsound, match="another key"):
        restore(saved, house, bytes(32))
    assert everything(house) == before


def test_a_backup_of_a_newer_version_is_refused(
    house: Path, tmp_path: Path, key: bytes, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_holograms(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE hologram (a)")

    newer = replace(DESK, migrations=(*DESK.migrations, add_holograms))
    other = shutil.copytree(house, tmp_path / "other")
    Database.open(other, newer, key, write=True).close()
    made = backup(other, tmp_path / "to", key, noon, kinds=[newer])
    before = everything(house)
    with pytest.raises(FileTooNew):
        restore(made.folder, house, key)
    assert everything(house) == before


def test_a_kill_at_any_change_leaves_the_old_files_or_the_new(
    house: Path, tmp_path: Path, key: bytes, noon: datetime, write_draft: Callable[[bytes], None]
) -> None:
    saved = backup(house, tmp_path / "to", key, noon, kinds=[DESK]).folder
    write_draft(b"later")
    (house / CACHE.name).unlink()
    seen = set()
    for change in range(1, 200):
        place = shutil.copytree(house, tmp_path / f"house{change}")
        died = killed_at(change, place, lambda to=place: restore(saved, to, key))
        ended = finish_interrupted_restore(place)
        desk = DeskStore.open(place, key)
        found = desk.draft("one")
        desk.close()
        assert found is not None
        seen.add((ended, found.body))
        if not died:
            break
        assert finish_interrupted_restore(place) is Interrupted.NONE
        if found.body == b"M97 is open again":
            aside = next(place.glob("set-aside-*"))
            assert (aside / DESK.name).read_bytes() == (house / DESK.name).read_bytes()
        shutil.rmtree(place)
    assert not died
    assert change > 20
    old, new = b"later", b"M97 is open again"
    expected = {(Interrupted.NONE, old), (Interrupted.UNDONE, old), (Interrupted.FINISHED, new)}
    assert seen == {*expected, (Interrupted.NONE, new)}


def test_a_restore_that_was_cut_off_is_finished_before_the_next(
    house: Path, saved: Path, key: bytes, drafted: Callable[[], bytes]
) -> None:
    left = house / "gathering-20260101T000000Z"
    left.mkdir()
    (left / DESK.name).write_bytes(b"half a copy")
    restore(saved, house, key)
    assert not left.exists()
    assert drafted() == b"M97 is open again"


def test_many_restores_keep_what_each_replaced(
    house: Path, saved: Path, key: bytes, noon: datetime, write_draft: Callable[[bytes], None]
) -> None:
    kept = []
    for number in range(3):
        write_draft(b"%d" % number)
        kept.append((house / DESK.name).read_bytes())
        restore(saved, house, key)
    asides = sorted(house.glob("set-aside-*"))
    assert [(aside / DESK.name).read_bytes() for aside in asides] == kept


def test_a_restored_house_can_be_backed_up_again(
    house: Path, saved: Path, tmp_path: Path, key: bytes, noon: datetime
) -> None:
    restore(saved, house, key)
    again = make.backup(house, tmp_path / "to", key, noon + timedelta(hours=1))
    assert again.manifest.files[0].rows["post"] == 2000
