"""Moments as the Graph tells and takes them."""

from datetime import UTC, datetime

from controlroom.exercise.faces.facebook.problems import bad


def told(ms: int) -> str:
    """Returns a moment (milliseconds since 1970) as the Graph writes it."""
    return datetime.fromtimestamp(ms // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


def seconds_in(written: str) -> int:
    """Returns the seconds since 1970 of a number or a date. Raises `Problem`."""
    if written.isascii() and written.isdigit() and len(written) < 12:
        return int(written)
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise bad("param must be a valid time") from None
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
