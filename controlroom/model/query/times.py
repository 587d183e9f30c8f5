"""Times as people write them in a query."""

import re
from datetime import UTC, datetime, timedelta

_ABSOLUTE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
)
_AGE = re.compile(r"([0-9]{1,6})([mhdw])", re.IGNORECASE)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def moment(text: str, now: datetime) -> datetime | None:
    """Returns the moment in UTC, to the second; None for what is not a time.

    A date is its midnight; without a zone UTC is meant; an age (`2h`) counts back from `now`.
    """
    try:
        return _age(text, now) or _absolute(text)
    except (ValueError, OverflowError):
        return None


def moment_text(at: datetime) -> str:
    """Returns the shortest form which `moment` reads back."""
    at = at.astimezone(UTC)
    if not (at.hour or at.minute or at.second):
        return at.date().isoformat()
    spec = "seconds" if at.second else "minutes"
    return at.replace(tzinfo=None).isoformat(timespec=spec) + "Z"


def _age(text: str, now: datetime) -> datetime | None:
    if not (match := _AGE.fullmatch(text)):
        return None
    age = timedelta(**{_UNITS[match[2].lower()]: int(match[1])})
    return (now.astimezone(UTC) - age).replace(microsecond=0)


def _absolute(text: str) -> datetime | None:
    if not _ABSOLUTE.fullmatch(text):
        return None
    at = datetime.fromisoformat(text.upper())
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
