"""What is said of series, in the language in force."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from controlroom.model import clock
from controlroom.model.outgoing.content import Content
from controlroom.model.outgoing.recurring import wall_of, wall_text
from controlroom.outbound.schedule.occurrences import Coming, coming, last_day
from controlroom.outbound.schedule.zones import Clocks, wall, zone_of
from controlroom.team.publishing.content import content_of
from controlroom.team.publishing_state import Series
from controlroom.ui.compose.when_told import home_zone
from controlroom.ui.language import language
from controlroom.ui.officers.words import listed
from controlroom.ui.planner.words import when_told

translate = QCoreApplication.translate
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = "-1"


def rule_told(rule: str) -> str:
    """Returns how often something comes: every 2 weeks on Monday and Friday, until 31 Jan 2027."""
    parts = dict(one.split("=", 1) for one in rule.split(";"))
    told = _often(parts)
    if until := last_day(rule):
        day = language().date(datetime.combine(until, datetime.min.time()))
        return translate("Planner", "{often}, until {day}").format(often=told, day=day)
    if count := parts.get("COUNT"):
        return translate("Planner", "{often}, {n} times in all").format(often=told, n=count)
    return told


def series_told(series: Series) -> str:
    """Returns how often a series comes, at which hour and by whose clocks."""
    told = translate("Planner", "{often}, at {time} by the clocks of {zone}")
    return told.format(
        often=rule_told(series.rule),
        time=language().time_in_table(wall_of(series.begins)),
        zone=content_of(series.content).zone,
    )


def next_told(coming: Sequence[Coming], zone: ZoneInfo, most: int = 3) -> str:
    """Returns when it comes next, and what the clocks make of the hour within the five weeks."""
    if not coming:
        return translate("Planner", "It does not come again.")
    days = listed([when_told(one.meant.at, zone) for one in coming[:most]])
    parts = [translate("Planner", "Next: {days}.").format(days=days)]
    notes = {
        Clocks.SKIPPED: translate("Planner", "The clocks go forward then: it leaves {when}."),
        Clocks.TWICE: translate("Planner", "That hour is there twice: the first is taken."),
    }
    odd = (one for one in coming if one.meant.clocks in notes)
    parts += [notes[one.meant.clocks].format(when=when_told(one.meant.at, zone)) for one in odd]
    return " ".join(parts)


def repeat_told(rule: str, content: Content) -> str:
    """Returns how often a draft comes once it is put forward, "" where it comes once."""
    if not rule or content.at is None:
        return ""
    zone = zone_of(content.zone or home_zone())
    first = wall(content.at, zone).replace(second=0, microsecond=0)
    found = coming(rule, wall_text(first), zone, (), clock.now())
    told = translate("Planner", "{often}, once it is put forward. {next}")
    return told.format(often=rule_told(rule), next=next_told(found, zone))


def weekday_told(number: int) -> str:
    """Returns what a weekday is called, 0 for Monday."""
    return language().locale.dayName(number + 1, QLocale.FormatType.LongFormat)


def _often(parts: dict[str, str]) -> str:
    every, on = int(parts.get("INTERVAL", "1")), parts.get("BYDAY", "")
    match parts["FREQ"]:
        case "DAILY":
            return _counted(
                every, translate("Planner", "Every day"), translate("Planner", "Every {n} days")
            )
        case "WEEKLY":
            told = _counted(
                every,
                translate("Planner", "Every week on {days}"),
                translate("Planner", "Every {n} weeks on {days}"),
            )
            return told.replace("{days}", _weekdays(on))
        case "MONTHLY":
            told = _counted(
                every,
                translate("Planner", "Every month on {day}"),
                translate("Planner", "Every {n} months on {day}"),
            )
            return told.replace("{day}", _day_of_month(on, parts.get("BYMONTHDAY", "")))
    return _counted(
        every, translate("Planner", "Every year"), translate("Planner", "Every {n} years")
    )


def _counted(every: int, one: str, several: str) -> str:
    return one if every == 1 else several.replace("{n}", language().figure(every))


def _weekdays(on: str) -> str:
    if on == "MO,TU,WE,TH,FR":
        return translate("Planner", "working days")
    names = [weekday_told(WEEK.index(one)) for one in on.split(",") if one in WEEK]
    return listed(names)


def _day_of_month(on: str, date: str) -> str:
    if date:
        if date == _LAST:
            return translate("Planner", "the last day")
        return translate("Planner", "day {n}").format(n=date)
    nth = {
        "1": translate("Planner", "the first {weekday}"),
        "2": translate("Planner", "the second {weekday}"),
        "3": translate("Planner", "the third {weekday}"),
        "4": translate("Planner", "the fourth {weekday}"),
        _LAST: translate("Planner", "the last {weekday}"),
    }
    return nth.get(on[:-2], "{weekday}").format(weekday=weekday_told(WEEK.index(on[-2:])))
