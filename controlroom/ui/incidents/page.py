"""The page of incidents: the open ones and what can be done about them, the closed ones below."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.table import HEAD, ROW, Table
from controlroom.ui.incidents.rows import (
    Row,
    closed_rows,
    columns_of_closed,
    columns_of_open,
    open_rows,
)
from controlroom.ui.language import counted
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ACTIONS = ("change-incident", "hold-others", "limit-to-incident", "close-incident")
MOST_ROWS = 8


class IncidentsPage(Styled, QWidget):
    """Two tables; the buttons act on the open incident that is chosen."""

    def __init__(self, window: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._commands = window, window.commands
        self.count = Prose(Type.HEADING, 600, "text1", self)
        self.new = Button(Kind.MAIN, self)
        self.empty = Prose(Type.BODY, 400, "text2", self)
        self.open_ones = Table(columns_of_open(), _key, self)
        self.buttons = {name: Button(Kind.PLAIN, self) for name in ACTIONS}
        self.below = Prose(Type.HEADING, 600, "text1", self)
        self.closed_ones = Table(columns_of_closed(), _key, self)
        self._build()
        self._wire()
        self.follow()

    def refresh(self, *_why: object) -> None:
        """Shows the record as it stands; while nobody looks, nothing is done."""
        if self.isVisible():
            self._show()

    def regions(self) -> list[QWidget]:
        """Returns the regions of the page."""
        return [self.new, self.open_ones, self.closed_ones]

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(12))
        for row in (self._head, self._actions):
            row.setSpacing(px(8))
        self._fit_table()

    def retranslate(self) -> None:
        self.open_ones.setAccessibleName(translate("Incidents", "Open incidents"))
        self.closed_ones.setAccessibleName(translate("Incidents", "Closed incidents"))
        self.below.set_text(translate("Incidents", "Closed"))
        self.empty.set_text(
            translate(
                "Incidents",
                "No incident is open. Open one when something happens about which the force has to"
                " speak with one voice; what belongs to it can then leave while the rest is held.",
            )
        )
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.bg1)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._head, self._actions = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.new)
        for button in (self.new, *self.buttons.values()):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in self.buttons.values():
            self._actions.addWidget(button)
        self._actions.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.open_ones)
        self._column.addLayout(self._actions)
        self._column.addSpacing(theme().metrics.px(12))
        self._column.addWidget(self.below)
        self._column.addWidget(self.closed_ones, 1)
        self._column.addStretch(0)

    def _wire(self) -> None:
        bind(self.new, self._commands, "open-incident")
        for name, button in self.buttons.items():
            bind(button, self._commands, name)
        self.open_ones.chosen.connect(self._choose)
        self.open_ones.opened.connect(partial(self._commands.run, "change-incident"))
        book, office = self._window.record, self._window.office
        for signal in (book.begun, book.changed, office.changed):
            signal.connect(self.refresh)
        self._window.house_closed.connect(self.refresh)
        self._commands.changed.connect(self._describe)

    def _choose(self, row: Row) -> None:
        if self._window.incidents is not None:
            self._window.incidents.choose(row.id)

    def _show(self) -> None:
        state, profiles = self._window.record.state, self._window.office.profiles
        opened = open_rows(state, profiles) if state is not None else []
        closed = closed_rows(state, profiles) if state is not None else []
        self.open_ones.show_rows(opened)
        if self._window.incidents is not None:
            self.open_ones.set_current(self._window.incidents.current)
        self.closed_ones.show_rows(closed)
        self._say_count(len(opened))
        self.open_ones.setVisible(bool(opened))
        self.empty.setVisible(not opened and state is not None)
        for part in (self.below, self.closed_ones):
            part.setVisible(bool(closed))
        for button in self.buttons.values():
            button.setVisible(bool(opened))
        self._fit_table()
        self._describe()

    def _say_count(self, count: int) -> None:
        one = translate("Incidents", "{n} open incident")
        many = translate("Incidents", "{n} open incidents")
        self.count.set_text(counted(count, one, many))

    def _fit_table(self) -> None:
        rows = max(1, min(MOST_ROWS, self.open_ones.rows.rowCount()))
        self.open_ones.setFixedHeight(theme().metrics.px(HEAD + rows * ROW) + 2)

    def _describe(self) -> None:
        for name, button in (("open-incident", self.new), *self.buttons.items()):
            command = describe(button, self._commands, name)
            button.set_face(command.short_words(), command.icon)


def _key(row: Row) -> str:
    return row.id
