"""The first start made an officer out of the computer's account: name and number put right.

The record forgets nothing: who the account stood for stays in it. Somebody with the right number
is added, gets every role the first one has, and takes over; the first one may leave after that.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal_kinds import OfficerAdded, RoleGranted
from controlroom.model.journal_subject import FORCE, is_force_number
from controlroom.ui.officers.form import Form
from controlroom.ui.officers.words import name_of

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


class SetRight(Form):
    """Number and name; `then` is told the number once every role is there."""

    def __init__(self, office: "Office", then: Callable[[str], object]) -> None:
        super().__init__(
            translate("Rights", "Put name and number right"), translate("Rights", "Put right")
        )
        self._office, self._then, self._was = office, then, office.book.officer
        self.say(
            translate(
                "Rights",
                "The record began with the name of this computer’s account. It keeps that, and adds"
                " you with the same roles; from then on you work at this desk.",
            )
        )
        self.number = self.ask(translate("Rights", "Your force number"), longest=20)
        self.name = self.ask(
            translate("Rights", "Your rank and name"), name_of(office.state, self._was)
        )
        self.end()

    def why_not(self) -> str:
        if not is_force_number(self._decision().officer):
            return translate("Rights", "A force number has letters and digits only, 20 at most.")
        if not self._decision().name:
            return translate("Rights", "A name is needed.")
        return self._office.acts.why_not(self._decision())

    def take(self) -> None:
        decision = self._decision()
        self._office.acts.decide(decision, lambda: self._grant(decision.officer))

    def _grant(self, number: str) -> None:
        """One role after the other: they are about the same officer."""
        state = self._office.state
        if state is None:
            return
        first = state.officers[self._was].roles.get(FORCE, {})
        has = state.officers[number].roles.get(FORCE, {})
        missing = [role for role in first if role not in has]
        if not missing:
            self._then(number)
            return
        self._office.acts.decide(
            RoleGranted(number, missing[0], FORCE), lambda: self._grant(number)
        )

    def _decision(self) -> OfficerAdded:
        return OfficerAdded(self.number.text().strip().upper(), self.name.text().strip())
