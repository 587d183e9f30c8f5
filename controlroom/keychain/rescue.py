"""What the recovery key is for: opening without the keychain, and the drills around it."""

import secrets
from dataclasses import replace
from pathlib import Path

from controlroom.keychain.door import Keychain
from controlroom.keychain.house import hand_over, opened
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.recovery import RecoveryKey
from controlroom.keychain.secret import DataKey
from controlroom.keychain.wrap import sealed, unsealed
from controlroom.keychain.writing import alone, write_keys


def unlock_with_recovery_key(data_dir: Path, typed: str) -> DataKey:
    """Returns the data key for this run only; changes nothing and needs no keychain.

    Raises `RecoveryKeyMistyped`, `RecoveryKeyLength`, `RecoveryKeyWrong` and what keys.json may.
    """
    return unsealed(needed_keys(data_dir), RecoveryKey.parse(typed), data_dir)


def recover(data_dir: Path, typed: str, keychain: Keychain) -> DataKey:
    """Opens with the recovery key and gives the key to this keychain for the next starts.

    The key gets a new id, so that an entry left in an old keychain is neither read nor overwritten.
    Raises as `unlock_with_recovery_key`, and what the keychain may; keys.json is unchanged then.
    """
    with alone(data_dir):
        key = unlock_with_recovery_key(data_dir, typed)
        key_id = secrets.token_hex(16)
        hand_over(keychain, key_id, key)
        recovery = RecoveryKey.parse(typed)
        keys = sealed(key, recovery, backend=keychain.backend, key_id=key_id, noted=True)
        write_keys(data_dir, keys)
    return key


def replace_recovery_key(data_dir: Path, keychain: Keychain) -> RecoveryKey:
    """Returns a new recovery key, to be shown once; the old one opens nothing any more.

    Backups taken before keep the old keys.json and with it the old recovery key. Raises as
    `open_house_key`.
    """
    with alone(data_dir):
        keys = needed_keys(data_dir)
        key = opened(keys, keychain, data_dir).key
        recovery = RecoveryKey.fresh()
        write_keys(data_dir, sealed(key, recovery, backend=keys.backend, key_id=keys.key_id))
    return recovery


def confirm_recovery_key(data_dir: Path, typed: str) -> None:
    """Records that somebody has the recovery key on paper; raises as `unlock_with_recovery_key`."""
    with alone(data_dir):
        unlock_with_recovery_key(data_dir, typed)
        write_keys(data_dir, replace(needed_keys(data_dir), recovery_noted=True))
