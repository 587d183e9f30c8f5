"""The route of a draft in words: its author, each step, and the sending."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.team.incidents import is_open, is_open_on
from controlroom.team.publishing.usual import usual
from controlroom.ui.compose.route_pane import Step
from controlroom.ui.compose.when_told import moment_told
from controlroom.ui.incident_names import incidents_offered
from controlroom.ui.language import counted, language
from controlroom.ui.officers.words import name_of, role_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from controlroom.model.outgoing.content import Content
    from controlroom.model.outgoing.route import RouteStep
    from controlroom.ui.compose.kept import Sheet
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate


def steps_told(book: "RecordBook", content: "Content", steps: "Sequence[RouteStep]") -> list[Step]:
    """Returns the lines of a route."""
    author = Step(name_of(book.state, book.officer), translate("Compose", "author"), done=True)
    middle = [
        Step(
            step_told(one), _by_whom(one), current=not number, tag=translate("Compose", "required")
        )
        for number, one in enumerate(steps)
    ]
    return [author, *middle, _last(content, has_steps=bool(steps))]


def step_told(step: "RouteStep") -> str:
    """Returns what a step is called; the force's own names stay as they are."""
    known = {one.key: one.told(language().code) for one in usual().steps}
    name = known.get(step.name, step.name)
    return name[:1].upper() + name[1:]


def kinds_told(book: "RecordBook", kind: str) -> list[tuple[str, str]]:
    """Returns the kinds of drafts with their words: the usual ones, and those the routes name."""
    known = {one.key: one.told(language().code) for one in usual().kinds}
    routes = book.state.publishing.routes if book.state is not None else None
    named = [one for route in routes or () for one in route.kinds]
    keys = dict.fromkeys((*known, *named, *([kind] if kind else [])))
    words = [(key, known.get(key, key)) for key in keys if key != "reply"]
    return [("", translate("Compose", "No kind")), *words]


def incidents_told(book: "RecordBook", incident: str) -> list[tuple[str, str]]:
    """Returns the open incidents a draft may belong to; nothing where there is none.

    The one it belongs to already stays, even if it is closed meanwhile.
    """
    offered = incidents_offered(book.state, incident)
    return offered if len(offered) > 1 else []


def incident_note(book: "RecordBook", content: "Content") -> str:
    """Returns where the incident of a draft does not let it through a hold, "" if it does."""
    state, incident = book.state, content.incident
    if state is None or not incident:
        return ""
    if not is_open(state, incident):
        return translate(
            "Compose", "This incident is not open: nothing passes a hold for it any more."
        )
    if all(is_open_on(state, incident, one) for one in content.targets):
        return ""
    return translate(
        "Compose",
        "The incident does not concern every profile here: while all but it is held, this leaves"
        " only through those it concerns.",
    )


def note_told(book: "RecordBook", sheet: "Sheet", steps: "Sequence[RouteStep]") -> str:
    """Returns what an edit does to approvals, and where the incident does not help."""
    notes = (incident_note(book, sheet.content), _edit_note(book, sheet, steps))
    return " ".join(one for one in notes if one)


def _edit_note(book: "RecordBook", sheet: "Sheet", steps: "Sequence[RouteStep]") -> str:
    state = book.state
    draft = state.publishing.drafts.get(sheet.id) if state is not None else None
    if draft is not None and draft.approvals:
        return translate(
            "Compose",
            "This draft has been approved. Putting it forward again voids every approval: it goes"
            " back to the first step.",
        )
    if draft is not None:
        return translate(
            "Compose", "This draft is in the record. Putting it forward again is an edit."
        )
    if steps:
        return translate("Compose", "Any change after an approval sends it back to the first step.")
    return translate("Compose", "Nobody else has to agree to this.")


def _by_whom(step: "RouteStep") -> str:
    if step.role:
        return role_told(step.role)
    return translate("Compose", "anybody who may approve there, but not the author")


def _last(content: "Content", *, has_steps: bool) -> Step:
    when = translate("Compose", "at once")
    if has_steps:
        when = translate("Compose", "as soon as it is approved")
    if content.at is not None:
        when = moment_told(content.at, content.zone)
    profiles = counted(
        len(content.targets),
        translate("Compose", "{n} profile"),
        translate("Compose", "{n} profiles"),
    )
    return Step(translate("Compose", "Sent {when}").format(when=when), profiles)
