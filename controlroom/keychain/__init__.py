"""The only door to the OS keychain, and the key and recovery key of a data folder.

Read `door` (what a keychain is), `house` (how the key of a folder is opened or made) and `rescue`
(what the recovery key is for). The rule of the room: "cannot read" is never "absent", and nothing
is made or written unless the keychain has just been read.
"""

from controlroom.keychain.door import Keychain, MemoryKeychain
from controlroom.keychain.house import Created, Opened, open_house_key
from controlroom.keychain.keysfile import KEYS_FILE, recorded_backend
from controlroom.keychain.recovery import RecoveryKey
from controlroom.keychain.rescue import (
    confirm_recovery_key,
    recover,
    replace_recovery_key,
    unlock_with_recovery_key,
)
from controlroom.keychain.secret import DataKey
from controlroom.keychain.system import system_keychain

__all__ = [
    "KEYS_FILE",
    "Created",
    "DataKey",
    "Keychain",
    "MemoryKeychain",
    "Opened",
    "RecoveryKey",
    "confirm_recovery_key",
    "open_house_key",
    "recorded_backend",
    "recover",
    "replace_recovery_key",
    "system_keychain",
    "unlock_with_recovery_key",
]
