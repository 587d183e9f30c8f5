"""Moments as X tells them: written out, and hidden in its ids."""

from datetime import UTC, datetime

_IDS_BEGAN_MS = 1_288_834_974_657
"""X counts the milliseconds in its ids from November 2010."""


def moment(told: str) -> datetime:
    """Returns a moment of X in UTC. Raises `ValueError`."""
    read = datetime.fromisoformat(told)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)


def made_at(remote_id: str) -> datetime | None:
    """Returns when an id was given out, None for one that is not X's."""
    if not remote_id.isascii() or not remote_id.isdigit() or len(remote_id) > 19:
        return None
    milliseconds = (int(remote_id) >> 22) + _IDS_BEGAN_MS
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
