"""Mastodon's ids: milliseconds since 1970, shifted by 16 bits, and what tells posts apart.

Here the lowest 22 bits are the number of the post or account in the world, so that an id leads back
to it without a table; what is finer than 64 milliseconds goes to the number. Pure.
"""

import hashlib

_BITS = 22
_FINE = 6
"""22 bits less the 16 that Mastodon shifts by."""
_LOW = (1 << _BITS) - 1
OLDEST_MS = 1_477_958_400_000
"""What is older, or of no known age, is taken to be of November 2016, when Mastodon began."""


def id_at(ms: int, number: int) -> str:
    """Returns the id of something made at a moment (milliseconds since 1970)."""
    return str((max(ms, OLDEST_MS) >> _FINE) << _BITS | number & _LOW)


def value_of(told: str) -> int | None:
    """Returns an id as a number, None for what is no id."""
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 19 else None


def number_in(told: str) -> int:
    """Returns the number an id stands for, 0 for what is no id; whether it is one of this server's
    own has to be seen by making its id anew."""
    return (value_of(told) or 0) & _LOW


def ms_in(told: str) -> int:
    """Returns when an id was given out, milliseconds since 1970, to 64 of them."""
    return ((value_of(told) or 0) >> _BITS) << _FINE


def media_id(key: str) -> str:
    """Returns the id of an attachment; what was uploaded here has it for a key."""
    if value_of(key) is not None:
        return key
    digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
    return str(int.from_bytes(digest, "big") >> 7)


def pair_id(first: int, second: int) -> str:
    """Returns an id for something that two numbers name."""
    return str(first << _BITS | second & _LOW)


def pair_in(told: str) -> tuple[int, int]:
    """Returns the two numbers again, zeros for what is no id."""
    value = value_of(told) or 0
    return value >> _BITS, value & _LOW
