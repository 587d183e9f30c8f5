"""Names of records, chosen before anything is sent: what bears one was written by us."""

import secrets
import threading
from datetime import datetime

_SIGNS = "234567abcdefghijklmnopqrstuvwxyz"
_LENGTH, _BITS, _CLOCK_BITS = 13, 5, 10
_CLOCK = secrets.randbelow(1 << _CLOCK_BITS)
"""Tells this process from others that make names in the same microsecond."""
_lock = threading.Lock()
_latest = 0


def new_tid(now: datetime) -> str:
    """Returns a name no record has, of this moment (atproto.com, record key type "tid")."""
    global _latest
    with _lock:
        _latest = max(round(now.timestamp() * 1_000_000), _latest + 1)
        number = _latest << _CLOCK_BITS | _CLOCK
    places = range((_LENGTH - 1) * _BITS, -1, -_BITS)
    return "".join(_SIGNS[number >> place & 31] for place in places)
