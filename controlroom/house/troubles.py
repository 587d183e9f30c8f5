"""Which remedies fit which error of opening."""

from pathlib import Path

from controlroom.house.backups import newest_holding
from controlroom.house.keys_back import LOST, is_in_a_backup
from controlroom.keychain import KEYS_FILE
from controlroom.keychain.errors import (
    EntryDamaged,
    KeyAbsent,
    KeychainChanged,
    KeychainFailed,
    KeychainForgets,
    KeychainLocked,
    KeychainMissing,
    KeychainRefused,
    KeyWrong,
)
from controlroom.model.errors import WorldError
from controlroom.model.house import Remedy
from controlroom.store.errors import Damaged, WrongKey
from controlroom.store.lock import AlreadyRunning

LOCKED_OUT = (
    EntryDamaged,
    KeyAbsent,
    KeychainChanged,
    KeychainFailed,
    KeychainForgets,
    KeychainLocked,
    KeychainMissing,
    KeychainRefused,
    KeyWrong,
)
"""Errors that leave the databases closed although the recovery key would open them."""


def remedies(error: WorldError, folder: Path, *, has_key: bool) -> tuple[Remedy, ...]:
    """Returns what may help against an error, the best first; reads the folder only."""
    if isinstance(error, AlreadyRunning):
        return ()
    found = [Remedy.TRY_AGAIN]
    if _opens_with_recovery_key(error, folder):
        found.append(Remedy.RECOVERY_KEY)
    if has_key and isinstance(error, Damaged | WrongKey) and _has_backup(error, folder):
        found.insert(0, Remedy.RESTORE)
    if has_key and isinstance(error, Damaged):
        found.insert(0, Remedy.SALVAGE)
    return tuple(found)


def _opens_with_recovery_key(error: WorldError, folder: Path) -> bool:
    if isinstance(error, LOST):
        return is_in_a_backup(folder)
    return isinstance(error, LOCKED_OUT) and (folder / KEYS_FILE).exists()


def _has_backup(error: WorldError, folder: Path) -> bool:
    return bool(newest_holding(folder, Path(str(error.values["path"])).name))
