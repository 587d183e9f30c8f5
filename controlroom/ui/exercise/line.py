"""The window's line to the exercise: what it says as a signal, and a way to give it orders."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from controlroom.model import clock


class ExerciseLine(QObject):
    """The exercise as pages see it.

    Attributes:
        mark: makes the row that says so in another window of the desk, from the window and its
            commands; None until the desk itself says so.

    Signals:
        status: how it stands, about once a second; may be emitted from any thread.
        paced: its clock runs otherwise from now on.
        ended: its process has gone.
    """

    status = Signal(dict)
    paced = Signal(object)
    ended = Signal()

    def __init__(self, name: str, say: Callable[..., None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.mark: Callable[[Any, Any], Any] | None = None
        self.say = say
        self.now: dict[str, Any] = {}
        self._pace = clock.pace()
        self.status.connect(self._note)

    def _note(self, status: dict[str, Any]) -> None:
        self.now = status
        pace = clock.pace()
        if pace != self._pace:
            self._pace = pace
            self.paced.emit(pace)
