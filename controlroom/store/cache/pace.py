"""How much to do in one transaction, learnt from how long the last ones took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Pace:
    """A size of steps that take about as long as they should.

    It shrinks at once and grows slowly, since somebody may wait for the file.

    Args:
        aim_s: seconds that a step should take.

    Attributes:
        size: how much to do in the next step.
    """

    def __init__(self, *, start: int, least: int, most: int, aim_s: float) -> None:
        self.size = start
        self._least = least
        self._most = most
        self._aim_s = aim_s

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measures one step of the present size, its commit included."""
        begun = time.perf_counter()
        yield
        self.took(time.perf_counter() - begun)

    def took(self, seconds: float) -> None:
        """Learns from a step of the present size."""
        if seconds > self._aim_s:
            self.size = max(self._least, int(self.size * self._aim_s / seconds))
        elif seconds < self._aim_s / 2:
            self.size = min(self._most, self.size + self.size // 4 + 1)
