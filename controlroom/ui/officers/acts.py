"""Decisions about officers, roles and profiles: why not, made, told, and undone within seconds."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import (
    CoverEnded,
    CoverGiven,
    Decision,
    OfficerChanged,
    ProfileLocked,
    ProfilePlaced,
    ProfileUnlocked,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
)
from controlroom.model.journal_rights import Right
from controlroom.team.state import State
from controlroom.ui.officers.decided import what_told
from controlroom.ui.officers.reasons import failure_told, refusal_told
from controlroom.ui.officers.trial import refusal_of
from controlroom.ui.record.door import denied_told, right_told
from controlroom.ui.workshop import nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


class Acts(QObject):
    """Puts decisions into the record.

    Signals:
        done: one has its effect; carries a sentence and what would undo it, None for nothing.
        failed: one has not; carries a sentence.
    """

    done = Signal(str, object)
    failed = Signal(str)

    def __init__(self, office: "Office", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office

    def why_not(self, decision: Decision) -> str:
        """Returns in words why a decision would change nothing, "" if it would."""
        book, state = self._office.book, self._office.state
        if state is None:
            return translate("Rights", "The record is still being read.")
        refusal = refusal_of(state, book.officer, decision, clock.now())
        if refusal is None:
            return ""
        template = translate("Rights", "Not possible: {why}")
        return template.format(why=refusal_told(refusal))

    def why_not_manage(self) -> str:
        """Returns why whoever works here manages nothing at all, "" if they manage something."""
        book, state = self._office.book, self._office.state
        if state is None:
            return translate("Rights", "The record is still being read.")
        scopes = ["force", *(scope for one in state.officers.values() for scope in one.roles)]
        if any(book.may(Right.MANAGE, scope) for scope in dict.fromkeys(scopes)):
            return ""
        told = denied_told(book, Right.MANAGE, "force")
        return told or translate(
            "Rights", "None of your roles has the right to {right} here."
        ).format(right=right_told(Right.MANAGE))

    def decide(self, decision: Decision, then: "Callable[[], object] | None" = None) -> None:
        """Makes a decision, tells what came of it, then calls `then` if it has its effect."""
        state = self._office.state
        undo = undoing(state, decision) if state is not None else None
        self._office.book.decide(
            decision, partial(self._tell, undo, then or partial(nothing, None)), self._tell_failure
        )

    def _tell(self, undo: Decision | None, then: "Callable[[], object]", entry: Entry) -> None:
        self.done.emit(what_told(self._office, entry), undo)
        then()

    def _tell_failure(self, error: WorldError) -> None:
        self.failed.emit(failure_told(self._office, error))


def undoing(state: State, decision: Decision) -> Decision | None:
    """Returns what takes a decision back, as the record stands before it; None for nothing."""
    match decision:
        case RoleGranted(number, role, scope):
            return RoleRevoked(number, role, scope)
        case RoleRevoked(number, role, scope):
            return RoleGranted(number, role, scope)
        case CoverGiven(number, to):
            return CoverEnded(number, to)
        case CoverEnded(number, to):
            cover = state.covers.get(to, {}).get(number)
            return CoverGiven(number, to, cover.until) if cover is not None else None
        case OfficerChanged(number):
            before = state.officers.get(number)
            return OfficerChanged(number, before.name) if before is not None else None
        case RoleDefined(role):
            rights = state.roles.get(role)
            return RoleDefined(role, tuple(sorted(rights))) if rights is not None else None
        case ProfilePlaced(profile):
            place = state.profiles.get(profile)
            return ProfilePlaced(profile, place.group, place.most_officers) if place else None
        case ProfileLocked(profile):
            return ProfileUnlocked(profile)
    return None
