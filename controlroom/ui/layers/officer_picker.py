"""Asks which officer is meant: a field that narrows a list, and the list."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
LONGEST = 80
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Offer(NamedTuple):
    """One answer.

    Attributes:
        number: force number, "" for nobody.
        words: how the row says it.
        sought: where what is typed is looked for; "" is offered only while nothing is typed.
    """

    number: str
    words: str
    sought: str
    icon: str = "person"


class Asked(NamedTuple):
    """The question, in the language in force.

    Attributes:
        list_: what the list is called.
        none: said where nobody fits.
        yes: what the button says.
        offers: every answer, in order.
    """

    heading: str
    list_: str
    none: str
    yes: str
    offers: Iterable[Offer]


class OfficerPicker(Panel):
    """Enter takes the one that is marked.

    Signals:
        chosen: carries the force number, "" for nobody.
    """

    chosen = Signal(str)
    top_share = 0.1

    def __init__(self, asked: Callable[[], Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._offers: tuple[Offer, ...] = ()
        self.heading, self.none = Prose(Type.HEADING, 600, "text1"), Prose()
        self.field, self.list = QLineEdit(), RowList()
        self.take, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.field

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(460), room.width()), min(px(480), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        self.field.setFont(theme().fonts.font(Type.BODY))
        self.field.setFixedHeight(theme().metrics.height.field)
        self.list.restyle()
        self._fill()

    def retranslate(self) -> None:
        asked = self._asked()
        self._offers = tuple(asked.offers)
        self.heading.set_text(asked.heading)
        self.setAccessibleName(asked.heading)
        self.field.setPlaceholderText(translate("Together", "Name or force number"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(asked.list_)
        self.none.set_text(asked.none)
        cancel = translate("Together", "Cancel")
        for button, text in ((self.take, asked.yes), (self.leave, cancel)):
            button.set_face(text)
            button.setAccessibleName(text)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list while the field has the keyboard."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = max(0, min(self.list.rows.rowCount() - 1, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.list.rows.index(row, 0))

    def _build(self) -> None:
        self.field.setMaxLength(LONGEST)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take)
        self.list.opened.connect(self._take)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.finished)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        for part in (self.heading, self.field, self.none, self.list):
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.body.addLayout(buttons)

    def _fill(self) -> None:
        wanted = self.field.text().strip().casefold()
        rows = [_row(one) for one in self._offers if wanted in one.sought.casefold()]
        self.list.show_rows(rows)
        self.list.setCurrentIndex(self.list.rows.index(0, 0))
        self.none.setVisible(not rows)
        self.take.setEnabled(bool(rows))

    def _take(self) -> None:
        number = self.list.current(str)
        if number is not None:
            self.finished.emit()
            self.chosen.emit(number)


def _row(one: Offer) -> QStandardItem:
    item = QStandardItem(
        menu_icon(one.icon, theme().metrics.px(16), theme().palette.text2), one.words
    )
    item.setData(one.number, WHAT)
    item.setData(one.words, SPOKEN)
    return item
