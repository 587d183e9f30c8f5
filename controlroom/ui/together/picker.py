"""Asks whom a conversation is given to."""

from collections.abc import Sequence

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


class OfficerPicker(Panel):
    """A field that narrows the list of those who may read there, and the list; Enter gives.

    Signals:
        chosen: somebody was chosen; carries the force number, "" for nobody.
    """

    chosen = Signal(str)
    top_share = 0.1

    def __init__(
        self,
        officers: Sequence[tuple[str, str]],
        dealing: str,
        me: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._officers, self._dealing, self._me = officers, dealing, me
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.field, self.list = QLineEdit(), RowList()
        self.none = Prose()
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
        self.heading.set_text(translate("Together", "Who deals with this conversation?"))
        self.setAccessibleName(self.heading.text())
        self.field.setPlaceholderText(translate("Together", "Name or force number"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(translate("Together", "Officers who may read here"))
        self.none.set_text(translate("Together", "Nobody of this name may read here."))
        for button, text in (
            (self.take, translate("Together", "Assign")),
            (self.leave, translate("Together", "Cancel")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list while the field has the keyboard."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = max(0, min(self.list.rows.rowCount() - 1, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.list.rows.index(row, 0))

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
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        for part in (self.heading, self.field, self.none, self.list):
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.body.addLayout(buttons)

    def _fill(self) -> None:
        rows = [self._row(*one) for one in self._found()]
        self.list.show_rows(rows)
        self.list.setCurrentIndex(self.list.rows.index(0, 0))
        self.none.setVisible(not rows)
        self.take.setEnabled(bool(rows))

    def _found(self) -> list[tuple[str, str, str]]:
        """Returns number, words and icon of what fits; nobody comes last."""
        wanted = self.field.text().strip().casefold()
        found = [
            (number, self._words(number, name), "person")
            for number, name in self._officers
            if wanted in f"{name} {number}".casefold()
        ]
        if self._dealing and not wanted:
            found.append(("", translate("Together", "Nobody: give it back"), "x"))
        return found

    def _words(self, number: str, name: str) -> str:
        parts = [name, number]
        if number == self._me:
            parts.append(translate("Together", "you"))
        if number == self._dealing:
            parts.append(translate("Together", "deals with it now"))
        return "  ·  ".join(part for part in parts if part)

    def _row(self, number: str, words: str, icon: str) -> QStandardItem:
        size, colour = theme().metrics.px(16), theme().palette.text2
        item = QStandardItem(menu_icon(icon, size, colour), words)
        item.setData(number, WHAT)
        item.setData(words, SPOKEN)
        return item

    def _take(self) -> None:
        number = self.list.current(str)
        if number is not None:
            self.finished.emit()
            self.chosen.emit(number)
