"""A small button that opens a menu of values, one of which holds."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.menus import styled_menu
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.plain import shortcut_safe

Value = tuple[str, str]
"""A value and its words."""


class Picker(Button):
    """Shows what it is about, or the value that holds.

    Signals:
        picked: another value holds.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Kind.SMALL, parent)
        self.value = ""
        self._about = ""
        self._everything = ""
        self.values: Sequence[Value] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    def set_words(self, about: str, everything: str) -> None:
        """Sets what it is about, and the words for no choice; "" if one value always holds."""
        self._about, self._everything = about, everything
        self._say()

    def set_values(self, values: Sequence[Value]) -> None:
        """Sets what can be chosen; a value that is gone holds no more."""
        self.values = values
        if self.value and self.value not in dict(values):
            self.choose("")
        self._say()

    def choose(self, value: str) -> None:
        """Makes a value hold."""
        if value != self.value:
            self.value = value
            self._say()
            self.picked.emit()

    def _say(self) -> None:
        shown = dict(self.values).get(self.value, "") or self._about
        self.set_face(shown, "cdown")
        self.setAccessibleName(f"{self._about}: {shown}" if shown != self._about else self._about)

    def _open(self) -> None:
        menu = styled_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        values = [("", self._everything), *self.values] if self._everything else self.values
        for value, words in values:
            action = QAction(shortcut_safe(words), menu)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.triggered.connect(lambda _=False, chosen=value: self.choose(chosen))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
