"""Moments as X writes them."""

import time
from datetime import datetime


def written_ms(ms: int) -> str:
    """Returns a moment (milliseconds since 1970) as X tells it, in UTC."""
    told = time.gmtime(ms // 1000)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', told)}.{ms % 1000:03d}Z"


def read_ms(told: str) -> int | None:
    """Returns a moment X is told, None for what is none."""
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    return round(moment.timestamp() * 1000) if moment.tzinfo else None
