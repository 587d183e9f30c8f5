"""The field into which a recovery key is typed; a typing mistake is shown in its group."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from controlroom.keychain.errors import RecoveryKeyMistyped
from controlroom.keychain.recovery import GROUP_LENGTH
from controlroom.model.errors import WorldError
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH = 520


class KeyField(Styled, QWidget):
    """A question, a field, and what is wrong with what was typed.

    Signals:
        entered: the person has pressed Enter.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = Prose(Type.BODY, 600, "text1", self)
        self.line = QLineEdit(self)
        self.wrong = Prose(Type.BODY, 500, "amber", self)
        self._error: WorldError | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.question, self.line, self.wrong):
            column.addWidget(part)
        self.line.setMaxLength(200)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self._forget)
        self.setFocusProxy(self.line)
        self.follow()

    def text(self) -> str:
        """Returns what was typed."""
        return self.line.text()

    def refuse(self, error: WorldError) -> None:
        """Says what is wrong with what was typed, and marks the group that is."""
        self._error = error
        self.retranslate()
        announce(self, self.wrong.text())
        self.line.setFocus()
        if isinstance(error, RecoveryKeyMistyped):
            self.line.setSelection(*group_span(self.text(), int(str(error.values["group"]))))

    def restyle(self) -> None:
        self.setStyleSheet(sheet(theme()))
        width = theme().metrics.px(WIDTH)
        for prose in (self.question, self.wrong):
            prose.fix_width(width)
        self.line.setFont(theme().fonts.font(Type.LEAD))
        self.line.setFixedSize(width, theme().metrics.height.field)

    def retranslate(self) -> None:
        question = translate("Recovery", "Recovery key, eight groups of five characters")
        self.question.set_text(question)
        self.line.setAccessibleName(question)
        wrong = told(self._error) if self._error else ""
        self.wrong.set_text(wrong)
        self.line.setAccessibleDescription(wrong)

    def _forget(self) -> None:
        if self._error is not None:
            self._error = None
            self.retranslate()


def group_span(typed: str, group: int) -> tuple[int, int]:
    """Returns start and length of a group (counted from 1) in what was typed."""
    places = [place for place, letter in enumerate(typed) if letter.isalnum()]
    mine = places[(group - 1) * GROUP_LENGTH : group * GROUP_LENGTH]
    return (mine[0], mine[-1] - mine[0] + 1) if mine else (0, len(typed))
