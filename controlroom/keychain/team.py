"""What a data folder needs to work in a team: its password, and a station's signing key."""

from controlroom.keychain.door import Keychain
from controlroom.keychain.errors import EntryDamaged


class TeamSecrets:
    """The secrets of one data folder. Every method may raise what `Keychain` raises.

    Args:
        folder_id: the id of the folder's key, so that two folders do not share them.
    """

    def __init__(self, keychain: Keychain, folder_id: str) -> None:
        self._keychain = keychain
        self._word, self._signer = f"team/{folder_id}", f"signer/{folder_id}"

    def password(self) -> str:
        """Returns the login's password, "" if it signs in without one. Raises `EntryDamaged`."""
        raw = self._keychain.get(self._word) or b""
        try:
            return raw.decode()
        except UnicodeDecodeError:
            raise EntryDamaged(name=self._word) from None

    def save_password(self, password: str) -> None:
        """Keeps the login's password; an empty one is forgotten."""
        if password:
            self._keychain.set(self._word, password.encode())
        else:
            self._keychain.delete(self._word)

    def signing_key(self) -> bytes | None:
        """Returns the private key with which a station signs checkpoints, None for none yet."""
        return self._keychain.get(self._signer)

    def save_signing_key(self, key: bytes) -> None:
        """Keeps it."""
        self._keychain.set(self._signer, key)
