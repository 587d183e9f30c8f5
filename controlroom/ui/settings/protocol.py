"""The group of settings about what the checks take for the force's own: sites and numbers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk

translate = QCoreApplication.translate
WIDTH, FIELD, LONGEST = 560, 320, 500


class ProtocolGroup(Styled, QWidget):
    """The force's own hosts and public numbers, each a line parted by commas."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.sites, self.phones = QLineEdit(self), QLineEdit(self)
        self._questions = {field: Prose(parent=self) for field in (self.sites, self.phones)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.px(6))
        column.addWidget(self.heading)
        for field, question in self._questions.items():
            field.setMaxLength(LONGEST)
            field.editingFinished.connect(self._take)
            column.addWidget(question)
            column.addWidget(field)
        self.follow()

    def restyle(self) -> None:
        px = theme().metrics.px
        for prose in (self.heading, *self._questions.values()):
            prose.fix_width(px(WIDTH))
        for field in self._questions:
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedSize(px(FIELD), theme().metrics.height.field)

    def retranslate(self) -> None:
        title = translate("Settings", "Checks before publishing")
        self.heading.set_text(title)
        self.setAccessibleName(title)
        for field, words in (
            (self.sites, translate("Settings", "Sites of the force, parted by commas")),
            (self.phones, translate("Settings", "Public numbers of the force, parted by commas")),
        ):
            self._questions[field].set_text(words)
            field.setAccessibleName(words)
        self._show()

    def _show(self) -> None:
        now = self._desk.settings
        self.sites.setText(now.own_sites)
        self.phones.setText(now.own_phones)

    def _take(self) -> None:
        now = self._desk.settings
        sites, phones = self.sites.text().strip(), self.phones.text().strip()
        if (sites, phones) != (now.own_sites, now.own_phones):
            self._desk.change(own_sites=sites, own_phones=phones)
            self._desk.line.guard()
        self._show()
