"""Moments of a draft in words: in the zone of the force, with the day if it is not today."""

from datetime import datetime, timedelta, tzinfo
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


def span_told(span: timedelta) -> str:
    """Returns a length of time in two parts at most: 04:40, 39 min, 1 d 13 h."""
    seconds = int(span.total_seconds())
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86_400
    if minutes < 10:
        return f"{minutes:02}:{seconds % 60:02}"
    if hours < 1:
        return translate("Approvals", "{n} min").format(n=minutes)
    if days < 1:
        told = translate("Approvals", "{h} h {m} min")
        return told.format(h=hours, m=minutes % 60)
    return translate("Approvals", "{d} d {h} h").format(d=days, h=hours % 24)
