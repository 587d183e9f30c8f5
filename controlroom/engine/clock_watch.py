"""Notices when the time of day jumps, and when this computer has slept."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

NOTICED = timedelta(seconds=5)
ASLEEP_FROM = timedelta(seconds=90)
"""Nobody who is asked twice a minute is silent for so long while awake."""


def running_time() -> float:
    """Returns seconds of a clock that nobody sets and that goes on while the computer sleeps."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        # On macOS the second one goes on, and Python's own monotonic clock does not.
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


@dataclass(slots=True)
class ClockWatch:
    """Holds the time of day against a clock that nobody sets and that stands while it sleeps.

    Args:
        steady: seconds of such a clock.
    """

    now: Callable[[], datetime]
    steady: Callable[[], float] = time.monotonic
    _seen: tuple[datetime, float] | None = None

    def moved(self) -> timedelta:
        """Returns by how much the clock has jumped since the last call; zero for trifles."""
        now, steady = self.now(), self.steady()
        before, self._seen = self._seen, (now, steady)
        if before is None:
            return timedelta(0)
        jump = (now - before[0]) - timedelta(seconds=steady - before[1])
        return jump if abs(jump) > NOTICED else timedelta(0)


@dataclass(slots=True)
class SleepWatch:
    """Notices that this computer has slept, if it is asked at least every half minute.

    Args:
        running: seconds of a clock that goes on meanwhile and that nobody sets.
    """

    running: Callable[[], float] = running_time
    _asked: float | None = None

    def slept(self) -> timedelta:
        """Returns how long the computer was asleep since the last call; zero if it was not."""
        before, self._asked = self._asked, self.running()
        if before is None:
            return timedelta(0)
        silence = timedelta(seconds=self._asked - before)
        return silence if silence >= ASLEEP_FROM else timedelta(0)
