"""What a backend of `keyring` does wrong, and what the operator is told of it."""

import traceback
from typing import Any

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError
from secretstorage.exceptions import (
    LockedException,
    PromptDismissedException,
    SecretServiceNotAvailableException,
)

from controlroom.keychain import MemoryKeychain
from controlroom.keychain.errors import (
    EntryDamaged,
    KeychainFailed,
    KeychainLocked,
    KeychainMissing,
    KeychainRefused,
)
from controlroom.keychain.system import SystemKeychain, system_keychain

SECRET = b"token of the force"
SENTINEL = "dG9rZW4gb2YgdGhlIGZvcmNl"


class Ring:
    """A backend in memory, as `keyring` has them; raises `error` if there is one."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        del self.kept[service, username]

    def _fail(self) -> None:
        if self.error:
            raise self.error


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("keychain", [MemoryKeychain(), SystemKeychain("ring", Ring())])
def test_a_secret_comes_back_and_goes(keychain: Any) -> None:
    assert keychain.get("token/7") is None
    keychain.set("token/7", SECRET)
    assert keychain.get("token/7") == SECRET
    keychain.set("token/7", b"\x00\xff")
    assert keychain.get("token/7") == b"\x00\xff"
    keychain.delete("token/7")
    keychain.delete("token/7")
    assert keychain.get("token/7") is None


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (KeyringLocked("Failed to unlock"), KeychainLocked),
        (LockedException("locked"), KeychainLocked),
        (PromptDismissedException("Prompt dismissed"), KeychainLocked),
        (caused(InitError("x"), PromptDismissedException("Prompt dismissed")), KeychainLocked),
        (caused(InitError("x"), SecretServiceNotAvailableException("gone")), KeychainMissing),
        (SecretServiceNotAvailableException("gone"), KeychainMissing),
        (NoKeyringError("none"), KeychainMissing),
        (PasswordSetError("no"), KeychainFailed),
        (ConnectionResetError("reset"), KeychainFailed),
        (OSError(5, "Input/output error"), KeychainFailed),
        (RuntimeError("anything"), KeychainFailed),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else repr(value)[:40],
)
def test_what_a_backend_raises_gets_a_meaning(error: Exception, meaning: type[Exception]) -> None:
    keychain = SystemKeychain("ring", Ring(error))
    for call in (keychain.get, keychain.delete, lambda name: keychain.set(name, SECRET)):
        with pytest.raises(meaning):
            call("token/7")


@pytest.mark.parametrize("text", ["not base 64!", "é", "AAA"])
def test_an_entry_that_somebody_altered_is_damage_and_not_absence(text: str) -> None:
    ring = Ring()
    ring.kept["controlroom", "token/7"] = text
    with pytest.raises(EntryDamaged, match="token/7"):
        SystemKeychain("ring", ring).get("token/7")
    SystemKeychain("ring", ring).delete("token/7")
    assert not ring.kept


def test_a_backend_that_quotes_the_secret_in_its_error_is_not_quoted() -> None:
    ring = Ring(PasswordSetError(f"could not store {SENTINEL}"))
    with pytest.raises(KeychainFailed) as caught:
        SystemKeychain("ring", ring).set("token/7", SECRET)
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value.values)
    assert SENTINEL not in shown
    assert "PasswordSetError" in shown
    assert caught.value.__context__ is None


def test_a_backend_named_by_the_environment_is_refused_if_it_is_not_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "vault.of.Somebody")
    with pytest.raises(KeychainRefused, match=r"vault\.of\.Somebody"):
        system_keychain()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with pytest.raises(KeychainMissing):
        system_keychain("keyring.backends.null.Keyring")
