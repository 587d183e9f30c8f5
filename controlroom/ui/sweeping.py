"""Frees rings of objects in the window's own thread, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 200
"""A look takes the longer the more objects are new: in a surge, one a second took twelve
milliseconds, which somebody scrolling sees. How many are new nobody counts: Python tells how many
more were made than freed, and where as many posts go as come, that is next to none; waiting for it
to grow made looks of fifty milliseconds."""
MIDDLE = 3
"""Looks through the young objects for one through those that stood one look."""
OLD = 500
"""Of those for one through all: five minutes."""
QUIET = 2_000
"""Fewer new objects than that mean that nobody scrolls and little comes in."""
LATEST = 12 * OLD
"""As `OLD`, where it never gets quiet."""
SETTLED_MS = 10_000


class Sweeper(QObject):
    """Does from time to time what Python would do wherever an object happens to be made.

    Python looks for rings of objects in the thread that made the last one, and frees what it finds
    there. A widget freed by a thread that reads the cache leaves its timers behind in the window's
    thread, and the next tick of one of them ends the program. So Python's own search is off while
    this object lives, and the window's thread searches in its place.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What stands now stays as long as the window; it need not be looked through again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(sweep)
        self._timer.start(EVERY_MS)
        # So does the board that is open by then; a whole look would take a tenth of a second.
        QTimer.singleShot(SETTLED_MS, self, gc.freeze)
        self.destroyed.connect(_look_at_all_again)


def _look_at_all_again() -> None:
    gc.unfreeze()


def sweep() -> None:
    """Looks through the young objects, sometimes the older ones, seldom and in quiet all."""
    _, middle, old = gc.get_count()
    if old >= LATEST or (old >= OLD and len(gc.get_objects(generation=0)) < QUIET):
        gc.collect()
    else:
        gc.collect(1 if middle >= MIDDLE else 0)
