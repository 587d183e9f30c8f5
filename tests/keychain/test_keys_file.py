"""keys.json: what is written is read, and no damage to it goes unseen."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controlroom.keychain import DataKey, MemoryKeychain, RecoveryKey, open_house_key
from controlroom.keychain.errors import (
    KeysFileBusy,
    KeysFileDamaged,
    KeysFileMissing,
    KeysFileNewer,
    KeysFileUnreadable,
    KeysFileUnwritable,
)
from controlroom.keychain.keysfile import KEYS_FILE, needed_keys, read_keys
from controlroom.keychain.wrap import sealed, unsealed
from controlroom.keychain.writing import alone, write_keys

KEY, RECOVERY = DataKey(bytes(range(32))), RecoveryKey(bytes(range(20)))


def a_file(noted: bool = False) -> object:
    return sealed(KEY, RECOVERY, backend="memory", key_id="abc", noted=noted)


@pytest.mark.parametrize("noted", [True, False])
def test_what_is_written_is_read(noted: bool, tmp_path: Path) -> None:
    keys = a_file(noted)
    write_keys(tmp_path, keys)
    assert read_keys(tmp_path) == keys
    assert unsealed(needed_keys(tmp_path), RECOVERY, tmp_path) == KEY


def test_no_file_is_none_and_a_needed_one_an_error(tmp_path: Path) -> None:
    assert read_keys(tmp_path) is None
    with pytest.raises(KeysFileMissing):
        needed_keys(tmp_path)


def test_every_flipped_bit_is_noticed(tmp_path: Path) -> None:
    keys = a_file()
    write_keys(tmp_path, keys)
    path = tmp_path / KEYS_FILE
    whole = path.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            path.write_bytes(flipped)
            try:
                assert read_keys(tmp_path) == keys  # only white space was hit
                assert whole[place : place + 1].isspace()
            except (KeysFileDamaged, KeysFileNewer):
                pass


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_else_is_damage(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / KEYS_FILE).write_bytes(junk)
    with pytest.raises(KeysFileDamaged):
        read_keys(tmp_path)


@pytest.mark.parametrize(
    "text", ["[]", "null", "1", '{"format": 1}', '{"format": "9"}', "[" * 9999]
)
def test_json_of_another_shape_is_damage(text: str, tmp_path: Path) -> None:
    (tmp_path / KEYS_FILE).write_text(text)
    with pytest.raises(KeysFileDamaged):
        read_keys(tmp_path)


def test_a_newer_format_is_told_even_if_all_else_is_unknown(tmp_path: Path) -> None:
    (tmp_path / KEYS_FILE).write_text(json.dumps({"format": 2, "kept": "elsewhere"}))
    with pytest.raises(KeysFileNewer):
        read_keys(tmp_path)


def test_a_file_that_cannot_be_read_is_not_an_absent_one(tmp_path: Path) -> None:
    (tmp_path / KEYS_FILE).mkdir()
    with pytest.raises(KeysFileUnreadable, match="Is a directory"):
        read_keys(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file is in the way")
    with pytest.raises((KeysFileUnwritable, KeysFileUnreadable)):
        open_house_key(tmp_path / "data", MemoryKeychain(), [])
    with pytest.raises(KeysFileUnwritable, match="File exists"), alone(tmp_path / "data"):
        pass


def test_a_second_process_waits_and_then_says_who_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controlroom.keychain.writing._WAIT_S", 0.2)
    with alone(tmp_path), pytest.raises(KeysFileBusy), alone(tmp_path):
        pass


def test_a_wrapped_key_does_not_open_under_another_id(tmp_path: Path) -> None:
    from dataclasses import replace

    from controlroom.keychain.errors import RecoveryKeyWrong

    keys = sealed(KEY, RECOVERY, backend="memory", key_id="abc")
    with pytest.raises(RecoveryKeyWrong):
        unsealed(replace(keys, key_id="abd"), RECOVERY, tmp_path)
    with pytest.raises(KeysFileDamaged):
        unsealed(replace(keys, nonce=b""), RECOVERY, tmp_path)
    with pytest.raises(KeysFileDamaged):
        unsealed(replace(keys, check=bytes(32)), RECOVERY, tmp_path)
