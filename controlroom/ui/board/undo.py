"""What can be undone for ten seconds: each change to boards, columns and read marks."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

translate = QCoreApplication.translate
UNDO_S = 10.0
MOST = 50


class Step(NamedTuple):
    """One change; `until` is when it stays for good, in seconds of the clock in use."""

    words: str
    take_back: Callable[[], object]
    until: float


class Undo(QObject):
    """The changes of the last seconds, the newest taken back first.

    Signals:
        said: something can be undone, or was; carries a sentence.
    """

    said = Signal(str)

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._steps: list[Step] = []

    def offer(self, words: str, take_back: Callable[[], object], *, tell: bool = True) -> None:
        """Takes a change that was made, with what would take it back.

        Args:
            words: what was done, as a sentence without its full stop.
            tell: nobody else tells of the change.
        """
        self._steps = [*self._standing(), Step(words, take_back, self._now() + UNDO_S)][-MOST:]
        if tell:
            self.said.emit(translate("Undo", "{done} · Ctrl Z undoes it").format(done=words))

    def can(self) -> bool:
        """Returns whether anything can be undone now."""
        return bool(self._standing())

    def undo(self) -> None:
        """Takes the newest change back."""
        self._steps = self._standing()
        if self._steps:
            step = self._steps.pop()
            # What taking it back does is no change that could be undone.
            held, self._steps = self._steps, []
            step.take_back()
            self._steps = held
            self.said.emit(translate("Undo", "Undone: {done}").format(done=step.words))

    def forget(self) -> None:
        """Nothing can be undone any more: the house is closed."""
        self._steps = []

    def _standing(self) -> list[Step]:
        now = self._now()
        return [one for one in self._steps if one.until > now]
