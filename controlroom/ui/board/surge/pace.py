"""How fast posts come into a column, and whether that is a surge. Pure; seconds are given."""

from collections import deque

MANY, FOR_S = 20, 10
FEW, CALM_S = 8, 60
"""A surge begins above 20 a second for 10 s and ends below 8 a second for 60 s."""
LEAST_SECONDS = 3
"""One large read of many posts is no surge: they must come in at least so many seconds."""


class Pace:
    """Arrivals of the last minute by second.

    Attributes:
        surging: a surge has begun and is not over.
    """

    def __init__(self) -> None:
        self._seconds: deque[tuple[int, int]] = deque()
        self._began = 0
        self.surging = False

    def take(self, second: int, number: int) -> bool:
        """Takes arrivals of a second (0 if none); returns whether a surge has begun or ended."""
        self._add(second, number)
        before = self.surging
        if not self.surging and self._is_fast(second):
            self.surging, self._began = True, second
        elif self.surging and self._is_calm(second):
            self.surging = False
        return self.surging != before

    def rate(self) -> float:
        """Returns posts a second over the last ten seconds that were told."""
        if not self._seconds:
            return 0.0
        return self._sum(self._seconds[-1][0], FOR_S) / FOR_S

    def _add(self, second: int, number: int) -> None:
        if self._seconds and self._seconds[-1][0] == second:
            number += self._seconds.pop()[1]
        self._seconds.append((second, number))
        while self._seconds[0][0] <= second - CALM_S:
            self._seconds.popleft()

    def _is_fast(self, now: int) -> bool:
        busy = sum(1 for second, number in self._seconds if number and second > now - FOR_S)
        return busy >= LEAST_SECONDS and self._sum(now, FOR_S) > MANY * FOR_S

    def _is_calm(self, now: int) -> bool:
        return now - self._began >= CALM_S and self._sum(now, CALM_S) < FEW * CALM_S

    def _sum(self, now: int, seconds: int) -> int:
        return sum(number for second, number in self._seconds if second > now - seconds)
