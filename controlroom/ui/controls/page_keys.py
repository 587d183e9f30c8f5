"""Pages with keys of their own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class PageKeys(QWidget):
    """A page; keys that mean something on it are kept from the window's commands."""

    def action_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Returns what a key does here, None for nothing."""
        return None

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.action_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.action_of(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()
