"""The data key under the recovery key: HKDF-SHA256, then AES-256-GCM bound to the key's id."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from controlroom.keychain.errors import KeysFileDamaged, RecoveryKeyWrong
from controlroom.keychain.keysfile import KEYS_FILE, KeysFile
from controlroom.keychain.recovery import RecoveryKey
from controlroom.keychain.secret import DataKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_PURPOSE = b"controlroom recovery wrap v1"


def sealed(
    key: DataKey, recovery: RecoveryKey, *, backend: str, key_id: str, noted: bool = False
) -> KeysFile:
    """Returns what keys.json is to say of this key."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = _cipher(recovery, salt).encrypt(nonce, key.reveal(), key_id.encode())
    return KeysFile(backend, key_id, key.check_value(), salt, nonce, wrapped, noted)


def unsealed(keys: KeysFile, recovery: RecoveryKey, data_dir: Path) -> DataKey:
    """Returns the data key. Raises `RecoveryKeyWrong`, `KeysFileDamaged`."""
    from cryptography.exceptions import InvalidTag

    cipher = _cipher(recovery, keys.salt)
    try:
        key = DataKey(cipher.decrypt(keys.nonce, keys.wrapped, keys.key_id.encode()))
    except InvalidTag as error:
        raise RecoveryKeyWrong(folder=data_dir) from error
    except ValueError as error:
        raise KeysFileDamaged(path=data_dir / KEYS_FILE) from error
    if not key.fits(keys.check):
        raise KeysFileDamaged(path=data_dir / KEYS_FILE)
    return key


def _cipher(recovery: RecoveryKey, salt: bytes) -> "AESGCM":
    # Imported here: an ordinary start needs no cipher and should not pay for it.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return AESGCM(HKDF(SHA256(), 32, salt, _PURPOSE).derive(recovery.reveal()))
