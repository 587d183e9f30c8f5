"""Who alone may publish, and with which incident that ends."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem

from controlroom.model import clock
from controlroom.model.journal_outgoing import PublishersLimited, PublishersOpened
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE, group_scope
from controlroom.team.publishing import views
from controlroom.team.rights import may
from controlroom.team.state import State
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.holding.around import Holds
from controlroom.ui.holding.pick_incident import PickIncident
from controlroom.ui.incident_names import incident_told
from controlroom.ui.officers.form import Form
from controlroom.ui.officers.reasons import refusal_told
from controlroom.ui.officers.words import named, scope_told

translate = QCoreApplication.translate
_PUBLISH = (Right.PUBLISH, Right.APPROVE)


class Publishers(Form):
    """Ticks the officers who may publish within a scope; nobody ticked opens it to all again."""

    wide = 560

    def __init__(self, holding: Holds, incident: str = "") -> None:
        super().__init__(translate("Hold", "Who may publish?"), translate("Hold", "Put into force"))
        self._holding = holding
        self._ready = False
        self.say(
            translate(
                "Hold",
                "Only posts that one of these officers wrote, approved or let go leave within the"
                " scope, until the list is taken back or its incident is closed. Private messages"
                " and likes are not affected.",
            )
        )
        state = holding.state
        self.scopes, self.officers = RowList(self), RowList(self)
        self.scopes.setAccessibleName(translate("Hold", "Scope"))
        self.officers.setAccessibleName(translate("Hold", "Officers on the list"))
        self.scopes.show_rows([self._scope(key) for key in _scopes(state)])
        self.scopes.selectionModel().currentChanged.connect(self._show_officers)
        self.officers.rows.itemChanged.connect(self.mind)
        self.add(self.scopes)
        self.body.addWidget(self.officers)
        self.incident = PickIncident(
            state, translate("Hold", "The list ends with this incident"), incident
        )
        self.incident.chosen.connect(self.mind)
        self.add(self.incident)
        self._ready = True
        self._show_officers()
        self.end()

    def chosen(self) -> tuple[str, ...]:
        """Returns who is ticked."""
        rows = (self.officers.rows.item(n) for n in range(self.officers.rows.rowCount()))
        return tuple(
            str(row.data(WHAT)) for row in rows if row.checkState() is Qt.CheckState.Checked
        )

    def why_not(self) -> str:
        state, officer, now = self._holding.state, self._holding.book.officer, clock.now()
        if state is None or not self._ready:
            return translate("Hold", "The record is still being read.")
        scope, chosen = self._current(), self.chosen()
        if chosen:
            incident = self.incident.value()
            refusal = views.why_not_limit(state, officer, scope, chosen, now, incident)
        else:
            refusal = views.why_not_open(state, officer, scope, now)
        if refusal is None:
            return ""
        if not chosen:
            return translate("Hold", "Tick at least one officer.")
        return translate("Hold", "Not possible: {why}").format(why=refusal_told(refusal))

    def take(self) -> None:
        chosen, scope = self.chosen(), self._current()
        if chosen:
            self._holding.decide(PublishersLimited(scope, chosen, self.incident.value()))
        else:
            self._holding.decide(PublishersOpened(scope))

    def restyle(self) -> None:
        super().restyle()
        for part in (self.scopes, self.officers):
            part.restyle()

    def _current(self) -> str:
        return self.scopes.current(str) or FORCE

    def _scope(self, scope: str) -> QStandardItem:
        told = scope_told(scope, self._holding.office.profiles)
        state = self._holding.state
        if state is not None and scope in views.limits(state):
            incident = views.limits(state)[scope].incident
            if incident:
                template = translate("Hold", "{scope} (a list is in force during “{incident}”)")
                told = template.format(scope=told, incident=incident_told(state, incident))
            else:
                told = translate("Hold", "{scope} (a list is in force)").format(scope=told)
        return _row(told, scope)

    def _show_officers(self, *_why: object) -> None:
        state = self._holding.state
        if state is None:
            return
        scope, now = self._current(), clock.now()
        limit = views.limits(state).get(scope)
        rows = []
        for number in sorted(state.officers, key=lambda one: named(state, one)):
            on_list = limit is not None and number in limit.officers
            able = any(may(state, number, right, scope, now) for right in _PUBLISH)
            if able or on_list:
                row = _row(named(state, number), number)
                row.setCheckable(True)
                row.setCheckState(Qt.CheckState.Checked if on_list else Qt.CheckState.Unchecked)
                rows.append(row)
        self.officers.show_rows(rows)
        self.mind()


def _scopes(state: State | None) -> list[str]:
    groups = sorted(state.groups) if state is not None else []
    return [FORCE, *map(group_scope, groups)]


def _row(text: str, what: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setData(what, WHAT)
    row.setData(text, SPOKEN)
    return row
