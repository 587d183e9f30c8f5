"""How often something happens over time: points with straight lines between them."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Curve:
    """Rates over the exercise's time.

    Attributes:
        points: seconds since the start and how often a second from there on, in order. Before the
            first point the rate is the first point's, after the last the last's.
    """

    points: tuple[tuple[float, float], ...]

    def at(self, seconds: float) -> float:
        """Returns how often a second, at a moment."""
        after = bisect_right(self.points, (seconds, float("inf")))
        if after == 0:
            return self.points[0][1]
        if after == len(self.points):
            return self.points[-1][1]
        (x0, y0), (x1, y1) = self.points[after - 1], self.points[after]
        return y0 + (y1 - y0) * (seconds - x0) / (x1 - x0)

    def piece(self, seconds: float) -> tuple[float, float]:
        """Returns the highest rate from a moment on, and until when it is the highest."""
        after = bisect_right(self.points, (seconds, float("inf")))
        if after == len(self.points):
            return self.points[-1][1], float("inf")
        end, rate = self.points[after]
        return max(self.at(seconds), rate), end

    def times(self, share: float) -> "Curve":
        """Returns the same course at a share of the rate."""
        return Curve(tuple((second, rate * share) for second, rate in self.points))


NEVER = Curve(((0.0, 0.0),))
