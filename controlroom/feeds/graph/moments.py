"""Moments as the Graph tells them."""

from datetime import UTC, datetime


def moment(told: str) -> datetime:
    """Returns a moment in UTC. Raises `ValueError` or `OverflowError` for what is none."""
    read = datetime.fromisoformat(told)
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware.astimezone(UTC)


def moment_of(told: str | None) -> datetime | None:
    """Returns a moment in UTC, None for what is none."""
    try:
        return moment(told or "")
    except (ValueError, OverflowError):
        return None
