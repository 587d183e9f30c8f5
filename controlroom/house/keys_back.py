"""Getting keys.json back from a backup, for a folder that has lost it but not its databases."""

from collections.abc import Iterator
from pathlib import Path

from controlroom.house.backups import newest_holding
from controlroom.keychain import KEYS_FILE, DataKey, unlock_with_recovery_key
from controlroom.keychain.errors import (
    KeysFileDamaged,
    KeysFileMissing,
    KeyWrong,
    RecoveryKeyWrong,
    SecretError,
)
from controlroom.keychain.keysfile import KeysFile, needed_keys
from controlroom.keychain.recovery import RecoveryKey
from controlroom.keychain.writing import alone, write_keys
from controlroom.store.durable import disk_told
from controlroom.store.kinds import OURS
from controlroom.store.pages import any_page_fits

LOST = (KeysFileMissing, KeysFileDamaged)
"""Errors of a folder whose own keys.json tells nothing any more."""
SET_ASIDE = "keys.damaged.json"


def is_in_a_backup(folder: Path) -> bool:
    """Returns whether one of the folder's backups has a keys.json."""
    return bool(newest_holding(folder, KEYS_FILE))


def put_back_keys(folder: Path, typed: str) -> None:
    """Puts back keys.json if it is lost: the newest one whose key fits the databases.

    A damaged one is kept beside it. Nothing else is touched, and nothing at all if the recovery
    key opens no keys.json of a backup.

    Raises `RecoveryKeyMistyped`, `RecoveryKeyLength`, `RecoveryKeyWrong`; `KeyWrong` if the
    databases were made with another key; what was the matter before if no backup has keys.json.
    """
    try:
        needed_keys(folder)
    except LOST as error:
        RecoveryKey.parse(typed)
        keys = _fitting(folder, typed, error)
        with alone(folder):
            _set_aside(folder)
            write_keys(folder, keys)


def _fitting(folder: Path, typed: str, lost: SecretError) -> KeysFile:
    reason: SecretError = lost
    for backup in _backups(folder):
        try:
            key = unlock_with_recovery_key(backup, typed)
        except (RecoveryKeyWrong, *LOST) as error:
            reason = error if isinstance(error, RecoveryKeyWrong) else reason
            continue
        if _opens(folder, key):
            return needed_keys(backup)
        reason = KeyWrong(folder=folder)
    raise reason


def _backups(folder: Path) -> Iterator[Path]:
    return (listed.folder for listed in newest_holding(folder, KEYS_FILE))


def _opens(folder: Path, key: DataKey) -> bool:
    there = [folder / kind.name for kind in OURS if (folder / kind.name).exists()]
    return any(any_page_fits(path, key.reveal()) for path in there)


def _set_aside(folder: Path) -> None:
    with disk_told(folder):
        if (folder / KEYS_FILE).exists():
            (folder / KEYS_FILE).replace(folder / SET_ASIDE)
