"""The panels about a hold: why it was placed, for whom alone, and that it is released."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QStandardItem

from controlroom.model import clock
from controlroom.model.journal_outgoing import HoldExplained, HoldPlaced, HoldReleased
from controlroom.model.journal_rights import Refusal
from controlroom.model.journal_subject import FORCE, group_scope
from controlroom.team.publishing import views
from controlroom.team.publishing.views import HoldView
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.holding.around import Holds
from controlroom.ui.holding.held import held_drafts
from controlroom.ui.holding.pick_incident import PickIncident
from controlroom.ui.holding.words import held_told, row_told
from controlroom.ui.officers.form import Form
from controlroom.ui.officers.reasons import refusal_told
from controlroom.ui.officers.words import scope_told

translate = QCoreApplication.translate
LONGEST_REASON = 500


def _refused(refusal: Refusal | None) -> str:
    if refusal is None:
        return ""
    return translate("Hold", "Not possible: {why}").format(why=refusal_told(refusal))


class WhyHeld(Form):
    """Asked after publishing was held; the hold is in force whatever is answered."""

    def __init__(self, holding: Holds, scope: str) -> None:
        super().__init__(
            translate("Hold", "Publishing is held"), translate("Hold", "Record the reason")
        )
        self._holding, self._scope = holding, scope
        self.say(
            translate(
                "Hold",
                "Nothing leaves any more; withdrawals still do. Say why, for your colleagues and"
                " the record. The hold is in force without a reason too.",
            )
        )
        self.reason = self.ask(translate("Hold", "Why"), longest=LONGEST_REASON)
        self.end()

    def why_not(self) -> str:
        if not self.reason.text().strip():
            return translate("Hold", "A reason is needed, or press Cancel.")
        return ""

    def take(self) -> None:
        self._holding.decide(HoldExplained(self._scope, self.reason.text().strip()))


class HoldSome(Form):
    """A hold for a group, or one that lets an incident through."""

    def __init__(self, holding: Holds, incident: str = "") -> None:
        super().__init__(translate("Hold", "Hold a part"), translate("Hold", "Hold"))
        self._holding = holding
        state = holding.state
        groups = sorted(state.groups) if state is not None else []
        self.scopes = RowList(self)
        self.scopes.setAccessibleName(translate("Hold", "Who is held"))
        self.scopes.show_rows([self._row(key) for key in ("force", *map(group_scope, groups))])
        self.scopes.selectionModel().currentChanged.connect(self.mind)
        self.say(translate("Hold", "Who is held"))
        self.add(self.scopes)
        self.incident = PickIncident(
            state, translate("Hold", "What belongs to this incident still leaves"), incident
        )
        self.incident.chosen.connect(self.mind)
        self.add(self.incident)
        self.end()

    def why_not(self) -> str:
        state, book = self._holding.state, self._holding.book
        if state is None:
            return translate("Hold", "The record is still being read.")
        told = self._decision()
        refusal = views.why_not_hold(
            state, book.officer, told.scope, clock.now(), told.but_incident
        )
        return _refused(refusal)

    def take(self) -> None:
        self._holding.place(self._decision())

    def _decision(self) -> HoldPlaced:
        return HoldPlaced(self.scopes.current(str) or FORCE, self.incident.value())

    def _row(self, scope: str) -> QStandardItem:
        row = QStandardItem(scope_told(scope, self._holding.office.profiles))
        row.setData(scope, WHAT)
        row.setData(row.text(), SPOKEN)
        return row

    def restyle(self) -> None:
        super().restyle()
        self.scopes.restyle()


class Release(Form):
    """Publishing goes on; the posts that were held are in view."""

    wide = 620

    def __init__(self, holding: Holds, hold: HoldView) -> None:
        super().__init__(
            translate("Hold", "Release publishing?"), translate("Hold", "Release publishing")
        )
        self._holding, self._hold = holding, hold
        state = holding.state
        held = held_drafts(state) if state is not None else []
        self.say(
            translate(
                "Hold",
                "Posts whose time is still to come leave at their time. Each one whose time has"
                " passed waits until a person confirms it; nothing goes out late by itself.",
            )
        )
        self.say(held_told(len(held)))
        self.list = RowList(self)
        self.list.setAccessibleName(translate("Hold", "Posts that are held"))
        self.list.show_rows([QStandardItem(row_told(one)) for one in held])
        self.list.setVisible(bool(held))
        self.body.addWidget(self.list)
        self.reason = self.ask(translate("Hold", "Why now"), longest=LONGEST_REASON)
        self.end()

    def why_not(self) -> str:
        state = self._holding.state
        if state is None:
            return translate("Hold", "The record is still being read.")
        scope, officer = self._hold.scope, self._holding.book.officer
        refusal = views.why_not_release(state, officer, scope, clock.now())
        return _refused(refusal)

    def take(self) -> None:
        self._holding.decide(HoldReleased(self._hold.scope, self.reason.text().strip()))

    def restyle(self) -> None:
        super().restyle()
        self.list.restyle()
