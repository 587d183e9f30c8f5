"""The window's line to the engine: what it says as signals, and a way to give it orders."""

from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal


def _unheard(**_: object) -> None:
    return None


class EngineLine(QObject):
    """Pages hear the engine and speak to it through this; without an engine orders are lost.

    Signals:
        state: what the engine says of a source, as a dictionary.
        running: True once it reads, False when it has died.
        connecting, connected, unconnected: how a sign-in goes on; each bears its `ticket`.
        added: ids of profiles that were saved, with the `ticket`.
    """

    state = Signal(dict)
    running = Signal(bool)
    connecting = Signal(object)
    connected = Signal(object)
    unconnected = Signal(object)
    added = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets = count(1)
        self.say: Callable[..., None] = _unheard
        self.keep: Callable[..., None] = _unheard
        """Keeps a sign-in: profile, credential, and what is called with the error or None."""

    def ticket(self) -> int:
        """Returns a number under which answers to an order are known again."""
        return next(self._tickets)

    def take(self, say: Callable[..., Any], keep: Callable[..., Any]) -> None:
        """Leads orders to an engine room."""
        self.say, self.keep = say, keep
