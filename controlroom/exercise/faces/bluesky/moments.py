"""Moments as the AT protocol writes them."""

from datetime import UTC, datetime


def written_ms(ms: int) -> str:
    """Returns a moment (milliseconds since 1970) with milliseconds, in UTC."""
    told = datetime.fromtimestamp(ms // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{told}.{ms % 1000:03}Z"


def read_ms(told: str) -> int | None:
    """Returns a moment in milliseconds since 1970, None for what is none."""
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(aware.timestamp() * 1000)
