"""How many others are here, in the status bar; a press shows who."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.bind import bind
from controlroom.ui.controls.segment import Segment
from controlroom.ui.language import counted
from controlroom.ui.plain import set_tip

if TYPE_CHECKING:
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class HereSegment(Segment):
    """Not there on a desk of one."""

    def __init__(self, together: "Together", parent: QWidget) -> None:
        self._company = together.company
        super().__init__("group", parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bind(self, together.window.commands, "who-is-here")
        self._company.changed.connect(self.retranslate)
        together.stands.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        number = len({one.officer for one in self._company.others})
        one, many = (
            translate("Together", "{n} other here"),
            translate("Together", "{n} others here"),
        )
        text = counted(number, one, many)
        self.say(text if number else translate("Together", "Nobody else here"))
        self.setVisible(self._company.is_team)
        name = translate("Together", "Who is here: {text}").format(text=self.text())
        self.setAccessibleName(name)
        set_tip(self, name)
