"""The panels about an incident: what it is called and whom it concerns, and that it is closed."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem

from controlroom.model import clock
from controlroom.model.journal_incident import IncidentChanged, IncidentClosed, IncidentOpened
from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import FORCE, group_scope, profile_scope
from controlroom.team.incident_state import Incident
from controlroom.team.incidents import (
    LONGEST_TITLE,
    holds_but,
    lists_for,
    why_not_change_incident,
    why_not_close_incident,
    why_not_open_incident,
)
from controlroom.team.rights import may
from controlroom.team.state import State
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.incidents.around import Keeps
from controlroom.ui.incidents.rows import drafts_of
from controlroom.ui.language import counted
from controlroom.ui.officers.form import Form
from controlroom.ui.officers.reasons import refusal_told
from controlroom.ui.officers.words import listed, scope_told
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
LONGEST_REASON = 500
ROWS = 9


class TellIncident(Form):
    """Opens an incident, or tells an open one anew.

    Args:
        incident: the id of the one that is told anew, "" to open one.
    """

    wide = 560

    def __init__(self, keeps: Keeps, incident: str = "") -> None:
        if incident:
            heading = translate("Incidents", "Change the incident")
            yes = translate("Incidents", "Change")
        else:
            heading = translate("Incidents", "Open an incident")
            yes = translate("Incidents", "Open the incident")
        super().__init__(heading, yes)
        self._keeps, self._id = keeps, incident
        self._ready = False
        state = keeps.state
        found = state.incidents.get(incident) if state is not None else None
        if not incident:
            self.say(
                translate(
                    "Incidents",
                    "While it is open, drafts can belong to it: they take its approval route, and"
                    " leave through a hold on all but this incident. Every desk is told.",
                )
            )
        title = found.title if found is not None else ""
        self.title = self.ask(translate("Incidents", "Title"), title, LONGEST_TITLE)
        self.say(translate("Incidents", "Whom it concerns"))
        self.scopes = RowList(self)
        self.scopes.setAccessibleName(translate("Incidents", "Whom it concerns"))
        self.scopes.show_rows(self._rows(state, found))
        self.scopes.rows.itemChanged.connect(self.mind)
        self.add(self.scopes)
        self._ready = True
        self.end()

    def chosen(self) -> tuple[str, ...]:
        """Returns what is ticked; the force holds everything else."""
        rows = (self.scopes.rows.item(n) for n in range(self.scopes.rows.rowCount()))
        ticked = [str(row.data(WHAT)) for row in rows if row.checkState() is Qt.CheckState.Checked]
        return (FORCE,) if FORCE in ticked else tuple(ticked)

    def why_not(self) -> str:
        state = self._keeps.state
        if state is None or not self._ready:
            return translate("Incidents", "The record is still being read.")
        if not self.title.text().strip():
            return translate("Incidents", "A title is needed.")
        chosen = self.chosen()
        if not chosen:
            return translate("Incidents", "Tick at least one that it concerns.")
        officer, now = self._keeps.book.officer, clock.now()
        if self._id:
            return _refused(why_not_change_incident(state, officer, self._id, chosen, now))
        return _refused(why_not_open_incident(state, officer, chosen, now))

    def take(self) -> None:
        title, chosen = self.title.text().strip(), self.chosen()
        if self._id:
            self._keeps.decide(IncidentChanged(self._id, title, chosen))
        else:
            self._keeps.decide(IncidentOpened(uuid4().hex, title, chosen))

    def restyle(self) -> None:
        super().restyle()
        self.scopes.restyle()
        self.scopes.setFixedHeight(theme().metrics.px(30) * ROWS)

    def _rows(self, state: State | None, found: Incident | None) -> list[QStandardItem]:
        ticked = found.scopes if found is not None else ()
        officer, now = self._keeps.book.officer, clock.now()
        offered = [
            one
            for one in _scopes(state, self._told)
            if one in ticked or (state is not None and may(state, officer, Right.RELEASE, one, now))
        ]
        return [self._row(one, ticked=one in ticked) for one in offered]

    def _row(self, scope: str, *, ticked: bool) -> QStandardItem:
        row = QStandardItem(self._told(scope))
        row.setData(scope, WHAT)
        row.setData(row.text(), SPOKEN)
        row.setCheckable(True)
        row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return row

    def _told(self, scope: str) -> str:
        return scope_told(scope, self._keeps.office.profiles)


class CloseIncident(Form):
    """Closes an incident, and says before what ends with it."""

    wide = 560

    def __init__(self, keeps: Keeps, incident: str) -> None:
        super().__init__(
            translate("Incidents", "Close the incident?"), translate("Incidents", "Close it")
        )
        self._keeps, self._id = keeps, incident
        state = keeps.state
        found = state.incidents.get(incident) if state is not None else None
        if state is not None and found is not None:
            template = translate(
                "Incidents", "“{title}” ends for everybody and cannot be reopened."
            )
            self.say(template.format(title=found.title))
            for line in self._ends(state):
                self.say(line)
        self.reason = self.ask(translate("Incidents", "Why now"), longest=LONGEST_REASON)
        self.end()

    def why_not(self) -> str:
        state = self._keeps.state
        if state is None:
            return translate("Incidents", "The record is still being read.")
        officer = self._keeps.book.officer
        return _refused(why_not_close_incident(state, officer, self._id, clock.now()))

    def take(self) -> None:
        self._keeps.decide(IncidentClosed(self._id, self.reason.text().strip()))

    def _ends(self, state: State) -> list[str]:
        said = []
        if limited := lists_for(state, self._id):
            template = translate("Incidents", "The list of publishers for {scopes} ends with it.")
            said.append(template.format(scopes=self._listed(limited)))
        if held := holds_but(state, self._id):
            template = translate(
                "Incidents",
                "The hold for {scopes} lets nothing through any more: what belongs to the incident"
                " is held too, until publishing is released.",
            )
            said.append(template.format(scopes=self._listed(held)))
        if drafts := drafts_of(state).get(self._id, 0):
            one = translate(
                "Incidents",
                "{n} draft that belongs to it is still to leave; it keeps its approval route.",
            )
            many = translate(
                "Incidents",
                "{n} drafts that belong to it are still to leave; they keep their approval route.",
            )
            said.append(counted(drafts, one, many))
        return said or [translate("Incidents", "Nothing else stands on it.")]

    def _listed(self, scopes: list[str]) -> str:
        profiles = self._keeps.office.profiles
        return listed(scope_told(one, profiles) for one in scopes)


def _scopes(state: State | None, told: Callable[[str], str]) -> list[str]:
    if state is None:
        return [FORCE]
    profiles = sorted(map(profile_scope, state.profiles), key=lambda one: told(one).casefold())
    return [FORCE, *map(group_scope, sorted(state.groups)), *profiles]


def _refused(refusal: Refusal | None) -> str:
    if refusal is None:
        return ""
    return translate("Incidents", "Not possible: {why}").format(why=refusal_told(refusal))
