"""Times, rates and shares as people write them: `+12m`, `17:28`, `40/min`, `30%`."""

import re
from datetime import datetime, timedelta

_UNITS = {"d": 86_400, "h": 3600, "m": 60, "min": 60, "s": 1}
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(d|h|min|m|s)\s*")
_RATE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:/|a|per)\s*(second|sec|s|minute|min|m|hour|h|day|d)")
_PER = {"s": 1, "sec": 1, "second": 1, "m": 60, "min": 60, "minute": 60, "h": 3600, "hour": 3600,
        "d": 86_400, "day": 86_400}  # fmt: skip
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*%")


def length_of(text: str) -> timedelta:
    """Returns "1h 30m", "90s", "+12m" or "-2h" as a length. Raises ValueError."""
    bare = text.strip()
    sign = -1 if bare.startswith("-") else 1
    bare = bare.lstrip("+-").strip()
    parts = _PART.findall(bare)
    if not parts or _PART.sub("", bare):
        if bare == "0":
            return timedelta()
        raise ValueError(f"“{text}” is no length of time such as 90s, 12m or 1h 30m")
    return sign * timedelta(seconds=sum(float(number) * _UNITS[unit] for number, unit in parts))


def moment_of(text: str, starts: datetime) -> timedelta:
    """Returns "+12m", or "17:28" on the day of the start, as time since then. Raises ValueError."""
    if not (clock := _TIME.fullmatch(text.strip())):
        return length_of(text)
    hour, minute, second = (int(part or 0) for part in clock.groups())
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"“{text}” is no time of day")
    at = starts.replace(hour=hour, minute=minute, second=second, microsecond=0)
    return at - starts


def rate_of(text: str) -> float:
    """Returns "40/min" as times a second. Raises ValueError."""
    if text.strip() in ("0", "none", "never"):
        return 0.0
    if not (found := _RATE.fullmatch(text.strip())):
        raise ValueError(f"“{text}” is no rate such as 2/s, 40/min or 6/h")
    return float(found[1]) / _PER[found[2]]


def share_of(text: str) -> float:
    """Returns "30%" as 0.3. Raises ValueError."""
    found = _SHARE.fullmatch(text.strip())
    if not found or not 0 <= float(found[1]) <= 100:
        raise ValueError(f"“{text}” is no share such as 30%")
    return float(found[1]) / 100
