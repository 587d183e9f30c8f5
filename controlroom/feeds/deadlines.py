"""Calls at deadlines, from one thread for all: a thread for each read would cost more than it.

Nearly every deadline is called off before it comes, and then nobody is woken for it.
"""

import heapq
import threading
import time
from collections.abc import Callable
from itertools import count

LOOKED_EACH_S = 0.25
"""How often the thread looks whether anything is left to wait for: that is how soon it ends."""
_order = count()


class Deadline:
    """One call to come."""

    def __init__(self, at: float, call: Callable[[], None]) -> None:
        self.at = at
        self.call: Callable[[], None] | None = call

    def call_off(self) -> None:
        """Lets it pass; a call that has just begun goes on."""
        self.call = None


class Deadlines:
    """Calls what is due. Safe in several threads; its own ends when nothing is left."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._coming: list[tuple[float, int, Deadline]] = []
        self._thread: threading.Thread | None = None

    def after(self, seconds: float, call: Callable[[], None]) -> Deadline:
        """Has `call`, which is short, called from another thread after some seconds."""
        deadline = Deadline(time.monotonic() + seconds, call)
        with self._changed:
            heapq.heappush(self._coming, (deadline.at, next(_order), deadline))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="deadlines", daemon=True)
                self._thread.start()
            elif self._coming[0][2] is deadline:
                self._changed.notify()
        return deadline

    def _work(self) -> None:
        while (deadline := self._next()) is not None:
            if call := deadline.call:
                call()

    def _next(self) -> Deadline | None:
        """Waits for the next one that is not called off; None if there is none."""
        with self._changed:
            while any(deadline.call for _, _, deadline in self._coming):
                at, _, deadline = self._coming[0]
                wait = at - time.monotonic()
                if wait > 0 and deadline.call is not None:
                    self._changed.wait(min(wait, LOOKED_EACH_S))
                    continue
                heapq.heappop(self._coming)
                if deadline.call is not None:
                    return deadline
            self._coming.clear()
            self._thread = None
            return None


DEADLINES = Deadlines()
