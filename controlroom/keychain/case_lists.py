"""The keys of the case lists, in the keychain and nowhere else."""

import secrets

from controlroom.keychain.door import Keychain
from controlroom.keychain.errors import EntryDamaged, KeychainForgets, SecretError

KEY_BYTES = 32


class CaseKeyThere(SecretError):
    sentence = "This desk already has another key of the case lists."
    remedy = "Items made with it could not be read any more. Remove them, and then its key, first."


class CaseKeyKeeper:
    """Keeps the keys of one data folder. Every method may raise what `Keychain` raises.

    Args:
        folder_id: the id of the folder's key, so that two folders do not share them.
    """

    def __init__(self, keychain: Keychain, folder_id: str) -> None:
        self._keychain = keychain
        self._match, self._reading = f"case-match/{folder_id}", f"case-reading/{folder_id}"

    def match_key(self) -> bytes | None:
        """Returns the key that finds, None if the keychain surely has none. `EntryDamaged`."""
        return self._read(self._match)

    def reading_key(self) -> bytes | None:
        """Returns the key that reads, None if the keychain surely has none. `EntryDamaged`."""
        return self._read(self._reading)

    def made(self) -> bytes:
        """Returns the key that reads, made now if there is none; written only once it was read.

        Raises `KeychainForgets` if what was written does not come back; nothing is kept then.
        """
        known = self.reading_key()
        if known is not None:
            return known
        key = secrets.token_bytes(KEY_BYTES)
        self._keep(self._reading, key)
        return key

    def keep_match(self, key: bytes) -> None:
        """Keeps a key that finds. Raises `CaseKeyThere` if there is another."""
        self._take(self._match, key)

    def keep_reading(self, key: bytes) -> None:
        """Keeps a key that reads. Raises `CaseKeyThere` if there is another."""
        self._take(self._reading, key)

    def forget(self) -> None:
        """Removes both keys from this desk."""
        self._keychain.delete(self._reading)
        self._keychain.delete(self._match)

    def _take(self, name: str, key: bytes) -> None:
        known = self._read(name)
        if known is not None and not secrets.compare_digest(known, key):
            raise CaseKeyThere
        if known is None:
            self._keep(name, key)

    def _keep(self, name: str, key: bytes) -> None:
        self._keychain.set(name, key)
        if self._keychain.get(name) != key:
            self._keychain.delete(name)
            raise KeychainForgets

    def _read(self, name: str) -> bytes | None:
        raw = self._keychain.get(name)
        if raw is not None and len(raw) != KEY_BYTES:
            raise EntryDamaged(name=name)
        return raw
