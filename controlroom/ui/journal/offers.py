"""What the filters offer: people, subjects, kinds, spans of time."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from controlroom.ui.journal.chosen import SPANS, WITHOUT_EFFECT
from controlroom.ui.journal.labels import KINDS, SORTS, kind_told, sort_told
from controlroom.ui.journal.names import Names
from controlroom.ui.language import language
from controlroom.ui.officers.chooser import Offered

translate = QCoreApplication.translate


def people(names: Names) -> list[Offered]:
    """Returns everybody the record knows, also who has left, by name."""
    state = names.state
    left = translate("Record", "has left")
    found = [
        Offered(number, names.person(number), f"{number} · {left}" if one.left else number)
        for number, one in (state.officers.items() if state is not None else ())
    ]
    return sorted(found, key=lambda one: one.words.casefold())


def subjects(names: Names) -> list[Offered]:
    """Returns the sorts of subjects, then every officer, profile, group and role."""
    found = [Offered(about, sort_told(about), translate("Record", "all")) for about in SORTS]
    state = names.state
    if state is None:
        return found
    found += [Offered(f"officer/{one.value}", one.words, one.second) for one in people(names)]
    for about, keys in (
        ("profile", sorted(state.profiles, key=names.profile)),
        ("group", sorted(state.groups)),
        ("role", sorted(state.roles, key=names.role)),
    ):
        subjects = [f"{about}/{key}" for key in keys]
        found += [Offered(one, names.subject(one), sort_told(about)) for one in subjects]
    return found


def kinds() -> list[Offered]:
    """Returns every kind by its name, and what has no effect."""
    first = Offered(WITHOUT_EFFECT, kind_chosen(WITHOUT_EFFECT))
    found = [Offered(kind, kind_told(kind)) for kind in KINDS]
    return [first, *sorted(found, key=lambda one: one.words.casefold())]


def kind_chosen(kind: str) -> str:
    """Returns what is shown for a kind that was chosen."""
    if kind == WITHOUT_EFFECT:
        return translate("Record", "Without effect")
    return kind_told(kind) if kind else ""


def subject_chosen(subject: str, names: Names) -> str:
    """Returns what is shown for a subject that was chosen."""
    if not subject:
        return ""
    return names.subject(subject) if "/" in subject else sort_told(subject)


def spans() -> list[tuple[str, str]]:
    """Returns the spans of time up to now that are offered."""
    told = {
        "hour": translate("Record", "The last hour"),
        "day": translate("Record", "The last 24 hours"),
        "week": translate("Record", "The last 7 days"),
        "month": translate("Record", "The last 30 days"),
        "year": translate("Record", "The last 365 days"),
    }
    return [(span, told[span]) for span in SPANS]


def stretch_told(since: datetime | None, until: datetime | None) -> str:
    """Returns a stretch of time in words, "" for none."""
    if since and until:
        return f"{_moment(since)} – {_moment(until)}"
    if since:
        return translate("Record", "since {time}").format(time=_moment(since))
    return translate("Record", "before {time}").format(time=_moment(until)) if until else ""


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return f"{language().date(here)} {language().time_in_table(here)}"
