"""What is said in the planner, in the language in force."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from controlroom.model import clock
from controlroom.outbound.schedule.conflicts import Clash, Conflict
from controlroom.outbound.schedule.zones import wall
from controlroom.ui.language import counted, language
from controlroom.ui.planner.plan import PlanItem, PlanState
from controlroom.ui.planner.spans import Span, View

translate = QCoreApplication.translate
ICONS = {
    PlanState.DRAFT: "compose",
    PlanState.WAITING: "approvals",
    PlanState.SCHEDULED: "clock",
    PlanState.HELD: "hand",
    PlanState.SENT: "okc",
    PlanState.FAILED: "crit",
    PlanState.WITHDRAWN: "withdraw",
    PlanState.COMING: "sync",
}


def state_name(state: PlanState) -> str:
    """Returns what a state is called."""
    return {
        PlanState.DRAFT: translate("Planner", "Draft"),
        PlanState.WAITING: translate("Planner", "Awaiting approval"),
        PlanState.SCHEDULED: translate("Planner", "Scheduled"),
        PlanState.HELD: translate("Planner", "Held"),
        PlanState.SENT: translate("Planner", "Sent"),
        PlanState.FAILED: translate("Planner", "Failed"),
        PlanState.WITHDRAWN: translate("Planner", "Withdrawn"),
        PlanState.COMING: translate("Planner", "To come"),
    }[state]


def coming_told() -> str:
    """Returns what a day of a series is that is no draft yet."""
    return translate("Planner", "No draft yet: it becomes one five weeks before it leaves.")


def view_name(view: View) -> str:
    """Returns what a view is called."""
    return {
        View.DAY: translate("Planner", "Day"),
        View.WEEK: translate("Planner", "Week"),
        View.MONTH: translate("Planner", "Month"),
        View.LIST: translate("Planner", "List"),
    }[view]


def title_of(item: PlanItem) -> str:
    """Returns what an item is called."""
    content = item.draft.content if item.is_answer and item.draft is not None else None
    if not item.title and content is not None and content.about is not None:
        author = content.about.author
        template = translate("Planner", "Answer to {name}")
        return template.format(name=author) if author else translate("Planner", "Answer")
    return item.title or translate("Planner", "Without a title")


def time_of(item: PlanItem, zone: ZoneInfo) -> str:
    """Returns when an item leaves, as in a table."""
    return language().time_in_table(wall(item.at, zone))


def profiles_told(item: PlanItem) -> str:
    """Returns to how many an item goes, and how many of them failed."""
    if item.trouble:
        told = translate("Planner", "{n} of {all} failed")
        return told.format(n=item.trouble, all=len(item.targets))
    return counted(
        len(item.targets),
        translate("Planner", "{n} profile"),
        translate("Planner", "{n} profiles"),
    )


def to_told(item: PlanItem, zone: ZoneInfo) -> str:
    """Returns by when an answer has to leave; of everything else, to how many it goes."""
    if item.answer_by is None:
        return profiles_told(item)
    by, now = wall(item.answer_by, zone), clock.now()
    when = language().time_in_table(by)
    if by.date() != wall(item.at, zone).date():
        when = when_told(item.answer_by, zone)
    if item.answer_by < now:
        return translate("Planner", "too late since {when}").format(when=when)
    return translate("Planner", "answer by {when}").format(when=when)


def to_briefly(item: PlanItem, zone: ZoneInfo) -> str:
    """Returns the same where there is little room."""
    if item.answer_by is None:
        return profiles_told(item)
    if item.answer_by < clock.now():
        return translate("Planner", "too late")
    by = wall(item.answer_by, zone)
    is_same = by.date() == wall(item.at, zone).date()
    when = language().time_in_table(by) if is_same else day_told(by.date())
    return translate("Planner", "by {when}").format(when=when)


def when_told(at: datetime, zone: ZoneInfo) -> str:
    """Returns day and time: Fri 15 May 10:00."""
    shown = wall(at, zone)
    return f"{language().short_date(shown)} {language().time_in_table(shown)}"


def spoken(item: PlanItem, zone: ZoneInfo) -> str:
    """Returns an item for a screen reader."""
    parts = [
        title_of(item),
        state_name(item.state),
        when_told(item.at, zone),
        profiles_told(item),
    ]
    if item.answer_by is not None:
        parts.append(to_told(item, zone))
    if item.series:
        parts.append(translate("Planner", "one of a series"))
    return ", ".join(parts)


def span_told(view: View, span: Span, day: date) -> str:
    """Returns what stretch is shown: Week 20 · 11–17 May 2026."""
    first, last, locale = span.days[0], span.days[-1], language().locale
    long = QLocale.FormatType.LongFormat
    if view is View.DAY:
        return f"{locale.dayName(day.isoweekday(), long)} {day.day} {_month(day)} {day.year}"
    if view is View.MONTH:
        return f"{_month(day)} {day.year}"
    days = f"{first.day}–{last.day} {_month(last)} {last.year}"
    if first.month != last.month:
        days = f"{first.day} {_month(first)} – {last.day} {_month(last)} {last.year}"
    if view is View.LIST:
        return days
    told = translate("Planner", "Week {n} · {days}")
    return told.format(n=first.isocalendar().week, days=days)


def day_told(day: date) -> str:
    """Returns a day as the head of a column: Mon 11."""
    name = language().locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{name} {day.day}"


def conflict_told(one: Conflict, titles: dict[str, str], mine: str) -> str:
    """Returns what gets in the way of an item."""
    other = titles.get(one.other if one.one == mine else one.one, "")
    minutes = int(one.apart.total_seconds() // 60)
    count = len(one.profiles)
    match one.clash:
        case Clash.CLOSE:
            told = translate("Planner", "{n} min from “{title}” on {count} of its profiles.")
        case Clash.SAME:
            told = translate("Planner", "Says the same as “{title}” on {count} of its profiles.")
        case Clash.ALIKE:
            told = translate(
                "Planner", "Says nearly the same as “{title}” on {count} of its profiles."
            )
    return told.format(n=minutes, title=other, count=count)


def _month(day: date) -> str:
    return language().locale.monthName(day.month, QLocale.FormatType.LongFormat)
