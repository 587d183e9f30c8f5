"""The data key: 32 bytes that no print, log or pickle shows."""

import hashlib
import hmac
import secrets
from typing import NoReturn

from controlroom.model.errors import OurError

KEY_BYTES = 32
_CHECK_LABEL = b"controlroom data key check v1"


class SecretWouldLeak(OurError):
    """Something tried to copy a secret out by way of pickle."""


class DataKey:
    """The key of every database of one data folder.

    Raises `ValueError` if made from anything but 32 bytes.
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes, not {len(raw)}")
        self._raw = bytes(raw)

    @classmethod
    def fresh(cls) -> "DataKey":
        """Returns a new random key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def reveal(self) -> bytes:
        """Returns the bytes, for the cipher and the keychain only."""
        return self._raw

    def check_value(self) -> bytes:
        """Returns what may be stored in clear to recognise this key again."""
        return hmac.new(self._raw, _CHECK_LABEL, hashlib.sha256).digest()

    def fits(self, check_value: bytes) -> bool:
        """Whether `check_value` was made by this key."""
        return hmac.compare_digest(self.check_value(), check_value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and hmac.compare_digest(self._raw, other._raw)

    def __hash__(self) -> int:
        return hash(self.check_value())

    def __repr__(self) -> str:
        return "DataKey(hidden)"

    def __reduce__(self) -> NoReturn:
        raise SecretWouldLeak("a data key is never pickled")
