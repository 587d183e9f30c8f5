"""How alerts are told."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.alert import KeptAlert, Level
from controlroom.ui.alerts.look import Told
from controlroom.ui.board.card.age import age
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.card.person import name_of
from controlroom.ui.language import counted, language

translate = QCoreApplication.translate
LONGEST = 160

ICONS = {Level.COUNT: "info", Level.NOTICE: "bell", Level.ALERT: "warn", Level.CRITICAL: "crit"}
COLOURS = {
    Level.COUNT: "text2", Level.NOTICE: "text2", Level.ALERT: "amber", Level.CRITICAL: "red",
}  # fmt: skip


def level_told(level: Level) -> str:
    """Returns what a level is called."""
    return {
        Level.COUNT: translate("Alerts", "Count"),
        Level.NOTICE: translate("Alerts", "Notice"),
        Level.ALERT: translate("Alerts", "Alert"),
        Level.CRITICAL: translate("Alerts", "Critical"),
    }[level]


def level_explained(level: Level) -> str:
    """Returns how a level shows itself."""
    return {
        Level.COUNT: translate("Alerts", "Counts at the bell, nothing else."),
        Level.NOTICE: translate("Alerts", "Stands at the top right for 8 seconds."),
        Level.ALERT: translate("Alerts", "Stands in amber until it is read; one tone."),
        Level.CRITICAL: translate(
            "Alerts",
            "Stands in red until it is taken, even while posts pour in; two tones every minute.",
        ),
    }[level]


def name_told(alert: KeptAlert) -> str:
    """Returns the name of an alert and how many posts it stands for."""
    number = f"{language().figure(alert.count)}{'+' if alert.more else ''}"
    name = clean_line(alert.name, 60)
    return f"{name} ({number})" if alert.count > 1 or alert.more else name


def post_told(told: Told) -> str:
    """Returns who wrote the newest post of an alert, and what, on one line."""
    if told.text or told.alert.text:
        return clean_line(told.text or told.alert.text, LONGEST)
    if told.post is None or told.post.gone_at is not None:
        return translate("Alerts", "The post is gone.")
    post = told.post.post
    author = name_of(post.author)[:40]
    return f"{author}: {clean_line(post.text, LONGEST)}"


def line_told(told: Told, now: datetime | None = None) -> str:
    """Returns an alert as one line of the list."""
    when = age(told.alert.at, now or clock.now())
    return f"{when}   {name_told(told.alert)}   {post_told(told)}"


def spoken(told: Told) -> str:
    """Returns an alert as a screen reader says it."""
    level = level_told(told.alert.level)
    return f"{level}: {name_told(told.alert)}. {post_told(told)}"


def spoken_in_list(told: Told) -> str:
    """Returns the same with whether it was read, and when."""
    read = translate("Alerts", "Read") if told.alert.is_read else translate("Alerts", "Unread")
    return f"{read}. {spoken(told)}. {age(told.alert.at, clock.now())}"


def missed_told(missed: int) -> str:
    """Returns that posts came too fast to be looked at."""
    return counted(
        missed,
        translate("Alerts", "{n} post came too fast to be looked at."),
        translate("Alerts", "{n} posts came too fast to be looked at."),
    )
