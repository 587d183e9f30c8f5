"""The keeper of a data folder: real files, real encryption, a keychain of this process."""

import io
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.posts import sightings
from controlroom.house import Keeper
from controlroom.keychain import Keychain, MemoryKeychain, RecoveryKey
from controlroom.keychain.errors import (
    KeyAbsent,
    KeychainLocked,
    KeysFileDamaged,
    KeysFileMissing,
    KeyWrong,
    RecoveryKeyMistyped,
    RecoveryKeyWrong,
)
from controlroom.keychain.system import SystemKeychain
from controlroom.model.board import Board
from controlroom.model.errors import WorldError
from controlroom.model.house import Remedy
from controlroom.model.stopping import Stopped
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.errors import Damaged, FileTooNew, NotOurs, WrongKey
from controlroom.store.lock import AlreadyRunning
from controlroom.store.pages import PAGE
from controlroom.store.places import ReadOnlyFolder


class LockedRing:
    """A keyring backend of which the person has not given the password."""

    def get_password(self, _service: str, _name: str) -> str:
        from keyring.errors import KeyringLocked

        raise KeyringLocked

    set_password = delete_password = get_password


LOCKED = SystemKeychain("tests.LockedRing", LockedRing())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def chain() -> MemoryKeychain:
    return MemoryKeychain()


@pytest.fixture
def keeper(folder: Path, chain: MemoryKeychain) -> Iterator[Keeper]:
    made = kept(folder, chain)
    yield made
    made.close()


def kept(folder: Path, chain: Keychain) -> Keeper:
    return Keeper(folder, door=lambda _folder: chain)


def files(folder: Path) -> dict[str, bytes]:
    """Returns what must not change on a refusal: keys and databases, by name."""
    return {
        one.name: one.read_bytes() for one in folder.iterdir() if one.suffix in (".db", ".json")
    }


def flip(path: Path, page: int) -> None:
    """Turns over one byte in the middle of a page."""
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + PAGE // 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 0xFF]))


def refused(keeper: Keeper, kind: type[WorldError], typed: str = "") -> WorldError:
    """Opens, expects an error of this kind, and that no key or database was touched."""
    before = files(keeper.folder)
    with pytest.raises(kind) as caught:
        keeper.open(typed)
    assert files(keeper.folder) == before
    assert keeper.house is None
    return caught.value


def test_a_first_start_makes_everything_and_gives_the_recovery_key_once(
    keeper: Keeper, folder: Path
) -> None:
    opening = keeper.open()
    assert opening.recovery is not None
    assert not opening.recovery_noted
    assert opening.house.desk.boards() == []
    assert opening.house.cache is not None
    assert opening.house.cache.totals().posts == 0
    assert keeper.open().recovery is None
    assert {"keys.json", "desk.db", "cache.db"} <= {one.name for one in folder.iterdir()}


def test_a_second_start_finds_what_the_first_left(keeper: Keeper) -> None:
    opening = keeper.open()
    assert opening.recovery is not None
    opening.house.desk.save_board(Board(0, "Force"))
    keeper.confirm(opening.recovery.text())
    keeper.close()
    again = keeper.open()
    assert (again.recovery, again.recovery_noted) == (None, True)
    assert [board.name for board in again.house.desk.boards()] == ["Force"]


def test_a_second_desk_on_the_folder_is_refused_with_no_remedy(
    keeper: Keeper, folder: Path, chain: MemoryKeychain
) -> None:
    keeper.open()
    other = kept(folder, chain)
    with pytest.raises(AlreadyRunning) as caught:
        other.open()
    assert other.trouble(caught.value).remedies == ()
    keeper.close()
    other.open()
    other.close()


def test_a_locked_keychain_is_told_and_the_recovery_key_opens_for_this_run(
    keeper: Keeper, folder: Path
) -> None:
    recovery = keeper.open().recovery
    assert recovery is not None
    keeper.close()
    locked = kept(folder, LOCKED)
    error = refused(locked, KeychainLocked)
    assert locked.trouble(error).remedies == (Remedy.TRY_AGAIN, Remedy.RECOVERY_KEY)
    opening = locked.open(recovery.text())
    assert opening.recovery_noted
    locked.close()
    assert keeper.open().recovery_noted


def test_a_locked_keychain_at_a_first_start_makes_nothing(folder: Path) -> None:
    locked = kept(folder, LOCKED)
    with pytest.raises(KeychainLocked) as caught:
        locked.open()
    assert locked.trouble(caught.value).remedies == (Remedy.TRY_AGAIN,)
    assert files(folder) == {}


