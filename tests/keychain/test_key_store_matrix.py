"""Every state a key store can be in, three starts each: nothing is overwritten, nothing is made.

Under a real Secret Service (gnome-keyring in a D-Bus session of its own).
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from controlroom.keychain import unlock_with_recovery_key
from controlroom.keychain.keysfile import KEYS_FILE

STARTS = 3


def locked_without_prompt(station: Any) -> None:
    station.state = "locked"


def wrong_password(station: Any) -> None:
    station.password = "wrong"


def no_bus(station: Any) -> None:
    station.state = "absent"


def keyring_file_gone(station: Any) -> None:
    shutil.rmtree(station.home / ".local")


def key_deleted(station: Any) -> None:
    assert station.start("delete")["outcome"] == "Deleted"


def key_altered(station: Any) -> None:
    assert station.start("alter")["outcome"] == "Altered"


def key_garbled(station: Any) -> None:
    assert station.start("garble")["outcome"] == "Garbled"


def keys_file_deleted(station: Any) -> None:
    (station.data / KEYS_FILE).unlink()


def keys_file_damaged(station: Any) -> None:
    path = station.data / KEYS_FILE
    path.write_bytes(path.read_bytes().replace(b'"wrapped": "', b'"wrapped": "A', 1))


def keys_file_emptied(station: Any) -> None:
    (station.data / KEYS_FILE).write_bytes(b"")


def keys_file_newer(station: Any) -> None:
    path = station.data / KEYS_FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 2, "new": "field"}))


def keys_file_unreadable(station: Any) -> None:
    path = station.data / KEYS_FILE
    path.unlink()
    path.mkdir()


@dataclass(frozen=True)
class State:
    """How the state comes about, and what every start must then say."""

    arrange: Callable[[Any], None]
    outcome: str
    words: str


STATES = [
    State(locked_without_prompt, "KeychainLocked", "Unlock it"),
    State(wrong_password, "KeychainLocked", "Unlock it"),
    State(no_bus, "KeychainMissing", "recovery key"),
    State(keyring_file_gone, "KeyAbsent", "recovery key"),
    State(key_deleted, "KeyAbsent", "no longer holds the key"),
    State(key_altered, "KeyWrong", "altered"),
    State(key_garbled, "KeyWrong", "altered"),
    State(keys_file_deleted, "KeysFileMissing", "from a backup"),
    State(keys_file_damaged, "KeysFileDamaged", "damaged"),
    State(keys_file_emptied, "KeysFileDamaged", "damaged"),
    State(keys_file_newer, "KeysFileNewer", "newer version"),
    State(keys_file_unreadable, "KeysFileUnreadable", "cannot be read"),
]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.arrange.__name__)
def test_three_starts_say_what_is_wrong_and_touch_nothing(state: State, station: Any) -> None:
    state.arrange(station)
    before = tree(station.data)
    for _ in range(STARTS):
        answer = station.start()
        assert answer["outcome"] == state.outcome
        assert state.words in answer["told"]
        assert tree(station.data) == before


def test_an_unlocked_keychain_opens_three_times_with_the_same_key(
    station: Any, created: dict[str, Any]
) -> None:
    before = station.files()[KEYS_FILE]
    for _ in range(STARTS):
        answer = station.start()
        assert (answer["outcome"], answer["rows"]) == ("Opened", 1)
        assert answer["check"] == created["check"]
        assert station.files()[KEYS_FILE] == before


@pytest.mark.parametrize("state", [locked_without_prompt, no_bus], ids=lambda s: s.__name__)
def test_a_new_folder_stays_unmade_while_the_keychain_cannot_be_read(
    state: Callable[[Any], None], bare_station: Any
) -> None:
    state(bare_station)
    for _ in range(STARTS):
        assert bare_station.start()["outcome"] in ("KeychainLocked", "KeychainMissing")
        assert not bare_station.data.exists()


def test_a_locked_keychain_opens_again_once_unlocked(station: Any, created: dict[str, Any]) -> None:
    station.state = "locked"
    assert station.start()["outcome"] == "KeychainLocked"
    station.state = "unlocked"
    assert station.start()["check"] == created["check"]


@pytest.mark.parametrize("arrange", [keyring_file_gone, key_deleted, key_altered, key_garbled])
def test_the_recovery_key_brings_a_lost_keychain_back(
    arrange: Callable[[Any], None], station: Any, created: dict[str, Any]
) -> None:
    arrange(station)
    database = station.files()["cache.db"]
    assert station.start("rescue", created["recovery"]) == {"outcome": "Recovered", "rows": 1}
    assert station.files()["cache.db"] == database
    for _ in range(STARTS):
        answer = station.start()
        assert (answer["outcome"], answer["check"]) == ("Opened", created["check"])


def test_a_locked_keychain_is_not_recovered_into(station: Any, created: dict[str, Any]) -> None:
    station.state = "locked"
    before = station.files()
    assert station.start("rescue", created["recovery"])["outcome"] == "KeychainLocked"
    assert station.files() == before


def test_a_plaintext_backend_alone_is_refused_by_name_and_never_loaded(
    station: Any, plaintext: Any
) -> None:
    station.state, station.extra = "absent", (plaintext,)
    before = station.files()
    for _ in range(STARTS):
        answer = station.start()
        assert answer["outcome"] == "KeychainRefused"
        assert "keyrings.alt.file" in answer["told"]
    assert station.files() == before
    assert not (plaintext / "touched").exists()


def test_a_plaintext_backend_beside_a_real_one_is_passed_over(
    station: Any, created: dict[str, Any], plaintext: Any
) -> None:
    station.extra = (plaintext,)
    for _ in range(STARTS):
        answer = station.start()
        assert answer["backend"] == "keyring.backends.SecretService.Keyring"
        assert answer["check"] == created["check"]
    assert not (plaintext / "touched").exists()


def test_a_new_folder_gets_no_key_in_a_plaintext_backend(bare_station: Any, plaintext: Any) -> None:
    bare_station.state, bare_station.extra = "absent", (plaintext,)
    for _ in range(STARTS):
        assert bare_station.start()["outcome"] == "KeychainRefused"
    assert not bare_station.data.exists()
    assert not (plaintext / "touched").exists()


def test_no_start_leaves_a_secret_in_a_log_an_error_or_a_file(
    station: Any, created: dict[str, Any]
) -> None:
    key = unlock_with_recovery_key(station.data, created["recovery"])
    said = [station.start(), station.start("alter"), station.start(), station.start("rescue", "x")]
    station.state = "locked"
    said += [station.start(), station.start("rescue", created["recovery"])]
    haystack = (
        station.log.read_bytes()
        + json.dumps(said).encode()
        + b"".join(file.read_bytes() for file in station.place.rglob("*") if file.is_file())
    )
    assert len(station.log.read_bytes()) > 1000
    for secret in shapes(key.reveal(), created["recovery"]):
        assert secret not in haystack


def shapes(key: bytes, recovery: str) -> list[bytes]:
    """The forms in which a secret could be written down."""
    from base64 import b64encode

    texts = [key.hex(), key.hex().upper(), b64encode(key).decode(), repr(key)[2:-1], recovery]
    return [key, *(text.encode() for text in texts), recovery.replace("-", "").encode()]


def tree(folder: Any) -> dict[str, bytes]:
    """Returns every file with its bytes and every folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"folder"
        for path in folder.rglob("*")
    }
