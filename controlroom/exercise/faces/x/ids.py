"""X's ids: 41 bits of milliseconds since X began to count, then 22 bits that tell them apart.

Here those 22 bits are the number of the post or account in the world, so that an id leads back to
it without a table. Pure.
"""

import hashlib
from collections.abc import Iterable

BEGAN_MS = 1_288_834_974_657
"""X counts milliseconds from November 2010."""
OLDEST_MS = 1_356_998_400_000
"""What is older, or of no known age, is taken to be of 2013."""
_BITS = 22
_LOW = (1 << _BITS) - 1
MOST = _LOW
"""Posts or accounts that ids can tell apart."""


def id_at(ms: int, number: int) -> str:
    """Returns the id of something made at a moment (milliseconds since 1970)."""
    return str((max(ms, OLDEST_MS) - BEGAN_MS) << _BITS | number & _LOW)


def value_of(told: str) -> int | None:
    """Returns an id as a number, None for what is no id."""
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 19 else None


def number_in(told: str) -> int:
    """Returns the number an id stands for, 0 for what is no id; whether it is one of X's own has
    to be seen by making its id anew."""
    return (value_of(told) or 0) & _LOW


def ms_in(told: str) -> int:
    """Returns when an id was given out, milliseconds since 1970."""
    return ((value_of(told) or 0) >> _BITS) + BEGAN_MS


def version_ids(created_ms: int, edits_ms: Iterable[int], number: int) -> tuple[str, ...]:
    """Returns the ids of a post's versions, the first one first, each later than the one before."""
    moments = [created_ms]
    for edited in edits_ms:
        moments.append(max(edited, moments[-1] + 1))
    return tuple(id_at(ms, number) for ms in moments)


def media_id(key: str) -> str:
    """Returns the media id for a key of the world; what was uploaded here has it for a key."""
    if value_of(key) is not None:
        return key
    digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
    return str(int.from_bytes(digest, "big") >> 4)


def short_name(what: str) -> str:
    """Returns the last part of a short address, the same for the same target."""
    return hashlib.blake2b(what.encode(), digest_size=5).hexdigest()
