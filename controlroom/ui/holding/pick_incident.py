"""Which open incident a hold lets through, or a list of publishers ends with."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.team.state import State
from controlroom.ui.compose.pick import Pick
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.incident_names import incidents_offered
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class PickIncident(Styled, QWidget):
    """A question, and the open incidents by name; without any it says so.

    Args:
        incident: the one that is proposed; one that is not open is not.

    Signals:
        chosen: another one was chosen.
    """

    chosen = Signal()

    def __init__(
        self, state: State | None, question: str, incident: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question, self.pick = Prose(Type.BODY, 600, "text1", self), Pick(self, "incident")
        self.question.set_text(question)
        self.none = Prose(Type.SMALL, 400, "text2", self)
        offered = incidents_offered(state)
        known = {key for key, _title in offered}
        self.pick.offer(offered, incident if incident in known else "")
        self.pick.name(question)
        self.pick.picked.connect(lambda _value: self.chosen.emit())
        self._column, row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self._column.addWidget(self.question)
        self._column.addLayout(row)
        self._column.addWidget(self.none)
        self.pick.setVisible(len(offered) > 1)
        self.none.setVisible(len(offered) == 1)
        self.follow()

    def value(self) -> str:
        """Returns the id of the chosen incident, "" for none."""
        return self.pick.value

    def choose(self, incident: str) -> None:
        """Chooses as a person would."""
        self.pick.offer(self.pick.values, incident)
        self.chosen.emit()

    def restyle(self) -> None:
        self._column.setSpacing(theme().metrics.px(6))

    def retranslate(self) -> None:
        self.none.set_text(translate("Hold", "No incident is open."))
