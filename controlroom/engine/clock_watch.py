"""Notices when the time of day jumps, which it does when somebody sets it or a laptop sleeps."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

NOTICED = timedelta(seconds=5)


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
