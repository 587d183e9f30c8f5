"""Draws the cards that are about to come into view, a few in each pause between two frames."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from controlroom.ui.board.list.ports import Prepared

BUDGET_S = 0.001
"""Seconds after which no other card is begun in one pause."""
LEAST = 1
"""Cards drawn in one pause however long they take."""
PAUSE_MS = 1
"""Between two pauses threads that read the cache have their turn."""


class Turn(QObject):
    """Something that takes a frame of its own when its turn comes.

    Args:
        work: what is done then, once for however often it was wanted.
    """

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._is_due = False

    def want(self, preparing: "Preparing | None") -> None:
        """Has it done in its turn, or now if there are no turns."""
        self._is_due = True
        if preparing is None:
            self.prepare(0)
        else:
            preparing.want(self, 0)

    def prepare(self, _way: int) -> bool:
        """Does it; returns whether it was due."""
        due, self._is_due = self._is_due, False
        if due:
            self._work()
        return due


class Preparing(QObject):
    """Serves all lists of the board in turn, so that no frame has to draw many cards at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[Prepared, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)

    def want(self, cards: Prepared, way: int) -> None:
        """Notes that a list is being scrolled down (1) or up (-1), or has changed (0)."""
        self._wanted[cards] = way or self._wanted.get(cards, 0)
        if not self._timer.isActive():
            self._timer.start(0)

    def stop(self) -> None:
        """Forgets what was wanted."""
        self._timer.stop()
        self._wanted.clear()

    def _work(self) -> None:
        ends, drawn = time.perf_counter() + BUDGET_S, 0
        while self._wanted and (drawn < LEAST or time.perf_counter() < ends):
            cards, way = next(iter(self._wanted.items()))
            del self._wanted[cards]
            if isValid(cards) and cards.prepare(way):
                self._wanted[cards] = way
                drawn += 1
        if self._wanted:
            self._timer.start(PAUSE_MS)
