"""The keychain of the operating system, through `keyring`, by allow-list.

`keyring` chooses by itself the backend of the highest priority, which may be a plain file
(`keyrings.alt`) or whatever the environment names. Here the choice is ours: the first allowed
backend that works. Code of a backend that is not allowed is not even imported.
"""

import base64
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

from controlroom.keychain.door import SERVICE
from controlroom.keychain.errors import (
    EntryDamaged,
    KeychainFailed,
    KeychainLocked,
    KeychainMissing,
    KeychainRefused,
    SecretError,
)

_ALLOWED = {
    "darwin": ("keyring.backends.macOS.Keyring",),
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
}
_ALLOWED_ELSEWHERE = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.libsecret.Keyring",
)
# By name of class, because not every system has every backend's library.
_MEANINGS: dict[str, type[SecretError]] = {
    "SecretServiceNotAvailableException": KeychainMissing,
    "NoKeyringError": KeychainMissing,
    "KeyringLocked": KeychainLocked,
    "LockedException": KeychainLocked,
    "PromptDismissedException": KeychainLocked,
    "InitError": KeychainLocked,
}


class SystemKeychain:
    """One backend of `keyring`, held by name; secrets are stored as base 64 text."""

    def __init__(self, backend: str, ring: Any) -> None:
        self.backend = backend
        self._ring = ring

    def get(self, name: str) -> bytes | None:
        text = _asked(name, self._ring.get_password, SERVICE, name)
        return None if text is None else _decoded(name, text)

    def set(self, name: str, secret: bytes) -> None:
        _asked(name, self._ring.set_password, SERVICE, name, base64.b64encode(secret).decode())

    def delete(self, name: str) -> None:
        if _asked(name, self._ring.get_password, SERVICE, name) is not None:
            _asked(name, self._ring.delete_password, SERVICE, name)

    def __repr__(self) -> str:
        return f"SystemKeychain({self.backend})"


def system_keychain(prefer: str = "") -> SystemKeychain:
    """Returns the keychain of this computer; `prefer` (a backend id) wins if it works.

    Raises `KeychainRefused` if only backends outside the allow-list are there, else
    `KeychainMissing`.
    """
    for backend in _candidates(prefer):
        ring = _working(backend)
        if ring is not None:
            return SystemKeychain(backend, ring)
    others = _others()
    if others:
        raise KeychainRefused(found=", ".join(others))
    raise KeychainMissing


def _candidates(prefer: str) -> list[str]:
    allowed = _ALLOWED.get(sys.platform, _ALLOWED_ELSEWHERE)
    return sorted(allowed, key=lambda backend: backend != prefer)


def _working(backend: str) -> Any | None:
    module, _, name = backend.rpartition(".")
    with suppress(ImportError):
        kind = getattr(import_module(module), name)
        return kind() if kind.viable else None
    return None


def _others() -> list[str]:
    """Names the backends that are installed or asked for but not allowed, without loading them."""
    from importlib.metadata import entry_points  # slow, and only needed when all else is missing

    asked = os.environ.get("PYTHON_KEYRING_BACKEND", "")
    names = {entry.value for entry in entry_points(group="keyring.backends")} | {asked}
    foreign = {name for name in names if name and not name.startswith("keyring.backends.")}
    return sorted({".".join(name.partition(":")[0].split(".")[:3]) for name in foreign})


def _decoded(name: str, text: str) -> bytes:
    with suppress(ValueError):
        return base64.b64decode(text, validate=True)
    raise EntryDamaged(name=name)


def _asked(name: str, call: Callable[..., Any], *values: str) -> Any:
    """Calls the backend and gives what it raises a meaning.

    The backend's own error may hold the secret: it is left behind before ours is raised, so that
    no traceback prints it.
    """
    try:
        return call(*values)
    except UnicodeDecodeError:
        failure: SecretError = EntryDamaged(name=name)
    except Exception as error:  # noqa: BLE001 - a backend is foreign code and may raise anything
        failure = _meaning(error)
    raise failure


def _meaning(error: BaseException) -> SecretError:
    chain = [error, error.__cause__, error.__context__]
    names = {kind.__name__ for link in chain if link for kind in type(link).__mro__}
    for known, meaning in _MEANINGS.items():
        if known in names:
            return meaning()
    return KeychainFailed(kind=type(error).__name__)
