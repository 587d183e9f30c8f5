"""A button that shows which of some values holds, and opens a menu to choose another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.menus import styled_menu
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.plain import bounded, set_tip, shortcut_safe
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

LONGEST = 40


class Pick(Button):
    """One value of several.

    Signals:
        picked: a person chose another value; carries it.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None, icon: str = "") -> None:
        super().__init__(Kind.SMALL, parent)
        self._icon, self._question = icon, ""
        self.values: Sequence[tuple[str, str]] = ()
        self.value = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    def name(self, question: str) -> None:
        """Says what is chosen here."""
        self._question = question
        self._say()

    def offer(self, values: Sequence[tuple[str, str]], value: str) -> None:
        """Offers values with their words, of which one holds."""
        self.values, self.value = values, value
        self._say()

    def _say(self) -> None:
        words = dict(self.values).get(self.value, self.value)
        self.set_face(f"{bounded(words, LONGEST)} ▾" if words else "▾", self._icon)
        self.setAccessibleName(f"{self._question}: {words}")
        set_tip(self, self._question)

    def _open(self) -> None:
        menu = styled_menu(self)
        for value, words in self.values:
            action = QAction(shortcut_safe(words), menu)
            if value == self.value:
                action.setIcon(menu_icon("check", theme().metrics.px(15), theme().palette.accent))
            action.triggered.connect(partial(self._pick, value))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _pick(self, value: str, *_checked: bool) -> None:
        self.value = value
        self._say()
        self.picked.emit(value)
