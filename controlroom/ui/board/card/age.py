"""How long ago something was, as short as it goes."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from controlroom.ui.language import counted, language

translate = QCoreApplication.translate
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STEP_S = 15
"""Ages change no more often than this."""


def age(moment: datetime, now: datetime) -> str:
    """Returns "now", "30 s", "12 min", then the time of day, then the day; both are aware."""
    gone = now - moment
    if gone < timedelta(seconds=STEP_S):
        return translate("Age", "now")
    if gone < timedelta(minutes=1):
        return translate("Age", "{n} s").format(n=gone.seconds // STEP_S * STEP_S)
    if gone < HOUR:
        return translate("Age", "{n} min").format(n=gone.seconds // 60)
    local = moment.astimezone()
    if gone < DAY:
        return language().time_in_table(local)
    date = language().short_date(local)
    return date if gone < timedelta(days=300) else f"{date} {local.year}"


def age_in_words(moment: datetime, now: datetime) -> str:
    """Returns the same as a screen reader should say it."""
    gone = now - moment
    if gone < timedelta(minutes=1):
        return translate("Age", "just now")
    if gone < HOUR:
        return counted(
            gone.seconds // 60,
            translate("Age", "{n} minute ago"),
            translate("Age", "{n} minutes ago"),
        )
    return age(moment, now)
