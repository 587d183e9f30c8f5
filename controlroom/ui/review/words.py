"""The words of the section: facets, stretches of time, what is kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from controlroom.ui.board.card.badges import NAMES
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.language import language
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.review.narrowing import Group, Narrowing

translate = QCoreApplication.translate
VALUES = {
    (Group.KIND, "comment"): QT_TRANSLATE_NOOP("Review", "Comments"),
    (Group.KIND, "reply"): QT_TRANSLATE_NOOP("Review", "Replies"),
    (Group.KIND, "repost"): QT_TRANSLATE_NOOP("Review", "Reposts"),
    (Group.KIND, "message"): QT_TRANSLATE_NOOP("Review", "Direct messages"),
    (Group.MARKED, "edited"): QT_TRANSLATE_NOOP("Review", "Edited later"),
    (Group.MARKED, "gone"): QT_TRANSLATE_NOOP("Review", "Deleted later"),
    (Group.MARKED, "kept"): QT_TRANSLATE_NOOP("Review", "Kept for good"),
    (Group.MARKED, "sensitive"): QT_TRANSLATE_NOOP("Review", "Sensitive"),
    (Group.HAS, "image"): QT_TRANSLATE_NOOP("Review", "Photo"),
    (Group.HAS, "video"): QT_TRANSLATE_NOOP("Review", "Video"),
    (Group.HAS, "gif"): QT_TRANSLATE_NOOP("Review", "Short clip"),
    (Group.HAS, "audio"): QT_TRANSLATE_NOOP("Review", "Sound"),
}
STEPS = {
    1: QT_TRANSLATE_NOOP("Review", "every second"),
    5: QT_TRANSLATE_NOOP("Review", "every 5 seconds"),
    15: QT_TRANSLATE_NOOP("Review", "every 15 seconds"),
    60: QT_TRANSLATE_NOOP("Review", "every minute"),
    300: QT_TRANSLATE_NOOP("Review", "every 5 minutes"),
    900: QT_TRANSLATE_NOOP("Review", "every 15 minutes"),
    3_600: QT_TRANSLATE_NOOP("Review", "every hour"),
    14_400: QT_TRANSLATE_NOOP("Review", "every 4 hours"),
    86_400: QT_TRANSLATE_NOOP("Review", "every day"),
    604_800: QT_TRANSLATE_NOOP("Review", "every week"),
    2_592_000: QT_TRANSLATE_NOOP("Review", "every 30 days"),
    31_536_000: QT_TRANSLATE_NOOP("Review", "every 365 days"),
}


def group_told(group: Group) -> str:
    """Returns the caption of a group of facets."""
    return {
        Group.NETWORK: translate("Review", "Network"),
        Group.KIND: translate("Review", "Kind"),
        Group.MARKED: translate("Review", "Marked"),
        Group.HAS: translate("Review", "Has"),
        Group.LANGUAGE: translate("Review", "Language"),
        Group.THROUGH: translate("Review", "Came through"),
        Group.AUTHOR: translate("Review", "Author"),
    }[group]


def value_told(group: Group, value: str) -> str:
    """Returns what a facet is called; a handle or profile is its own name."""
    if (group, value) in VALUES:
        return translate("Review", VALUES[group, value])
    if group is Group.NETWORK:
        return look_of(value).name
    return _tongue(value) if group is Group.LANGUAGE else value


def chips_told(narrowing: Narrowing) -> list[tuple[str, Narrowing]]:
    """Returns what narrows, in words, each with what is left once it is taken away."""
    chips = []
    if narrowing.since or narrowing.until:
        stretch = stretch_told(narrowing.since, narrowing.until)
        chips.append((stretch, narrowing.within(None, None)))
    for group in narrowing.groups():
        values = [value_told(group, value) for value in narrowing.values(group)]
        chips.append((_several(group, values), narrowing.without(group)))
    return chips


def stretch_told(since: datetime | None, until: datetime | None) -> str:
    """Returns a stretch of time: "6 May 2026 12:00 – 8 May 2026 14:00"."""
    if since and until:
        return f"{moment_told(since)} – {moment_told(until)}"
    if since:
        return translate("Review", "from {time}").format(time=moment_told(since))
    return translate("Review", "before {time}").format(time=moment_told(until)) if until else ""


def moment_told(moment: datetime) -> str:
    """Returns a day, with its time unless it is midnight."""
    local = moment.astimezone()
    day = language().date(local)
    midnight = not (local.hour or local.minute or local.second)
    return day if midnight else f"{day} {language().time_in_table(local)}"


def instant_told(moment: datetime) -> str:
    """Returns a moment to the second: 7 May 2026 22:41:07."""
    local = moment.astimezone()
    return f"{language().date(local)} {language().clock(local)}"


def step_told(step: timedelta) -> str:
    """Returns how much one bar of the histogram stands for."""
    text = STEPS.get(int(step.total_seconds()), "")
    return translate("Review", text) if text else ""


def _several(group: Group, values: Sequence[str]) -> str:
    if len(values) <= 2:
        return ", ".join(values)
    template = translate("Review", "{group}: {n}")
    return template.format(group=group_told(group), n=language().figure(len(values)))


def _tongue(tag: str) -> str:
    code = tag.partition("-")[0]
    if code in NAMES:
        return NAMES[code]
    known = QLocale(code).name() != "C" and len(code) <= 3
    return (QLocale(code).nativeLanguageName() if known else "") or tag