def test_the_recovery_key_gives_the_key_to_a_keychain_that_lost_it(
    keeper: Keeper, folder: Path
) -> None:
    recovery = keeper.open().recovery
    assert recovery is not None
    keeper.close()
    new = kept(folder, MemoryKeychain())
    error = refused(new, KeyAbsent)
    assert Remedy.RECOVERY_KEY in new.trouble(error).remedies
    wrong = "0000A" + recovery.text()[5:]
    assert refused(new, RecoveryKeyMistyped, wrong).values["group"] == 1
    new.open(recovery.text())
    new.close()
    new.open()
    new.close()


def test_an_altered_entry_is_told_and_nothing_is_made(
    keeper: Keeper, folder: Path, chain: MemoryKeychain
) -> None:
    keeper.open()
    keeper.close()
    for name in list(chain._secrets):
        chain.set(name, b"short")
    error = refused(keeper, KeyWrong)
    assert Remedy.RECOVERY_KEY in keeper.trouble(error).remedies


def test_databases_without_their_keys_file_are_left_alone(keeper: Keeper, folder: Path) -> None:
    keeper.open()
    keeper.close()
    (folder / "keys.json").unlink()
    error = refused(keeper, KeysFileMissing)
    assert keeper.trouble(error).remedies == (Remedy.TRY_AGAIN,)


@pytest.fixture
def recovery(keeper: Keeper) -> str:
    """The recovery key of a folder with a board, backed up twice and closed."""
    opening = keeper.open()
    assert opening.recovery is not None
    opening.house.desk.save_board(Board(0, "Force"))
    keeper.back_up_now(30)
    keeper.close()
    return opening.recovery.text()


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_a_lost_keys_file_comes_back_from_a_backup_with_the_recovery_key(
    keeper: Keeper, folder: Path, recovery: str, chain: MemoryKeychain, damage: bytes | None
) -> None:
    keys = folder / "keys.json"
    keys.unlink()
    if damage is not None:
        keys.write_bytes(damage)
    error = refused(keeper, KeysFileMissing if damage is None else KeysFileDamaged)
    assert keeper.trouble(error).remedies == (Remedy.TRY_AGAIN, Remedy.RECOVERY_KEY)
    house = keeper.open(recovery).house
    assert [board.name for board in house.desk.boards()] == ["Force"]
    keeper.close()
    aside = folder / "keys.damaged.json"
    assert (aside.read_bytes() if aside.exists() else None) == damage
    chain_only = kept(folder, chain)
    assert chain_only.open().recovery_noted
    chain_only.close()


def test_another_recovery_key_brings_no_keys_file_back(
    keeper: Keeper, folder: Path, recovery: str
) -> None:
    (folder / "keys.json").unlink()
    refused(keeper, RecoveryKeyWrong, RecoveryKey.fresh().text())
    last = "0" if recovery[-1] != "0" else "1"
    refused(keeper, RecoveryKeyMistyped, recovery[:-1] + last)


def test_a_keys_file_that_fits_no_database_is_not_put_back(
    keeper: Keeper, folder: Path, recovery: str, tmp_path: Path
) -> None:
    other = kept(tmp_path / "other", MemoryKeychain())
    other.open()
    other.close()
    (folder / "keys.json").unlink()
    for name in ("desk.db", "cache.db"):
        (folder / name).write_bytes((tmp_path / "other" / name).read_bytes())
    refused(keeper, KeyWrong, recovery)


def test_a_foreign_a_newer_and_another_desks_file_are_left_alone(
    keeper: Keeper, folder: Path, tmp_path: Path
) -> None:
    house = keeper.open().house
    with house.desk.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO migration (name, at) VALUES ('of_tomorrow', 1)")
    keeper.close()
    refused(keeper, FileTooNew)
    (folder / "desk.db").write_bytes(b"SQLite format 3\0" + bytes(5000))
    refused(keeper, NotOurs)
    other = kept(tmp_path / "other", MemoryKeychain())
    other.open()
    other.close()
    (folder / "desk.db").write_bytes((tmp_path / "other" / "desk.db").read_bytes())
    error = refused(keeper, WrongKey)
    assert Remedy.SALVAGE not in keeper.trouble(error).remedies


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path, chain: MemoryKeychain) -> None:
    (tmp_path / "file").touch()
    keeper = kept(tmp_path / "file" / "data", chain)
    with pytest.raises(ReadOnlyFolder) as caught:
        keeper.open()
    assert keeper.trouble(caught.value).remedies == (Remedy.TRY_AGAIN,)
    assert repr(chain) == "MemoryKeychain(0 hidden)"


def test_a_flipped_byte_is_found_salvaged_and_the_damaged_file_kept(
    keeper: Keeper, folder: Path
) -> None:
    keeper.open().house.desk.save_board(Board(0, "Force"))
    keeper.close()
    flip(folder / "desk.db", page=1)
    damaged = (folder / "desk.db").read_bytes()
    error = refused(keeper, Damaged)
    assert keeper.trouble(error).remedies == (Remedy.SALVAGE, Remedy.TRY_AGAIN)
    told: list[tuple[str, int]] = []
    [saved] = keeper.salvage(lambda file, percent: told.append((file, percent)))
    assert saved.file == "desk.db"
    assert (saved.kept / "desk.db").read_bytes() == damaged
    assert ("desk.db", 100) in told
    assert [board.name for board in keeper.open().house.desk.boards()] == ["Force"]


