"""The group of settings about people: who works here, and the way to officers, roles and rights."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.ui.controls.button import Button
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.officers.following import open_at_desk
from controlroom.ui.officers.words import named
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
WIDTH = 560


class RolesGroup(Styled, QWidget):
    """Who works at this desk, and two buttons: to take over, and to officers and rights."""

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.here = Prose(parent=self)
        self.change, self.rights = Button(parent=self), Button(parent=self)
        self._row = QHBoxLayout()
        self._fill()
        self.change.clicked.connect(lambda: open_at_desk(office.window))
        self.rights.clicked.connect(lambda: office.show_officers())
        office.changed.connect(self.show_record)
        self.follow()

    def show_record(self) -> None:
        """Says who works here."""
        state, number = self._office.state, self._office.book.officer
        told = translate("Rights", "The record is still being read.")
        if state is not None and number:
            template = translate("Rights", "{name} works at this desk.")
            told = template.format(name=named(state, number))
        self.here.set_text(told)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._row.setSpacing(px(8))
        for prose in (self.heading, self.here):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        title = translate("Rights", "Roles")
        self.heading.set_text(title)
        self.setAccessibleName(title)
        for button, text in (
            (self.change, translate("Rights", "Who works at this desk…")),
            (self.rights, translate("Rights", "Officers and rights")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self.show_record()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.px(6))
        for part in (self.heading, self.here):
            column.addWidget(part)
        for button in (self.change, self.rights):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self._row.addStretch(1)
        column.addLayout(self._row)
