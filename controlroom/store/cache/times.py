"""Moments as stored: whole milliseconds since 1970, UTC."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_MS = 86_400_000


def to_ms(at: datetime) -> int:
    """Returns an aware moment in milliseconds; what is finer is cut off."""
    gap = at - _EPOCH
    return gap.days * _DAY_MS + gap.seconds * 1000 + gap.microseconds // 1000


def each_to_ms(moments: Iterable[datetime]) -> list[int]:
    """Returns each moment in milliseconds; one that is the same as that before it costs little."""
    last, ms, told = _EPOCH, 0, []
    for at in moments:
        if at is not last and at != last:
            last, ms = at, to_ms(at)
        told.append(ms)
    return told


def all_to_ms(moments: Iterable[datetime]) -> list[int]:
    """Returns each moment in milliseconds."""
    gaps = [at - _EPOCH for at in moments]
    return [g.days * _DAY_MS + g.seconds * 1000 + g.microseconds // 1000 for g in gaps]


def from_ms(ms: int) -> datetime:
    """Returns the moment in UTC."""
    return _EPOCH + timedelta(milliseconds=ms)
