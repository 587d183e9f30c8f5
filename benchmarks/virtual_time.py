"""Simulated time for code that waits: one thread runs at a time, and time goes by in jumps."""

import heapq
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

Event = Callable[[], None]


class VirtualTime:
    """A clock, and what is to happen at which time."""

    def __init__(self, start: datetime) -> None:
        self.now = start
        self._coming: list[tuple[datetime, int, Event]] = []
        self._order = count()
        self._baton = threading.Semaphore(0)

    def at(self, moment: datetime, event: Event) -> None:
        """Has `event` called at a moment."""
        heapq.heappush(self._coming, (max(moment, self.now), next(self._order), event))

    def run(self, until: datetime) -> None:
        """Lets time go by."""
        while self._coming and self._coming[0][0] <= until:
            self.now, _, event = heapq.heappop(self._coming)
            event()
        self.now = until

    def sleep(self, seconds: float) -> None:
        """Waits; only for a thread begun with `start`."""
        mine = threading.Semaphore(0)

        def wake() -> None:
            mine.release()
            self._baton.acquire()

        self.at(self.now + timedelta(seconds=seconds), wake)
        self._baton.release()
        mine.acquire()

    def start(
        self, submit: Callable[[Callable[[], None]], object], work: Callable[[], None]
    ) -> None:
        """Runs `work` in a thread of a pool until it sleeps or ends."""

        def run() -> None:
            try:
                work()
            finally:
                self._baton.release()

        submit(run)
        self._baton.acquire()
