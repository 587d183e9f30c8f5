"""Esc where it means something of its own, before the window's commands hear of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def takes_esc(event: QEvent, do: Callable[[], object]) -> bool:
    """Returns whether an event is Esc on its way here, or pressed; then it does what it means.

    Asked first in a widget's `event`, which returns True where this does.
    """
    if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
        return False
    if event.type() == QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    if event.type() != QEvent.Type.KeyPress:
        return False
    do()
    return True
