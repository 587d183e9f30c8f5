"""The group of settings about what is kept: where it lies, its backups, key and lifetime."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.errors import WorldError
from controlroom.model.house import HouseState
from controlroom.ui.commands.desk import Desk
from controlroom.ui.controls.button import Button
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.keeper import Keeper
from controlroom.ui.language import language, told
from controlroom.ui.line import EngineLine
from controlroom.ui.settings.retention import RetentionGroup
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme
from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate
WIDTH = 560


class DataGroup(Styled, QWidget):
    """Folder and size, backups, the recovery key, and how long what kind is kept.

    Signals:
        backup_wanted: every backup is to be made now.
        confirming_wanted: the recovery key is to be typed back.
        new_key_wanted: a new recovery key is to be made.
    """

    backup_wanted = Signal()
    confirming_wanted = Signal()
    new_key_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper,
        work: Workshop,
        line: EngineLine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper, self._work = keeper, work
        self._state: HouseState | None = None
        self._open = False
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.folder, self.backup, self.key = (Prose(parent=self) for _ in range(3))
        self._questions = {one: self._question() for one in (self.folder, self.backup, self.key)}
        self.back_up, self.key_button = Button(parent=self), Button(parent=self)
        self.retention = RetentionGroup(desk, keeper, work, line, self)
        self._fill()
        self.back_up.clicked.connect(self._want_backup)
        self.key_button.clicked.connect(self._want_key)
        self.follow()

    def set_open(self, is_open: bool) -> None:
        """Says whether the databases are open; without them nothing here can be done."""
        self._open = is_open
        for part in (self.back_up, self.key_button):
            part.setEnabled(is_open)
        self.retention.set_open(is_open)
        self.retranslate()
        self.refresh()

    def refresh(self, _why: object = None) -> None:
        """Asks how the folder stands and shows it."""
        if self._open:
            self._work.do(self._keeper.state, self._show, self._not_known)

    def restyle(self) -> None:
        px = theme().metrics.px
        for prose in (self.heading, *self._questions, *self._questions.values()):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        title = translate("Data", "Data")
        self.heading.set_text(title)
        self.setAccessibleName(title)
        names = (
            translate("Data", "Folder of the databases"),
            translate("Data", "Backups"),
            translate("Data", "Recovery key"),
        )
        for question, name in zip(self._questions.values(), names, strict=True):
            question.set_text(name)
        self._say_state()
        self._name_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()

    def _question(self) -> Prose:
        return Prose(Type.BODY, 600, "text1", self)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.px(6))
        column.addWidget(self.heading)
        buttons = {self.backup: self.back_up, self.key: self.key_button}
        for answer, question in self._questions.items():
            column.addSpacing(theme().metrics.px(8))
            column.addWidget(question)
            column.addWidget(answer)
            if answer in buttons:
                row = QHBoxLayout()
                row.addWidget(buttons[answer], 0, Qt.AlignmentFlag.AlignLeft)
                row.addStretch(1)
                column.addLayout(row)
        column.addSpacing(theme().metrics.px(8))
        column.addWidget(self.retention)

    def _say_state(self) -> None:
        state = self._state
        closed = translate("Data", "The databases are not open.")
        if not self._open or state is None:
            text = str(self._keeper.folder)
            for prose in (self.backup, self.key):
                prose.set_text("" if self._open else closed)
        else:
            text = f"{state.folder} · {language().size(state.size)}"
            self.backup.set_text(_last_backup(state.last_backup))
            self.key.set_text(_key_words(noted=state.recovery_noted))
        self.folder.set_text(text)

    def _name_buttons(self) -> None:
        noted = self._state is not None and self._state.recovery_noted
        new, confirm = translate("Data", "New recovery key…"), translate("Data", "Confirm…")
        name = translate("Data", "Confirm recovery key")
        self.back_up.set_face(translate("Data", "Back up now"))
        self.back_up.setAccessibleName(self.back_up.text())
        self.key_button.set_face(new if noted else confirm)
        self.key_button.setAccessibleName(new if noted else name)
        for button in (self.back_up, self.key_button):
            closed = translate("Data", "The databases are not open.")
            button.setAccessibleDescription("" if self._open else closed)

    def _show(self, state: HouseState) -> None:
        self._state = state
        self.back_up.setEnabled(self._open)
        self.retranslate()

    def _not_known(self, error: WorldError) -> None:
        self.folder.set_text(told(error))

    def _want_backup(self) -> None:
        self.back_up.setEnabled(False)
        self.backup.set_text(translate("Data", "A backup is being made…"))
        self.backup_wanted.emit()

    def _want_key(self) -> None:
        noted = self._state is not None and self._state.recovery_noted
        (self.new_key_wanted if noted else self.confirming_wanted).emit()


def _last_backup(when: datetime | None) -> str:
    if when is None:
        return translate("Data", "No backup yet.")
    here = when.astimezone()
    moment = f"{language().short_date(here)}, {language().time_in_prose(here)}"
    return translate("Data", "Last backup: {moment}").format(moment=moment)


def _key_words(*, noted: bool) -> str:
    if noted:
        return translate("Data", "It is on paper: somebody has typed it back.")
    return translate("Data", "Not confirmed: nobody has typed it back from paper yet.")
