"""When something happens: a Poisson process whose rate changes, by thinning, ahead of time."""

from collections.abc import Callable
from random import Random

from controlroom.exercise.scenario.curve import Curve

NEVER = float("inf")


class Arrivals:
    """Moments in order, each found once, the same whatever the tick of whoever asks.

    Args:
        chance: a stream of random numbers for nothing else.
        begins: seconds from which on things may happen.
        factor: what is left of the rate at a moment, 0 to 1.
    """

    def __init__(
        self, curve: Curve, chance: Random, begins: float, factor: Callable[[float], float]
    ) -> None:
        self._curve = curve
        self._chance = chance
        self._factor = factor
        self._at = begins

    def next(self) -> float:
        """Returns the next moment, in seconds since the start; `NEVER` if there is none."""
        chance, at = self._chance, self._at
        while at < NEVER:
            highest, until = self._curve.piece(at)
            at += chance.expovariate(highest) if highest else NEVER
            if at >= until:
                at = until
            elif chance.random() * highest < self._curve.at(at) * self._factor(at):
                break
        self._at = at
        return at
