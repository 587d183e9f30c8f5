"""What is said of drafts that wait, in the language in force."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.outgoing.content import Act
from controlroom.outbound.checks.answering import answerable
from controlroom.team.publishing.views import DraftView, Stage
from controlroom.team.state import State
from controlroom.ui.approvals.queue import Waiting, Where
from controlroom.ui.compose.route_told import step_told
from controlroom.ui.compose.when_told import moment_told, span_told
from controlroom.ui.language import counted
from controlroom.ui.officers.words import name_of

translate = QCoreApplication.translate


def title_told(draft: DraftView) -> str:
    """Returns what a draft is called."""
    return draft.title or translate("Approvals", "Without a title")


def left_told(row: Waiting) -> str:
    """Returns how much time is left, short."""
    if row.done is not None:
        return moment_told(row.done)
    if row.left is None:
        return translate("Approvals", "waits")
    if row.has_expired:
        return translate("Approvals", "expired")
    if row.left < timedelta(0):
        return translate("Approvals", "due")
    return span_told(row.left)


def goes_told(draft: DraftView, incident: str = "") -> str:
    """Returns to how many it goes, when, and by when somebody can be answered at the latest.

    Args:
        incident: what the incident it belongs to is called, "" for none.
    """
    return " · ".join(filter(None, (_goes_told(draft), _latest_told(draft), incident)))


def _latest_told(draft: DraftView) -> str:
    known = answerable(draft.content) if draft.act is Act.MESSAGE and draft.content else None
    if known is None:
        return ""
    if known.is_over(draft.when or clock.now()):
        told = translate("Approvals", "too late: it had to leave by {until}")
    else:
        told = translate("Approvals", "has to leave by {until}")
    return told.format(until=moment_told(known.until))


def _goes_told(draft: DraftView) -> str:
    profiles = counted(
        len(draft.targets),
        translate("Approvals", "{n} profile"),
        translate("Approvals", "{n} profiles"),
    )
    if draft.when is None:
        return translate("Approvals", "{profiles} · as soon as approved").format(profiles=profiles)
    template = translate("Approvals", "{profiles} · goes {when}")
    return template.format(profiles=profiles, when=moment_told(draft.when))


def stands_told(state: State, row: Waiting) -> str:
    """Returns who wrote it and what it waits for."""
    draft, author = row.draft, name_of(state, row.draft.author)
    if row.where is Where.DONE:
        return translate("Approvals", "you agreed · {author}").format(author=author)
    if draft.stage is Stage.RETURNED:
        told = translate("Approvals", "{author} · returned by {who}")
        return told.format(author=author, who=name_of(state, draft.returned_by))
    step = step_told(draft.steps[draft.step]) if draft.step < len(draft.steps) else ""
    told = translate("Approvals", "{author} · step {n} of {all}: {step}")
    told = told.format(author=author, n=draft.step + 1, all=len(draft.steps), step=step)
    if row.is_held:
        told += " · " + translate("Approvals", "held")
    return told


def heading_told(where: Where) -> str:
    """Returns the heading of a part of the list."""
    return {
        Where.FOR_YOU: translate("Approvals", "For you now"),
        Where.OTHERS: translate("Approvals", "Not for you"),
        Where.DONE: translate("Approvals", "Done this shift"),
    }[where]
