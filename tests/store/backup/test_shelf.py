"""Photos and clips in the backups: copied once, shared, thinned, brought back, damage named."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from controlroom.store.backup.errors import BackupUnsound
from controlroom.store.backup.listing import list_backups
from controlroom.store.backup.make import backup
from controlroom.store.backup.plan import BackupPlan, usual_series
from controlroom.store.backup.pool import POOL, content_of, name_of
from controlroom.store.backup.restore import restore, verify
from controlroom.store.backup.shelved import LIST
from controlroom.store.backup.swap import finish_interrupted_restore
from controlroom.store.desk.schema import DESK
from controlroom.store.shelf.file import SHELF, ShelfFile
from tests.store.backup.killing import killed_at

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PHOTO, CLIP = b"\x89PNG a road" * 9_000, b"ftyp a clip" * 60_000


def put(house: Path, key: bytes, *bodies: bytes) -> list[str]:
    """Puts files on the shelf of a house; returns their hashes."""
    with closing(ShelfFile.open_in(house, key)) as shelf:
        for number, body in enumerate(bodies):
            (file := house / f"{number}.bin").write_bytes(body)
            shelf.put(file)
            file.unlink()
    return [sha256(body).hexdigest() for body in bodies]


def on_shelf(house: Path, key: bytes) -> dict[str, bytes]:
    with closing(ShelfFile.look(house, key)) as shelf:
        return {one.sha256: shelf.open(one.sha256).read() for one in shelf.kept()}


def in_pool(to: Path) -> set[str]:
    return {path.name for path in (to / POOL).iterdir()}


def flip(path: Path, at: int | None = None) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2 if at is None else at] ^= 1
    path.write_bytes(content)


@pytest.fixture
def shelf(house: Path, key: bytes) -> Sequence[str]:
    """The hashes of a photo and a clip on the shelf of the house."""
    return put(house, key, PHOTO, CLIP)


@pytest.fixture
def to(tmp_path: Path) -> Path:
    """The folder of the backups."""
    return tmp_path / "to"


def test_a_backup_holds_the_shelf_encrypted_under_names_that_tell_nothing(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    made = backup(house, to, key, noon, kinds=[DESK])
    listed = made.manifest.find(LIST)
    assert listed is not None
    assert listed.rows == {"file": 2}
    assert in_pool(to) == {name_of(one, key) for one in shelf}
    assert verify(made.folder, key) == made.manifest
    for name, digest in ((name_of(one, key), one) for one in shelf):
        assert digest not in name
        assert b"a road" not in (to / POOL / name).read_bytes()
        assert content_of(to / POOL / name, key) == digest
        assert content_of(to / POOL / name, bytes(32)) is None


def test_a_file_is_copied_once_and_shared(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    backup(house, to, key, noon, kinds=[DESK])
    before = {path: path.stat().st_mtime_ns for path in (to / POOL).iterdir()}
    put(house, key, b"another")
    made = backup(house, to, key, noon + HOUR, kinds=[DESK])
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert len(in_pool(to)) == 3
    assert verify(made.folder, key).find(LIST).rows == {"file": 3}  # type: ignore[union-attr]


def test_a_restore_into_an_empty_folder_brings_the_shelf_back(
    house: Path, to: Path, tmp_path: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    made = backup(house, to, key, noon)
    done = restore(made.folder, tmp_path / "new", key)
    assert SHELF.name in done.files
    assert (done.lost, done.others) == ((), ())
    assert not list((tmp_path / "new").glob("shelf.db-*"))
    assert on_shelf(tmp_path / "new", key) == dict(zip(shelf, (PHOTO, CLIP), strict=True))


def test_a_restore_adds_what_a_sound_shelf_lacks_and_takes_nothing_from_it(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    made = backup(house, to, key, noon, kinds=[DESK])
    (house / SHELF.name).unlink()
    (newer,) = put(house, key, b"newer")
    done = restore(made.folder, house, key)
    assert set(on_shelf(house, key)) == {*shelf, newer}
    assert not (done.set_aside / SHELF.name).exists()


@pytest.mark.parametrize("page", [0, 20])
def test_a_damaged_shelf_is_set_aside_and_made_anew(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str], page: int
) -> None:
    made = backup(house, to, key, noon, kinds=[DESK])
    flip(house / SHELF.name, page * 4096 + 200)
    done = restore(made.folder, house, key, kinds=())
    assert set(on_shelf(house, key)) == set(shelf)
    assert done.files == (SHELF.name,)
    assert (done.set_aside / SHELF.name).exists()


def test_a_damaged_or_missing_copy_is_named_and_the_rest_comes_back(
    house: Path, to: Path, tmp_path: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    (more,) = put(house, key, b"more")
    made = backup(house, to, key, noon)
    photo, clip = (name_of(one, key) for one in shelf)
    flip(to / POOL / photo)
    (to / POOL / clip).unlink()
    with pytest.raises(BackupUnsound, match=photo):
        verify(made.folder, key)
    done = restore(made.folder, tmp_path / "new", key)
    assert done.lost == (
        f"shelf/{photo}: it is not what was written",
        f"shelf/{clip}: it is missing",
    )
    assert set(on_shelf(tmp_path / "new", key)) == {more}
    assert (tmp_path / "new" / DESK.name).exists()


def test_a_copy_that_was_damaged_is_copied_anew_within_a_round(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    backup(house, to, key, noon, kinds=[DESK])
    damaged = to / POOL / name_of(shelf[0], key)
    flip(damaged)
    for number in range(1, 49):
        made = backup(house, to, key, noon + number * HOUR, kinds=[DESK])
    assert content_of(damaged, key) == shelf[0]
    assert verify(made.folder, key) == made.manifest


def test_copies_go_with_the_last_backup_that_counts_on_them(
    house: Path, key: bytes, noon: datetime, write_draft: Callable[[bytes], None]
) -> None:
    put(house, key, PHOTO)
    plan = BackupPlan(house, key, usual_series(house, cache_every=None))
    plan.run(noon)
    (house / SHELF.name).unlink()
    (clip,) = put(house, key, CLIP)
    write_draft(b"one")
    plan.run(noon + HOUR)
    assert len(in_pool(house / "backups")) == 2
    write_draft(b"two")
    plan.run(noon + 5 * DAY)
    times = [one.manifest.made_at for one in list_backups(house / "backups")]
    assert times == [noon + HOUR, noon + 5 * DAY]
    assert in_pool(house / "backups") == {name_of(clip, key)}


def test_nothing_goes_while_a_backup_cannot_tell_what_it_counts_on(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    first = backup(house, to, key, noon, kinds=[DESK])
    (first.folder / LIST).write_text("[")
    (house / SHELF.name).unlink()
    put(house, key, b"another")
    backup(house, to, key, noon + HOUR, kinds=[DESK])
    assert len(in_pool(to)) == 3


def test_a_new_photo_alone_makes_a_backup_due(
    house: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    plan = BackupPlan(house, key, usual_series(house, cache_every=None))
    plan.run(noon)
    assert plan.run(noon + HOUR) == []
    put(house, key, b"another")
    (made,) = plan.run(noon + 2 * HOUR)
    assert made.manifest.find(LIST).rows == {"file": 3}  # type: ignore[union-attr]


def test_a_kill_at_any_change_leaves_whole_backups_and_no_half_copy(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    backup(house, to, key, noon, kinds=[DESK])
    (house / SHELF.name).unlink()
    put(house, key, b"later", b"later still")
    for change in range(1, 200):
        at = noon + change * HOUR
        if not killed_at(change, to, partial(backup, house, to, key, at, kinds=[DESK])):
            break
        for listed in list_backups(to):
            assert verify(listed.folder, key, [DESK]) == listed.manifest
    assert change > 15
    assert not [name for name in in_pool(to) if not name.endswith(".db")]
    assert len(in_pool(to)) == 4


def test_a_kill_in_a_restore_leaves_the_old_shelf_or_the_new(
    house: Path, to: Path, tmp_path: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    saved = backup(house, to, key, noon, kinds=[DESK]).folder
    flip(house / SHELF.name, 20 * 4096 + 200)
    damaged = (house / SHELF.name).read_bytes()
    for change in range(1, 200):
        place = shutil.copytree(house, tmp_path / f"house{change}")
        died = killed_at(change, place, partial(restore, saved, place, key))
        finish_interrupted_restore(place)
        if (place / SHELF.name).read_bytes() != damaged:
            assert set(on_shelf(place, key)) == set(shelf)
        elif not died:
            raise AssertionError("the damaged shelf stands")
        shutil.rmtree(place)
        if not died:
            break
    assert change > 20


def test_what_ends_a_backup_leaves_no_part_of_a_copy(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    class Enough(Exception):
        pass

    def progress(_done: int, _total: int) -> None:
        if in_pool_now := (to / POOL).is_dir() and list((to / POOL).iterdir()):
            assert in_pool_now[0].suffix == ".part"
            raise Enough

    with pytest.raises(Enough):
        backup(house, to, key, noon, kinds=[DESK], progress=progress)
    assert in_pool(to) == set()
    assert list_backups(to) == []


def test_a_shelf_that_lacks_a_part_of_a_file_takes_it_again(
    house: Path, to: Path, key: bytes, noon: datetime, shelf: Sequence[str]
) -> None:
    made = backup(house, to, key, noon, kinds=[DESK])
    with closing(ShelfFile.open_in(house, key)) as here, here._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM chunk WHERE number = 1")
    assert set(on_shelf(house, key)) == {shelf[0]}
    restore(made.folder, house, key)
    assert on_shelf(house, key)[shelf[1]] == CLIP
