"""The recovery key: 160 random bits as eight groups of five characters, made to be read aloud.

Each group is four characters of Crockford's base 32 and one check character: a weighted sum over
GF(32) in which every place has another weight and every group another start. So any one wrong
character, any two characters swapped and any two groups swapped are found, and the group is named.
"""

import hmac
import secrets
from typing import NoReturn

from controlroom.keychain.errors import RecoveryKeyLength, RecoveryKeyMistyped
from controlroom.keychain.secret import SecretWouldLeak

ENTROPY_BYTES = 20
GROUPS = 8
GROUP_LENGTH = 5

_DATA_LENGTH = GROUP_LENGTH - 1
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_FIELD = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


class RecoveryKey:
    """What opens a workstation whose keychain is gone; shown once, then only on paper."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != ENTROPY_BYTES:
            raise ValueError(f"a recovery key has {ENTROPY_BYTES} bytes, not {len(raw)}")
        self._raw = bytes(raw)

    @classmethod
    def fresh(cls) -> "RecoveryKey":
        """Returns a new random recovery key."""
        return cls(secrets.token_bytes(ENTROPY_BYTES))

    @classmethod
    def parse(cls, text: str) -> "RecoveryKey":
        """Reads a typed key: any case, any spaces and dashes, O for 0, I and L for 1.

        Raises `RecoveryKeyLength`, or `RecoveryKeyMistyped` with the number of the group.
        """
        typed = "".join(letter for letter in text.upper() if letter.isalnum())
        if len(typed) != GROUPS * GROUP_LENGTH:
            raise RecoveryKeyLength(wanted=GROUPS * GROUP_LENGTH, given=len(typed))
        return cls(_bytes(_checked(typed)))

    def text(self) -> str:
        """Returns the key as it is shown and printed: `XXXXX-XXXXX-…`, eight groups."""
        return "-".join(_group(number, data) for number, data in enumerate(_data(self._raw)))

    def reveal(self) -> bytes:
        """Returns the bytes, for the cipher only."""
        return self._raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RecoveryKey) and hmac.compare_digest(self._raw, other._raw)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "RecoveryKey(hidden)"

    def __reduce__(self) -> NoReturn:
        raise SecretWouldLeak("a recovery key is never pickled")


def _checked(typed: str) -> list[int]:
    values: list[int] = []
    for number in range(GROUPS):
        group = [_VALUES.get(letter, -1) for letter in typed[number * 5 : number * 5 + 5]]
        if -1 in group or _check(number, group[:-1]) != group[-1]:
            raise RecoveryKeyMistyped(group=number + 1)
        values += group[:-1]
    return values


def _check(number: int, data: list[int]) -> int:
    """The check value of a group: number + sum of alpha^(place + 1) times value."""
    total = 0
    for value in reversed(data):
        total = _doubled(total ^ value)
    return total ^ number


def _doubled(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value > 31 else value


def _group(number: int, data: list[int]) -> str:
    return "".join(_ALPHABET[value] for value in [*data, _check(number, data)])


def _data(raw: bytes) -> list[list[int]]:
    whole = int.from_bytes(raw, "big")
    count = GROUPS * _DATA_LENGTH
    values = [whole >> 5 * place & 31 for place in reversed(range(count))]
    return [values[start : start + _DATA_LENGTH] for start in range(0, count, _DATA_LENGTH)]


def _bytes(values: list[int]) -> bytes:
    whole = 0
    for value in values:
        whole = whole << 5 | value
    return whole.to_bytes(ENTROPY_BYTES, "big")
