"""When a key is made, when it is opened, and what happens if the keychain fails half-way."""

import copy
import multiprocessing
import os
import pickle
import stat
import traceback
from pathlib import Path

import pytest

from controlroom.keychain import (
    KEYS_FILE,
    Created,
    DataKey,
    MemoryKeychain,
    Opened,
    confirm_recovery_key,
    open_house_key,
    recorded_backend,
    recover,
    replace_recovery_key,
    unlock_with_recovery_key,
)
from controlroom.keychain.errors import (
    KeyAbsent,
    KeychainChanged,
    KeychainFailed,
    KeychainForgets,
    KeysFileMissing,
    KeysFileUnwritable,
    KeyWrong,
    RecoveryKeyWrong,
)
from controlroom.keychain.secret import SecretWouldLeak
from controlroom.model.errors import OurError


class Failing(MemoryKeychain):
    """A keychain whose service dies at the given call: "get", "set" or "read back"."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self.at = at
        self.written = False

    def get(self, name: str) -> bytes | None:
        if self.at == "get" or (self.at == "read back" and self.written):
            raise KeychainFailed(kind="ConnectionResetError")
        return super().get(name)

    def set(self, name: str, secret: bytes) -> None:
        if self.at == "set":
            raise KeychainFailed(kind="ConnectionResetError")
        self.written = True
        super().set(name, secret)


class Forgetful(MemoryKeychain):
    """Takes everything, keeps nothing."""

    def set(self, name: str, secret: bytes) -> None:
        pass


class Moved(MemoryKeychain):
    """The same desktop after a change of key store."""

    backend = "keyring.backends.kwallet.DBusKeyring"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def keychain() -> MemoryKeychain:
    return MemoryKeychain()


def first_start(data: Path, keychain: MemoryKeychain) -> Created:
    result = open_house_key(data, keychain, [data / "cache.db"])
    assert isinstance(result, Created)
    (data / "cache.db").write_bytes(os.urandom(4096))
    return result


def names(keychain: MemoryKeychain) -> set[str]:
    return set(keychain._secrets)


def test_the_first_start_makes_a_key_and_every_later_one_opens_it(
    data: Path, keychain: MemoryKeychain
) -> None:
    made = first_start(data, keychain)
    for _ in range(3):
        assert open_house_key(data, keychain, [data / "cache.db"]) == Opened(made.key, False)
    assert len(names(keychain)) == 1


def test_keys_json_is_for_its_owner_alone_and_holds_no_secret(
    data: Path, keychain: MemoryKeychain
) -> None:
    made = first_start(data, keychain)
    path = data / KEYS_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    text = path.read_text()
    assert made.key.reveal().hex() not in text
    assert made.recovery.text() not in text
    assert recorded_backend(data) == "memory"


@pytest.mark.parametrize("remains", ["cache.db", "cache.db-wal", "cache.db-journal", "desk.db"])
def test_no_key_is_made_beside_what_remains_of_a_database(
    remains: str, data: Path, keychain: MemoryKeychain
) -> None:
    data.mkdir()
    (data / remains).write_bytes(b"\x17" * 512)
    for _ in range(3):
        with pytest.raises(KeysFileMissing):
            open_house_key(data, keychain, [data / "cache.db", data / "desk.db"])
    assert [file.name for file in data.iterdir()] == [remains]
    assert names(keychain) == set()


def test_a_dangling_link_counts_as_a_database(data: Path, keychain: MemoryKeychain) -> None:
    data.mkdir()
    (data / "cache.db").symlink_to(data / "unplugged" / "cache.db")
    with pytest.raises(KeysFileMissing):
        open_house_key(data, keychain, [data / "cache.db"])


@pytest.mark.parametrize("at", ["get", "set", "read back"])
def test_a_keychain_that_fails_leaves_no_keys_json(at: str, data: Path) -> None:
    keychain = Failing(at)
    for _ in range(3):
        with pytest.raises(KeychainFailed, match="ConnectionResetError"):
            open_house_key(data, keychain, [data / "cache.db"])
    assert not (data / KEYS_FILE).exists()


def test_a_keychain_that_fails_while_reading_makes_no_folder(data: Path) -> None:
    with pytest.raises(KeychainFailed):
        open_house_key(data, Failing("get"), [])
    assert not data.exists()


@pytest.mark.parametrize("at", ["get", "read back"])
def test_a_read_error_on_an_old_folder_is_not_taken_for_an_absent_key(
    at: str, data: Path, keychain: MemoryKeychain
) -> None:
    first_start(data, keychain)
    before = {file: file.read_bytes() for file in data.iterdir()}
    failing = Failing(at)
    failing.written = True
    for _ in range(3):
        with pytest.raises(KeychainFailed):
            open_house_key(data, failing, [data / "cache.db"])
    assert {file: file.read_bytes() for file in data.iterdir()} == before
    assert names(failing) == set()


def test_a_keychain_that_forgets_is_found_out_before_anything_depends_on_it(data: Path) -> None:
    with pytest.raises(KeychainForgets):
        open_house_key(data, Forgetful(), [data / "cache.db"])
    assert not (data / KEYS_FILE).exists()


def test_a_changed_key_store_is_named_with_both_names(data: Path, keychain: MemoryKeychain) -> None:
    first_start(data, keychain)
    moved = Moved()
    for _ in range(3):
        with pytest.raises(KeychainChanged, match=r"memory of one run.*KWallet"):
            open_house_key(data, moved, [data / "cache.db"])
    assert names(moved) == set()


def test_a_changed_key_store_that_has_the_key_just_opens(
    data: Path, keychain: MemoryKeychain
) -> None:
    made = first_start(data, keychain)
    moved = Moved()
    moved._secrets = dict(keychain._secrets)
    assert open_house_key(data, moved, [data / "cache.db"]) == Opened(made.key, False)


@pytest.mark.parametrize("junk", [b"", b"short", bytes(32), bytes(64)])
def test_an_altered_key_is_told_from_an_absent_one(
    junk: bytes, data: Path, keychain: MemoryKeychain
) -> None:
    first_start(data, keychain)
    (name,) = names(keychain)
    keychain.set(name, junk)
    for _ in range(3):
        with pytest.raises(KeyWrong):
            open_house_key(data, keychain, [data / "cache.db"])
    keychain.delete(name)
    with pytest.raises(KeyAbsent):
        open_house_key(data, keychain, [data / "cache.db"])


def test_the_recovery_key_moves_the_folder_to_another_key_store(
    data: Path, keychain: MemoryKeychain
) -> None:
    made = first_start(data, keychain)
    moved = Moved()
    assert recover(data, made.recovery.text().lower(), moved) == made.key
    assert open_house_key(data, moved, [data / "cache.db"]) == Opened(made.key, True)
    assert recorded_backend(data) == moved.backend
    assert names(moved).isdisjoint(names(keychain))


def test_recovery_that_the_keychain_does_not_take_changes_nothing(
    data: Path, keychain: MemoryKeychain
) -> None:
    made = first_start(data, keychain)
    before = (data / KEYS_FILE).read_bytes()
    with pytest.raises(KeychainFailed):
        recover(data, made.recovery.text(), Failing("set"))
    with pytest.raises(KeychainForgets):
        recover(data, made.recovery.text(), Forgetful())
    assert (data / KEYS_FILE).read_bytes() == before
    assert unlock_with_recovery_key(data, made.recovery.text()) == made.key


def test_the_recovery_key_of_another_workstation_does_not_open(
    data: Path, tmp_path: Path, keychain: MemoryKeychain
) -> None:
    first_start(data, keychain)
    other = first_start(tmp_path / "other", keychain)
    before = (data / KEYS_FILE).read_bytes()
    with pytest.raises(RecoveryKeyWrong, match="another workstation"):
        recover(data, other.recovery.text(), keychain)
    assert (data / KEYS_FILE).read_bytes() == before


def test_a_replaced_recovery_key_opens_and_the_old_one_does_not(
    data: Path, keychain: MemoryKeychain
) -> None:
    made = first_start(data, keychain)
    fresh = replace_recovery_key(data, keychain)
    assert unlock_with_recovery_key(data, fresh.text()) == made.key
    with pytest.raises(RecoveryKeyWrong):
        unlock_with_recovery_key(data, made.recovery.text())
    assert open_house_key(data, keychain, []) == Opened(made.key, False)


def test_typing_the_recovery_key_back_is_remembered(data: Path, keychain: MemoryKeychain) -> None:
    made = first_start(data, keychain)
    confirm_recovery_key(data, made.recovery.text())
    assert open_house_key(data, keychain, []) == Opened(made.key, True)


def test_a_disk_that_refuses_keys_json_leaves_no_key_in_the_keychain(
    data: Path, keychain: MemoryKeychain
) -> None:
    (data / f"{KEYS_FILE}.new").mkdir(parents=True)
    with pytest.raises(KeysFileUnwritable):
        open_house_key(data, keychain, [data / "cache.db"])
    assert names(keychain) == set()
    assert not (data / KEYS_FILE).exists()


def test_what_a_killed_start_left_behind_is_no_hindrance(
    data: Path, keychain: MemoryKeychain
) -> None:
    data.mkdir()
    (data / f"{KEYS_FILE}.new").write_text("half")
    first_start(data, keychain)
    assert not (data / f"{KEYS_FILE}.new").exists()


def test_of_many_processes_that_start_at_once_one_makes_the_key(data: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager, context.Pool(4) as pool:
        shared = manager.dict()
        results = pool.starmap(start_with, [(data, shared)] * 8)
        pool.close()
        pool.join()
        assert len(shared) == 1
    assert sorted(kind for kind, _ in results) == ["Created"] + ["Opened"] * 7
    assert len({check for _, check in results}) == 1


def start_with(data: Path, shared: dict[str, bytes]) -> tuple[str, bytes]:
    keychain = MemoryKeychain()
    keychain._secrets = shared
    result = open_house_key(data, keychain, [data / "cache.db"])
    return type(result).__name__, result.key.check_value()


def test_a_key_shows_itself_in_no_print_error_or_pickle(
    data: Path, keychain: MemoryKeychain
) -> None:
    made = first_start(data, keychain)
    shown = f"{made!r} {made} {made.key!s:>20} {keychain!r} {Opened(made.key, True)!r}"
    for copier in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(SecretWouldLeak) as caught:
            copier(made.key)
        assert isinstance(caught.value, OurError)
        shown += "".join(traceback.format_exception(caught.value))
        with pytest.raises(SecretWouldLeak):
            copier(made.recovery)
    for secret in (made.key.reveal().hex(), repr(made.key.reveal()), made.recovery.text()):
        assert secret not in shown
    assert "hidden" in shown


def test_a_data_key_has_exactly_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes, not 31"):
        DataKey(bytes(31))
    assert DataKey.fresh() != DataKey.fresh()
    assert {DataKey(bytes(32)), DataKey(bytes(32))} == {DataKey(bytes(32))}
