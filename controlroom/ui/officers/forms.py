"""The panels in which decisions about people are made."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.journal_kinds import CoverGiven, OfficerAdded, OfficerChanged, RoleGranted
from controlroom.model.journal_subject import is_force_number
from controlroom.ui.officers.chooser import Chooser
from controlroom.ui.officers.form import Form
from controlroom.ui.officers.offers import officers_offered, roles_offered, scopes_offered
from controlroom.ui.officers.words import name_of

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
USUAL_LEAVE = timedelta(days=14)


class AddOfficer(Form):
    """Number and name of somebody who comes; `then` is told the number."""

    def __init__(self, office: "Office", then: Callable[[str], object]) -> None:
        super().__init__(translate("Rights", "Add an officer"), translate("Rights", "Add"))
        self._office, self._then = office, then
        self.say(
            translate(
                "Rights", "Without any role at first. Who comes back comes without roles too."
            )
        )
        self.number = self.ask(translate("Rights", "Force number"), longest=20)
        self.name = self.ask(translate("Rights", "Rank and name"))
        self.end()

    def why_not(self) -> str:
        number = _number(self.number.text())
        if not number and not self.name.text().strip():
            return translate("Rights", "Number and name are needed.")
        if not is_force_number(number):
            return translate("Rights", "A force number has letters and digits only, 20 at most.")
        if not self.name.text().strip():
            return translate("Rights", "A name is needed.")
        return self._office.acts.why_not(self._decision())

    def take(self) -> None:
        decision = self._decision()
        self._office.acts.decide(decision, lambda: self._then(decision.officer))

    def _decision(self) -> OfficerAdded:
        return OfficerAdded(_number(self.number.text()), self.name.text().strip())


class Rename(Form):
    """Another name for an officer."""

    def __init__(self, office: "Office", number: str) -> None:
        super().__init__(translate("Rights", "Change the name"), translate("Rights", "Change"))
        self._office, self._number = office, number
        self.name = self.ask(translate("Rights", "Rank and name"), name_of(office.state, number))
        self.end()

    def why_not(self) -> str:
        name = self.name.text().strip()
        if not name:
            return translate("Rights", "A name is needed.")
        if name == name_of(self._office.state, self._number):
            return translate("Rights", "It is called so already.")
        return self._office.acts.why_not(OfficerChanged(self._number, name))

    def take(self) -> None:
        self._office.acts.decide(OfficerChanged(self._number, self.name.text().strip()))


class Grant(Form):
    """A role for somebody: who, which, and what for; what is known already is not asked."""

    def __init__(self, office: "Office", number: str = "", scope: str = "") -> None:
        heading = translate("Rights", "Give a role")
        if number:
            template = translate("Rights", "Give {name} a role")
            heading = template.format(name=name_of(office.state, number))
        super().__init__(heading, translate("Rights", "Give the role"))
        self._office, self._number, self._scope = office, number, scope
        self.officer, self.role, self.scope = Chooser(self), Chooser(self), Chooser(self)
        self.officer.ask(translate("Rights", "Who"), officers_offered(office))
        self.role.ask(translate("Rights", "Role"), roles_offered(office))
        self.scope.ask(translate("Rights", "For"), scopes_offered(office), scope)
        asked = [(self.officer, not number), (self.role, True), (self.scope, not scope)]
        for chooser, is_asked in asked:
            chooser.setVisible(is_asked)
            if is_asked:
                self.add(chooser)
            chooser.chosen.connect(self.mind)
        self.end()

    def why_not(self) -> str:
        decision = self._decision()
        if not (decision.officer and decision.role and decision.scope):
            return translate("Rights", "Nothing fits what was typed.")
        return self._office.acts.why_not(decision)

    def take(self) -> None:
        self._office.acts.decide(self._decision())

    def _decision(self) -> RoleGranted:
        number = self._number or self.officer.value()
        return RoleGranted(number, self.role.value(), self._scope or self.scope.value())


class Cover(Form):
    """Who stands in for somebody, and until when."""

    def __init__(self, office: "Office", number: str) -> None:
        template = translate("Rights", "Cover for {name}")
        heading = template.format(name=name_of(office.state, number))
        super().__init__(heading, translate("Rights", "Give cover"))
        self._office, self._number = office, number
        self.say(
            translate(
                "Rights",
                "Until then somebody else may do what this officer may by roles of their own."
                " Cover is not passed on, and it ends by itself.",
            )
        )
        self.to = Chooser(self)
        self.to.ask(translate("Rights", "Who stands in"), officers_offered(office, number))
        self.to.chosen.connect(self.mind)
        self.add(self.to)
        until = (clock.now() + USUAL_LEAVE).astimezone()
        day = translate("Rights", "Until which day, as in 2026-12-31")
        self.day = self.ask(day, f"{until:%Y-%m-%d}", 10)
        self.time = self.ask(translate("Rights", "Until what time, as in 18:00"), "18:00", 5)
        self.end()

    def why_not(self) -> str:
        until = self._until()
        if not self.to.value():
            return translate("Rights", "Nothing fits what was typed.")
        if until is None:
            return translate("Rights", "Day and time are needed, as in 2026-12-31 and 18:00.")
        return self._office.acts.why_not(CoverGiven(self._number, self.to.value(), until))

    def take(self) -> None:
        until = self._until()
        if until is not None:
            self._office.acts.decide(CoverGiven(self._number, self.to.value(), until))

    def _until(self) -> datetime | None:
        text = f"{self.day.text().strip()} {self.time.text().strip()}"
        try:
            return datetime.strptime(text, "%Y-%m-%d %H:%M").astimezone().astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            return None


def _number(text: str) -> str:
    return text.strip().upper()
