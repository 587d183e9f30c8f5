"""Moments as Mastodon writes them."""

import time
from datetime import UTC, datetime


def written_ms(ms: int) -> str:
    """Returns a moment (milliseconds since 1970), in UTC."""
    told = time.gmtime(ms // 1000)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', told)}.{ms % 1000:03d}Z"


def midnight(ms: int) -> str:
    """Returns the beginning of its day, as accounts tell when they were made."""
    return f"{time.strftime('%Y-%m-%d', time.gmtime(ms // 1000))}T00:00:00.000Z"


def day(ms: int) -> str:
    """Returns its day."""
    return time.strftime("%Y-%m-%d", time.gmtime(ms // 1000))


def read_ms(told: str) -> int | None:
    """Returns a moment that was sent, None for what is none."""
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(aware.timestamp() * 1000)
