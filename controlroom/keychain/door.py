"""What every keychain can do, and the one that lives in memory."""

from typing import Protocol

SERVICE = "controlroom"


class Keychain(Protocol):
    """Named secrets: "key/<id>" for a data folder, "token/<profile>" for a network.

    Every method may raise `KeychainMissing`, `KeychainLocked` or `KeychainFailed`.

    Attributes:
        backend: which store this is; recorded in keys.json to tell a change of desktop.
    """

    @property
    def backend(self) -> str: ...

    def get(self, name: str) -> bytes | None:
        """Returns the secret; None only if the keychain was read and holds no such entry.

        Raises `EntryDamaged` if the entry is not in the form in which it was written.
        """

    def set(self, name: str, secret: bytes) -> None:
        """Stores the secret, in place of one of the same name."""

    def delete(self, name: str) -> None:
        """Removes the secret; nothing happens if there is none."""


class MemoryKeychain:
    """A keychain that ends with the process: for exercises, and for a seat without a desktop."""

    backend = "memory"

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self._secrets.get(name)

    def set(self, name: str, secret: bytes) -> None:
        self._secrets[name] = bytes(secret)

    def delete(self, name: str) -> None:
        self._secrets.pop(name, None)

    def __repr__(self) -> str:
        return f"MemoryKeychain({len(self._secrets)} hidden)"


_SPOKEN = {
    "memory": "the memory of one run",
    "keyring.backends.macOS.Keyring": "the macOS Keychain",
    "keyring.backends.Windows.WinVaultKeyring": "the Windows Credential Locker",
    "keyring.backends.SecretService.Keyring": "the Secret Service (GNOME Keyring)",
    "keyring.backends.libsecret.Keyring": "the Secret Service (libsecret)",
    "keyring.backends.kwallet.DBusKeyring": "KWallet",
}


def spoken(backend: str) -> str:
    """Returns the plain name of a backend, or its id if we have none for it."""
    return _SPOKEN.get(backend, backend)
