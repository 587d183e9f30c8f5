"""Adding an inject by hand, and making a network fail."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.exercise.words import fault_told
from controlroom.ui.profiles.pickers import Picker
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
FAULTS = ("down", "slow", "429", "500", "503", "cut", "expired", "portal")
FAULT_S = 180


class Adding(Styled, QWidget):
    """Two rows: words somebody says now, and a fault of a network."""

    def __init__(self, line: ExerciseLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.question = Prose(Type.BODY, 600, "text1", self)
        self.network, self.failing, self.fault = Picker(self), Picker(self), Picker(self)
        self.by, self.text = QLineEdit(self), QLineEdit(self)
        self.add, self.fail = Button(Kind.PLAIN, self), Button(Kind.PLAIN, self)
        self.lift = Button(Kind.PLAIN, self)
        self._words, self._faults = QHBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self.follow()

    def show_networks(self, networks: Sequence[str]) -> None:
        """Offers these networks."""
        values = [(key, look_of(key).name) for key in networks]
        for picker in (self.network, self.failing):
            if picker.values != values:
                picker.set_values(values)
                picker.choose(values[0][0] if values else "")

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(24), px(10), px(24), px(12))
        self._column.setSpacing(px(8))
        for row in (self._words, self._faults):
            row.setSpacing(px(8))
        for field in (self.by, self.text):
            field.setFont(theme().fonts.font(Type.SMALL))
            field.setFixedHeight(theme().metrics.height.field)
        self.by.setFixedWidth(px(180))

    def retranslate(self) -> None:
        self.question.set_text(translate("Exercise", "Add an inject, or let a network fail"))
        network = translate("Exercise", "Network")
        for picker in (self.network, self.failing):
            picker.set_words(network, "")
        self.fault.set_words(translate("Exercise", "Fault"), "")
        self.fault.set_values([(kind, fault_told(kind)) for kind in FAULTS])
        for field, text in (
            (self.by, translate("Exercise", "Who says it")),
            (self.text, translate("Exercise", "What they say")),
        ):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        for button, text in (
            (self.add, translate("Exercise", "Say it now")),
            (self.fail, translate("Exercise", "Fail for 3 minutes")),
            (self.lift, translate("Exercise", "Mend it")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        self._column.addWidget(self.question)
        for row, parts in (
            (self._words, (self.network, self.by, self.text, self.add)),
            (self._faults, (self.failing, self.fault, self.fail, self.lift)),
        ):
            for part in parts:
                row.addWidget(part, 1 if part is self.text else 0)
            self._column.addLayout(row)
        self._faults.addStretch(1)
        self.by.setMaxLength(60)
        self.text.setMaxLength(1_000)
        for button in (self.add, self.fail, self.lift):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.fail.clicked.connect(self._fail)
        self.lift.clicked.connect(lambda: self._line.say(lift=self.failing.value))
        self.fault.choose(FAULTS[0])

    def _add(self) -> None:
        text = self.text.text().strip()
        if not text:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._line.say(
            add={"network": self.network.value, "by": self.by.text().strip(), "text": text}
        )
        self.text.clear()

    def _fail(self) -> None:
        self._line.say(
            fault={
                "network": self.failing.value,
                "kind": self.fault.value or FAULTS[0],
                "for_s": FAULT_S,
            }
        )
