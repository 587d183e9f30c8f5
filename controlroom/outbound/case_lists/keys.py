"""The two keys of the case lists: one to find, one to read."""

import base64
import binascii
import hmac
import secrets
from hashlib import sha256
from typing import NoReturn

from controlroom.model.errors import OurError, WorldError

KEY_BYTES = 32
_MATCHES = b"controlroom case lists match v1"
_CHECK = b"controlroom case lists check v1"


class CaseKeyMistyped(WorldError):
    sentence = "This is not a key of the case lists."
    remedy = "Copy it once more from where it was exported, whole."


class _Key:
    """32 bytes that no print, log or pickle shows."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError(f"a key of the case lists has {KEY_BYTES} bytes, not {len(raw)}")
        self._raw = bytes(raw)

    def reveal(self) -> bytes:
        """Returns the bytes, for the cipher and the keychain only."""
        return self._raw

    def check(self) -> str:
        """Returns what tells this key from another without telling it."""
        return hmac.new(self._raw, _CHECK, sha256).hexdigest()[:16]

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and hmac.compare_digest(
            self._raw, getattr(other, "_raw", b"")
        )

    def __hash__(self) -> int:
        return hash(self.check())

    def __repr__(self) -> str:
        return f"{type(self).__name__}(hidden)"

    def __reduce__(self) -> NoReturn:
        raise OurError("a key of the case lists is never pickled")


class MatchKey(_Key):
    """With it an item is found in a text, by every desk that drafts and by the sender."""

    __slots__ = ()


class ReadingKey(_Key):
    """With it an item is read and made; the match key follows from it."""

    __slots__ = ()

    @classmethod
    def fresh(cls) -> "ReadingKey":
        """Returns a new random key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def match_key(self) -> MatchKey:
        """Returns the key with which what this key makes is found."""
        return MatchKey(hmac.new(self._raw, _MATCHES, sha256).digest())


class CaseKeys:
    """What one desk has: nothing, the match key, or both.

    Attributes:
        match: None where the lists cannot be used.
        reading: None where they can be used, and not read.
    """

    __slots__ = ("match", "reading")

    def __init__(self, match: MatchKey | None, reading: ReadingKey | None = None) -> None:
        self.match, self.reading = match, reading

    @classmethod
    def of(cls, reading: ReadingKey) -> "CaseKeys":
        """Returns both keys."""
        return cls(reading.match_key(), reading)

    def __repr__(self) -> str:
        return f"CaseKeys(match={self.match is not None}, reading={self.reading is not None})"


def written(key: MatchKey | ReadingKey) -> str:
    """Returns a key as it is handed to another desk: what it is, its bytes, a check."""
    letter = "R" if isinstance(key, ReadingKey) else "M"
    bytes_ = base64.b32encode(key.reveal()).decode().rstrip("=")
    return f"CR{letter}-{bytes_}-{key.check()[:6].upper()}"


def read_key(text: str) -> MatchKey | ReadingKey:
    """Returns the key that `written` wrote. Raises `CaseKeyMistyped`."""
    head, _, rest = text.strip().upper().partition("-")
    bytes_, _, check = rest.partition("-")
    try:
        raw = base64.b32decode(bytes_ + "=" * (-len(bytes_) % 8))
        key = _of_kind(head, raw)
    except (binascii.Error, ValueError):
        raise CaseKeyMistyped from None
    if key.check()[:6].upper() != check:
        raise CaseKeyMistyped
    return key


def _of_kind(head: str, raw: bytes) -> MatchKey | ReadingKey:
    if head == "CRR":
        return ReadingKey(raw)
    if head == "CRM":
        return MatchKey(raw)
    raise ValueError(head)
