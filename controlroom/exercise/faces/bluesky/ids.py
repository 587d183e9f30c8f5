"""Ids of the AT protocol: DIDs, record keys (TIDs), dialogues. Pure, reversible without a table.

A TID is 53 bits of microseconds and 10 bits that tell clocks apart, in an alphabet that sorts. The
three digits below the millisecond and the 10 bits hold a post's number.
"""

import hashlib
from functools import lru_cache

_SIGNS = "234567abcdefghijklmnopqrstuvwxyz"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}
_PAIRS = tuple(one + two for one in _SIGNS for two in _SIGNS)
_LENGTH = 13
_APART = 1000 << 10
"""Posts of one millisecond that TIDs tell apart."""
_PLC = "did:plc:"
_PLC_SIGNS = "abcdefghijklmnopqrstuvwxyz234567"
_PLC_VALUES = {sign: value for value, sign in enumerate(_PLC_SIGNS)}
_PLC_LENGTH = 24
_MOST_ACCOUNTS = 1 << 30
_PAIR = (1 << 60) - 1
_SCRAMBLED = 0x9E3779B97F4A7C5
"""Odd, so that multiplying by it can be undone."""
_UNSCRAMBLED = pow(_SCRAMBLED, -1, _PAIR + 1)
_FRONT = 1 << 60


def tid(ms: int, number: int) -> str:
    """Returns the key of what was made at a moment (milliseconds since 1970)."""
    low = number % _APART
    return _written(((ms * 1000 + (low >> 10)) << 10) | (low & 1023))


def tid_at(us: int) -> str:
    """Returns the key of a moment (microseconds since 1970), as revisions have it."""
    return _written(us << 10)


def told_by_tid(key: str) -> tuple[int, int] | None:
    """Returns the moment in milliseconds and the number, less multiples of `step`; None if none."""
    value = _read(key)
    if value is None:
        return None
    us = value >> 10
    return us // 1000, (us % 1000) << 10 | (value & 1023)


def candidates(low: int, most: int) -> range:
    """Returns the numbers up to `most` that a TID's own may stand for."""
    return range(low, most + 1, _APART)


@lru_cache(8192)
def did_of(account: int) -> str:
    """Returns the DID of an account's number."""
    proof = hashlib.blake2b(account.to_bytes(4), digest_size=11).digest()
    head = (account ^ int.from_bytes(_mask(proof))).to_bytes(4)
    value = int.from_bytes(head + proof)
    signs = (_PLC_SIGNS[value >> (5 * at) & 31] for at in reversed(range(_PLC_LENGTH)))
    return _PLC + "".join(signs)


def account_of(did: str) -> int:
    """Returns the number of the account a DID stands for, 0 for one of nobody."""
    signs = did.removeprefix(_PLC)
    if not did.startswith(_PLC) or len(signs) != _PLC_LENGTH or not set(signs) <= set(_PLC_SIGNS):
        return 0
    value = 0
    for sign in signs:
        value = value << 5 | _PLC_VALUES[sign]
    raw = value.to_bytes(15)
    account = int.from_bytes(raw[:4]) ^ int.from_bytes(_mask(raw[4:]))
    return account if did_of(account) == did else 0


def dialogue_id(one: int, other: int) -> str:
    """Returns the id of the dialogue of two accounts."""
    pair = min(one, other) * _MOST_ACCOUNTS + max(one, other)
    return _written(_FRONT | pair * _SCRAMBLED & _PAIR)


def pair_of(dialogue: str) -> tuple[int, int] | None:
    """Returns the two accounts of a dialogue, the lower number first; None for what is no id."""
    value = _read(dialogue)
    if value is None or value & ~_PAIR != _FRONT:
        return None
    return divmod((value & _PAIR) * _UNSCRAMBLED & _PAIR, _MOST_ACCOUNTS)


def _mask(proof: bytes) -> bytes:
    return hashlib.blake2b(proof, digest_size=4, person=b"plc").digest()


def _written(value: int) -> str:
    pairs = (_PAIRS[value >> at & 1023] for at in (50, 40, 30, 20, 10, 0))
    return _SIGNS[value >> 60] + "".join(pairs)


def _read(key: str) -> int | None:
    if len(key) != _LENGTH or not set(key) <= _VALUES.keys() or _VALUES[key[0]] > 7:
        return None
    value = 0
    for sign in key:
        value = value << 5 | _VALUES[sign]
    return value
