"""A row or column of controls that is one tab stop: arrows move inside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
AHEAD = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Roving(QObject):
    """Keeps one of its members in the tab order and moves it with arrows, Home and End."""

    def __init__(self, parent: QObject, members: Sequence[QWidget]) -> None:
        super().__init__(parent)
        self._members = list(members)
        for member in self._members:
            member.installEventFilter(self)
        if self._members:
            self.make_current(self._members[0])

    def make_current(self, current: QWidget) -> None:
        """Makes a member the one that Tab reaches."""
        for member in self._members:
            chosen = member is current
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            member.setFocusPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.make_current(watched)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._move(watched, event)
        return False

    def _move(self, watched: QObject, event: QKeyEvent) -> bool:
        usable = [one for one in self._members if one.isVisible() and one.isEnabled()]
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or watched not in usable:
            return False
        target = self._target(event.key(), usable.index(watched), len(usable) - 1)
        if target is None:
            return False
        usable[target].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _target(self, key: int, place: int, last: int) -> int | None:
        if key in BACK:
            return max(0, place - 1)
        if key in AHEAD:
            return min(last, place + 1)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(key))
