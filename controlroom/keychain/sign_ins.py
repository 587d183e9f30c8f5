"""The sign-ins of the profiles, in the keychain and nowhere else.

A credential is one secret in as many entries as it needs: the Windows Credential Locker takes at
most 2,560 bytes an entry, in UTF-16 and after base 64, and some networks' tokens are longer.
"""

from collections.abc import Iterable
from contextlib import suppress

import msgspec

from controlroom.keychain.door import Keychain
from controlroom.keychain.errors import EntryDamaged
from controlroom.model.credential import AppKey, Credential
from controlroom.model.decoding import decoder

PART_BYTES = 900
"""Of a secret in one entry: 1,200 characters in base 64, 2,400 bytes in UTF-16."""
_MOST_PARTS = 64
_END = b"."
_MORE = b"+"

_encode = msgspec.json.Encoder().encode
_credential = decoder(Credential).decode
_app = decoder(AppKey).decode


class SignInKeeper:
    """Keeps the sign-ins of one data folder. Every call may take its time.

    Every method may raise what `Keychain` raises.

    Args:
        folder_id: the id of the folder's key, so that two folders do not share sign-ins.
    """

    def __init__(self, keychain: Keychain, folder_id: str) -> None:
        self._keychain = keychain
        self._folder = folder_id

    def of(self, profiles: Iterable[int]) -> dict[int, Credential]:
        """Returns what there is; a profile without an entry, or with a damaged one, is left out."""
        found: dict[int, Credential] = {}
        for profile in profiles:
            with suppress(EntryDamaged):
                credential = self._credential(profile)
                if credential is not None:
                    found[profile] = credential
        return found

    def save(self, profile: int, credential: Credential) -> None:
        """Keeps a credential in place of the profile's former one."""
        self._write(self._name(profile), _encode(credential))

    def forget(self, profile: int) -> None:
        """Removes the profile's credential."""
        self._remove(self._name(profile), 0)

    def app(self, network: str, host: str = "") -> AppKey | None:
        """Returns the force's own application at a network, None if none was entered.

        Raises `EntryDamaged` too.
        """
        name = self._app_name(network, host)
        raw = self._read(name)
        if raw is None:
            return None
        try:
            return _app(raw)
        except msgspec.MsgspecError:
            raise EntryDamaged(name=name) from None

    def save_app(self, network: str, app: AppKey, host: str = "") -> None:
        """Keeps the force's own application at a network."""
        self._write(self._app_name(network, host), _encode(app))

    def _credential(self, profile: int) -> Credential | None:
        name = self._name(profile)
        raw = self._read(name)
        try:
            return None if raw is None else _credential(raw)
        except msgspec.MsgspecError:
            raise EntryDamaged(name=name) from None

    def _read(self, name: str) -> bytes | None:
        """Each part begins with a sign that says whether it is the last."""
        whole = b""
        for number in range(_MOST_PARTS):
            part = self._keychain.get(_part(name, number))
            if part is None:
                if number:
                    raise EntryDamaged(name=name)
                return None
            whole += part[1:]
            if part[:1] == _END:
                return whole
        raise EntryDamaged(name=name)

    def _write(self, name: str, secret: bytes) -> None:
        """Writes the last part first: what was cut off midway is read as damaged, never as true."""
        parts = [secret[at : at + PART_BYTES] for at in range(0, len(secret), PART_BYTES)]
        for number in reversed(range(len(parts))):
            sign = _END if number == len(parts) - 1 else _MORE
            self._keychain.set(_part(name, number), sign + parts[number])
        self._remove(name, len(parts))

    def _remove(self, name: str, first: int) -> None:
        for number in range(first, _MOST_PARTS):
            if self._keychain.get(_part(name, number)) is None:
                return
            self._keychain.delete(_part(name, number))

    def _name(self, profile: int) -> str:
        return f"token/{self._folder}/{profile}"

    def _app_name(self, network: str, host: str) -> str:
        return f"app/{self._folder}/{network}/{host}"


def _part(name: str, number: int) -> str:
    return f"{name}#{number}" if number else name
