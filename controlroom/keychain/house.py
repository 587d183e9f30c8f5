"""How the key of a data folder is opened, and the one case in which a key is made.

A key is made only if keys.json is surely absent, no database is there, and the keychain has just
been read, written and read back. In every other case there is a typed error and nothing is touched.
"""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from controlroom.keychain.door import Keychain, spoken
from controlroom.keychain.errors import (
    EntryDamaged,
    KeyAbsent,
    KeychainChanged,
    KeychainForgets,
    KeysFileMissing,
    KeysFileUnreadable,
    KeyWrong,
    SecretError,
)
from controlroom.keychain.keysfile import KeysFile, entry_name, read_keys
from controlroom.keychain.recovery import RecoveryKey
from controlroom.keychain.secret import KEY_BYTES, DataKey
from controlroom.keychain.wrap import sealed
from controlroom.keychain.writing import alone, write_keys
from controlroom.model.frozen import dataclass

_COMPANIONS = ("", "-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Opened:
    """The key of a folder that has one.

    Attributes:
        recovery_noted: False as long as nobody has typed the recovery key back from paper.
    """

    key: DataKey
    recovery_noted: bool


@dataclass(frozen=True, slots=True)
class Created:
    """A key just made, and the recovery key, which is to be shown now and never again."""

    key: DataKey
    recovery: RecoveryKey


def open_house_key(
    data_dir: Path, keychain: Keychain, databases: Iterable[Path]
) -> Opened | Created:
    """Returns the key of `data_dir`, made now if the folder is new.

    Args:
        databases: every file the key encrypts; if any is there, no key is made.

    Raises any `SecretError` but those of the recovery key; nothing was changed then.
    """
    keys = read_keys(data_dir)
    if keys is not None:
        return opened(keys, keychain, data_dir)
    files = list(databases)
    _refuse_databases(data_dir, files)
    key_id = _unused_id(keychain)
    with alone(data_dir):
        keys = read_keys(data_dir)  # another process may have been first
        if keys is not None:
            return opened(keys, keychain, data_dir)
        _refuse_databases(data_dir, files)
        return _created(data_dir, keychain, key_id)


def opened(keys: KeysFile, keychain: Keychain, data_dir: Path) -> Opened:
    """Returns the key keys.json speaks of. Raises `KeyAbsent`, `KeychainChanged`, `KeyWrong`."""
    try:
        raw = keychain.get(entry_name(keys.key_id))
    except EntryDamaged as error:
        raise KeyWrong(folder=data_dir) from error
    if raw is None:
        raise _absent(keys, keychain, data_dir)
    if len(raw) != KEY_BYTES or not DataKey(raw).fits(keys.check):
        raise KeyWrong(folder=data_dir)
    return Opened(DataKey(raw), keys.recovery_noted)


def hand_over(keychain: Keychain, key_id: str, key: DataKey) -> None:
    """Gives the key to the keychain and asks for it back. Raises `KeychainForgets`."""
    name = entry_name(key_id)
    keychain.set(name, key.reveal())
    if keychain.get(name) != key.reveal():
        raise KeychainForgets


def _created(data_dir: Path, keychain: Keychain, key_id: str) -> Created:
    key, recovery = DataKey.fresh(), RecoveryKey.fresh()
    hand_over(keychain, key_id, key)
    try:
        write_keys(data_dir, sealed(key, recovery, backend=keychain.backend, key_id=key_id))
    except SecretError:
        with suppress(SecretError):
            keychain.delete(entry_name(key_id))
        raise
    return Created(key, recovery)


def _unused_id(keychain: Keychain) -> str:
    """Returns a new id, having asked the keychain for it: this raises if it cannot be read."""
    key_id = secrets.token_hex(16)
    keychain.get(entry_name(key_id))
    return key_id


def _absent(keys: KeysFile, keychain: Keychain, data_dir: Path) -> SecretError:
    if keys.backend == keychain.backend:
        return KeyAbsent(folder=data_dir)
    return KeychainChanged(was=spoken(keys.backend), now=spoken(keychain.backend))


def _refuse_databases(data_dir: Path, databases: list[Path]) -> None:
    for database in databases:
        for companion in _COMPANIONS:
            if _is_there(database.with_name(database.name + companion)):
                raise KeysFileMissing(folder=data_dir)


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise KeysFileUnreadable(path=path, reason=error.strerror) from error
    return True
