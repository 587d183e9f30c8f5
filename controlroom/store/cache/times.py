"""Moments as stored: whole milliseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


@lru_cache(maxsize=4096)
def to_ms(at: datetime) -> int:
    """Returns an aware moment in milliseconds; what is finer is cut off."""
    return (at - _EPOCH) // _MS


def from_ms(ms: int) -> datetime:
    """Returns the moment in UTC."""
    return _EPOCH + timedelta(milliseconds=ms)
