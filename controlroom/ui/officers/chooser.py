"""One of many: a field that narrows, and below it what fits."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from controlroom.model.query.fold import fold
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.table import Column, Look, Table
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

ROWS = 5


class Offered(NamedTuple):
    """One to choose: its value, what it is called, and what else is known of it."""

    value: str
    words: str
    second: str = ""


def _quiet(_one: object) -> Look:
    return Look("text2")


class Chooser(Styled, QWidget):
    """Typing narrows, arrows go down into the list; the current row is what is chosen.

    Signals:
        chosen: another one is chosen.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Sequence[Offered] = ()
        self.question = Prose(Type.BODY, 600, "text1", self)
        self.field = QLineEdit(self)
        columns = (
            Column(lambda: "", 250, lambda one: str(one.words)),
            Column(lambda: "", 200, lambda one: str(one.second), _quiet),
        )
        self.list = Table(columns, lambda one: one.value, self)
        self.list.horizontalHeader().hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.question, self.field, self.list):
            column.addWidget(part)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.chosen.connect(lambda _row: self.chosen.emit())
        self.follow()

    def ask(self, question: str, offered: Sequence[Offered], value: str = "") -> None:
        """Offers some; the one with `value`, or else the first, is chosen."""
        self._offered = offered
        self.question.set_text(question)
        self.field.setAccessibleName(question)
        self.list.setAccessibleName(question)
        self._narrow()
        self.choose(value)

    def choose(self, value: str) -> None:
        """Chooses one by its value, the first if it is not shown."""
        if not self.list.set_current(value):
            self._choose_first()
        self.chosen.emit()

    def value(self) -> str:
        """Returns the value of the one that is chosen, "" if none fits."""
        row = self.list.current()
        return row.value if row is not None else ""

    def restyle(self) -> None:
        px = theme().metrics.px
        self.field.setFont(theme().fonts.font(Type.BODY))
        self.field.setFixedHeight(theme().metrics.height.field)
        self.list.setMinimumHeight(px(30) * 2)
        self.list.setMaximumHeight(px(30) * ROWS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return False

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.list.rows.rowCount():
            self.list.setCurrentIndex(self.list.rows.index(row, 0))

    def _narrow(self, *_text: str) -> None:
        words = fold(self.field.text()).split()
        fitting = [
            one
            for one in self._offered
            if all(word in fold(f"{one.words} {one.second} {one.value}") for word in words)
        ]
        self.list.show_rows(fitting)
        if self.list.current() is None:
            self._choose_first()
            self.chosen.emit()

    def _choose_first(self) -> None:
        first = self.list.rows.row(0)
        if first is not None:
            self.list.set_current(first.value)