def test_damage_below_the_first_page_is_found_by_the_check(keeper: Keeper, folder: Path) -> None:
    keeper.open()
    keeper.check()
    keeper.close()
    flip(folder / "cache.db", page=9)
    keeper.open()
    with pytest.raises(Damaged) as caught:
        keeper.check()
    assert Path(str(caught.value.values["path"])).name == "cache.db"


def test_the_newest_sound_backup_is_put_back(keeper: Keeper, folder: Path) -> None:
    house = keeper.open().house
    house.desk.save_board(Board(0, "First"))
    assert keeper.back_up_now(30) is not None
    house.desk.save_board(Board(0, "Second"))
    keeper.back_up_now(30)
    keeper.close()
    newest = max(one for one in (folder / "backups").iterdir() if one.name[0].isdigit())
    flip(newest / "desk.db", page=2)
    flip(folder / "desk.db", page=1)
    error = refused(keeper, Damaged)
    assert Remedy.RESTORE in keeper.trouble(error).remedies
    done = keeper.restore("desk.db", lambda _file, _percent: None)
    assert done.made_at is not None
    assert (done.kept / "desk.db").exists()
    assert [board.name for board in keeper.open().house.desk.boards()] == ["First"]


def test_a_damaged_shelf_is_found_and_comes_back_without_the_rest(
    keeper: Keeper, folder: Path
) -> None:
    house = keeper.open().house
    digest = house.shelf().take(io.BytesIO(b"a photo" * 9_000))
    house.desk.save_board(Board(0, "First"))
    keeper.back_up_now(30)
    house.desk.save_board(Board(0, "Second"))
    keeper.close()
    flip(folder / "shelf.db", page=12)
    keeper.open()
    with pytest.raises(Damaged) as caught:
        keeper.check()
    assert Path(str(caught.value.values["path"])).name == "shelf.db"
    assert Remedy.RESTORE in keeper.trouble(caught.value).remedies
    done = keeper.restore("shelf.db", lambda _file, _percent: None)
    assert (done.made_at is not None, done.lost) == (True, 0)
    house = keeper.open().house
    assert house.shelf().open(digest).read() == b"a photo" * 9_000
    assert [board.name for board in house.desk.boards()] == ["First", "Second"]


def test_a_backup_is_made_when_due_and_not_when_nothing_changed(keeper: Keeper) -> None:
    keeper.open()
    first = keeper.back_up_due(30)
    assert first is not None
    assert keeper.back_up_due(30) is None
    assert keeper.state().last_backup == first


def test_a_desk_that_closes_breaks_off_a_backup_and_leaves_no_half_of_it(
    keeper: Keeper, folder: Path
) -> None:
    keeper.open()
    keeper.stop()
    with pytest.raises(Stopped):
        keeper.back_up_now(30)
    assert not [one for one in (folder / "backups").iterdir() if one.is_dir()]


def test_what_is_old_is_shown_then_removed_in_steps_until_stopped(
    keeper: Keeper, folder: Path
) -> None:
    house = keeper.open().house
    writer = CacheWriter.open(folder, house.key.reveal())
    writer.ingest([one for one, _ in zip(sightings(1500), range(1500), strict=False)])
    writer.close()
    figures = keeper.figures()
    assert figures is not None
    assert figures.posts > 1000
    assert keeper.figures() is figures
    days = {"posts": 1, "messages": 1, "payloads": 1}
    plan = keeper.planned(days)
    total = sum(removal.count for removal in plan.removals)
    assert plan
    heard: list[int] = []

    def once(done: int) -> bool:
        heard.append(done)
        return done == 0

    assert 0 < keeper.remove(plan, once) < total
    keeper.remove(plan, lambda _done: True)
    after = keeper.figures()
    assert after is not None
    assert after.posts < figures.posts
    assert not keeper.planned(days)


def test_closing_gives_the_lock_back_and_leaves_no_thread(keeper: Keeper, folder: Path) -> None:
    before = set(threading.enumerate())
    keeper.open()
    assert (folder / "desk.lock.pid").exists()
    keeper.close()
    assert not (folder / "desk.lock.pid").exists()
    assert set(threading.enumerate()) == before


def test_the_state_tells_size_and_last_backup(keeper: Keeper) -> None:
    keeper.open()
    keeper.back_up_now(30)
    state = keeper.state()
    assert state.last_backup is not None
    assert abs(state.last_backup - datetime.now(UTC)) < timedelta(minutes=1)
    assert state.size > 10_000
