"""The dialog of the recovery key: shown once, noted on paper, typed back."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.keychain import RecoveryKey
from controlroom.model.errors import WorldError
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.opening.key_field import KeyField
from controlroom.ui.opening.key_groups import KeyGroups
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH = 600


class RecoveryPanel(Panel):
    """Shows a key to be noted, then asks for it; without a key it asks at once.

    Signals:
        typed: the person has typed the key back.
        new_wanted: the person has no key on paper and wants a new one.
    """

    typed = Signal(str)
    new_wanted = Signal()
    top_share = 0.14

    def __init__(self, key: RecoveryKey | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: KeyGroups | None = None
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.text = Prose(parent=self)
        self.field = KeyField(self)
        self.forth, self.back, self.later = Button(Kind.MAIN), Button(), Button()
        self._asking = key is None
        self._row = QHBoxLayout()
        self._build()
        if key is not None:
            self._take(key)
        self.follow()
        self._show_step()

    def show_key(self, key: RecoveryKey) -> None:
        """Shows a new key, which is to be noted and typed back."""
        self._take(key)
        self.field.line.clear()
        self._asking = False
        self._show_step()
        self.fit_anew()
        self.forth.setFocus()

    def refuse(self, error: WorldError) -> None:
        """Says what is wrong with the key that was typed."""
        self._wait(waiting=False)
        self.field.refuse(error)
        self.fit_anew()

    def first_focus(self) -> QWidget:
        return self.field.line if self._asking else self.forth

    def wanted_size(self, room: QSize) -> QSize:
        width = theme().metrics.px(WIDTH) + 2 * theme().metrics.px(20)
        return QSize(width, self.body.totalHeightForWidth(width))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(20), px(18), px(20), px(18))
        self.body.setSpacing(px(14))
        self._row.setSpacing(px(8))
        for prose in (self.heading, self.text):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        heading = translate("Recovery", "Note the recovery key on paper")
        text = translate(
            "Recovery",
            "The databases are encrypted, and their key is in this computer’s keychain. If the"
            " keychain is ever lost, only this recovery key opens them again. It is shown once:"
            " write it down, keep the paper where you keep keys, and let nobody photograph it.",
        )
        if self._asking:
            heading = translate("Recovery", "Type the recovery key from the paper")
            text = translate(
                "Recovery",
                "This makes sure that the paper is right. Capitals, spaces and dashes do not"
                " matter; O counts as 0, and I and L as 1.",
            )
        self.heading.set_text(heading)
        self.text.set_text(text)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self._name_buttons()

    def _build(self) -> None:
        for part in (self.heading, self.text, self.field):
            self.body.addWidget(part)
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self.later)
        self._row.addWidget(self.forth)
        self.body.addLayout(self._row)
        self.forth.clicked.connect(self._go_forth)
        self.back.clicked.connect(self._go_back)
        self.later.clicked.connect(self.finished)
        self.field.entered.connect(self._go_forth)

    def _take(self, key: RecoveryKey) -> None:
        if self.groups is not None:
            self.body.removeWidget(self.groups)
            self.groups.deleteLater()
        self.groups = KeyGroups(key, self)
        self.body.insertWidget(2, self.groups, 0, Qt.AlignmentFlag.AlignHCenter)
        self.firm = True

    def _name_buttons(self) -> None:
        noted = translate("Recovery", "I have written it down")
        check = translate("Recovery", "Check")
        again = translate("Recovery", "Show it again")
        new = translate("Recovery", "Make a new one…")
        later = translate("Recovery", "Later")
        forth, back = check if self._asking else noted, again if self.groups else new
        for button, words in ((self.forth, forth), (self.back, back), (self.later, later)):
            button.set_face(words)
            button.setAccessibleName(words)

    def _show_step(self) -> None:
        if self.groups is not None:
            self.groups.setVisible(not self._asking)
        self.field.setVisible(self._asking)
        self.back.setVisible(self._asking)
        self._wait(waiting=False)
        self.retranslate()

    def _go_forth(self) -> None:
        if self._asking:
            self._wait(waiting=True)
            self.typed.emit(self.field.text())
            return
        self._turn(asking=True)

    def _go_back(self) -> None:
        if self.groups is None:
            self.new_wanted.emit()
            return
        self._turn(asking=False)

    def _turn(self, *, asking: bool) -> None:
        self._asking = asking
        self._show_step()
        self.fit_anew()
        self.first_focus().setFocus()

    def _wait(self, *, waiting: bool) -> None:
        for button in (self.forth, self.back):
            button.setEnabled(not waiting)
