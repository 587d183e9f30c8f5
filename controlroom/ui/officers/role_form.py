"""What a role may do, from now on, for everybody who has it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from controlroom.model.journal_kinds import RoleDefined
from controlroom.model.journal_rights import Right
from controlroom.ui.controls.switch import Switch
from controlroom.ui.language import counted
from controlroom.ui.officers.chooser import Chooser
from controlroom.ui.officers.form import Form
from controlroom.ui.officers.offers import roles_offered
from controlroom.ui.record.door import right_told
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


class Roles(Form):
    """One role at a time, its rights as switches."""

    wide = 640

    def __init__(self, office: "Office") -> None:
        super().__init__(translate("Rights", "Rights of a role"), translate("Rights", "Set"))
        self._office = office
        self.role = Chooser(self)
        self.role.ask(translate("Rights", "Role"), roles_offered(office))
        self.add(self.role)
        self.rights = {right: Switch(self) for right in Right}
        self.having = self.say("")
        grid = QGridLayout()
        for place, (right, switch) in enumerate(self.rights.items()):
            switch.setText(right_told(right))
            switch.setAccessibleName(switch.text())
            switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            grid.addWidget(switch, place // 3, place % 3, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(3, 1)
        grid.setHorizontalSpacing(theme().metrics.px(24))
        self.body.addLayout(grid)
        self._show()
        self.role.chosen.connect(self._show)
        for switch in self.rights.values():
            switch.toggled.connect(self.mind)
        self.end()

    def why_not(self) -> str:
        decision, state = self._decision(), self._office.state
        if not decision.role:
            return translate("Rights", "Nothing fits what was typed.")
        if state is not None and state.roles.get(decision.role) == self._chosen():
            return translate("Rights", "The role has just these rights.")
        return self._office.acts.why_not(decision)

    def take(self) -> None:
        self._office.acts.decide(self._decision())

    def _chosen(self) -> frozenset[Right]:
        return frozenset(right for right, one in self.rights.items() if one.isChecked())

    def _decision(self) -> RoleDefined:
        rights = tuple(str(right) for right in Right if right in self._chosen())
        return RoleDefined(self.role.value(), rights)

    def _show(self) -> None:
        state, role = self._office.state, self.role.value()
        held = state.roles.get(role, frozenset()) if state is not None else frozenset()
        for right, switch in self.rights.items():
            switch.blockSignals(True)
            switch.setChecked(right in held)
            switch.blockSignals(False)
            switch.update()
        here = state.officers.values() if state is not None else ()
        number = sum(any(role in one for one in officer.roles.values()) for officer in here)
        self.having.set_text(
            counted(
                number,
                translate("Rights", "{n} officer has this role."),
                translate("Rights", "{n} officers have this role."),
            )
        )
        self.mind()
