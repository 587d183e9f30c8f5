"""Moments of a draft in words: in the zone of the force, with the day if it is not today."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.ui.language import language

translate = QCoreApplication.translate


def here() -> tzinfo | None:
    """Returns the zone of this workstation."""
    return clock.now().astimezone().tzinfo


def zone_named(name: str) -> tzinfo | None:
    """Returns a zone by its IANA name; that of this workstation where it has none of that name."""
    try:
        return ZoneInfo(name) if name else here()
    except (ZoneInfoNotFoundError, ValueError):
        return here()


def home_zone() -> str:
    """Returns the IANA name of the zone this workstation stands in, "UTC" where it has none."""
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace") or "UTC"


def moment_told(at: datetime, zone: str = "") -> str:
    """Returns weekday, day and time: "Thu 14 May 19:30"; the time alone if it is today."""
    local = at.astimezone(zone_named(zone))
    today = clock.now().astimezone(zone_named(zone)).date()
    time = language().time_in_prose(local)
    if local.date() == today:
        return time
    template = translate("Compose", "{date} {time}")
    return template.format(date=language().short_date(local), time=time)


def clock_told(at: datetime) -> str:
    """Returns the time with seconds, here."""
    return language().clock(at.astimezone())
