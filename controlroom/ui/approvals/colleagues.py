"""Asks which colleague is to decide on a draft."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.model import clock
from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView
from controlroom.team.state import State
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.layers.layer import Panel
from controlroom.ui.officers.words import named
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class Colleagues(Panel):
    """Those who may agree to the next step; Enter asks the one that is marked.

    Signals:
        chosen: carries a force number.
    """

    chosen = Signal(str)
    top_share = 0.1

    def __init__(self, state: State, draft: DraftView, me: str) -> None:
        super().__init__()
        able = views.approvers(state, draft.id, clock.now())
        self._people = sorted((named(state, one), one) for one in able if one != me)
        self.heading, self.none = Prose(Type.HEADING, 600, "text1"), Prose()
        self.field, self.list = QLineEdit(), RowList()
        self.take, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.field

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(460), room.width()), min(px(420), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        self.field.setFont(theme().fonts.font(Type.BODY))
        self.field.setFixedHeight(theme().metrics.height.field)
        self.list.restyle()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Approvals", "Who is to decide?"))
        self.setAccessibleName(self.heading.text())
        self.field.setPlaceholderText(translate("Approvals", "Name or force number"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(translate("Approvals", "Colleagues who may agree"))
        self.none.set_text(translate("Approvals", "Nobody else may agree to this step."))
        for button, text in (
            (self.take, translate("Approvals", "Ask")),
            (self.leave, translate("Approvals", "Cancel")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self._fill()

    def _build(self) -> None:
        self.field.setMaxLength(80)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take)
        self.list.opened.connect(self._take)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.finished)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.take):
            buttons.addWidget(button)
        for part in (self.heading, self.field, self.none, self.list):
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.body.addLayout(buttons)

    def _fill(self) -> None:
        wanted = self.field.text().strip().casefold()
        rows = []
        for name, number in self._people:
            if wanted in name.casefold():
                row = QStandardItem(name)
                row.setData(number, WHAT)
                row.setData(name, SPOKEN)
                rows.append(row)
        self.list.show_rows(rows)
        self.none.setVisible(not rows)
        self.take.setEnabled(bool(rows))

    def _take(self) -> None:
        number = self.list.current(str)
        if number:
            self.finished.emit()
            self.chosen.emit(number)
