"""Rumours die down once they are answered; not at once, and not wholly."""

from math import exp

FADES_S = 240.0
"""After which a rumour has lost two thirds of what it will lose."""


class Calm:
    """Which rumours were answered when, and what is left of them."""

    def __init__(self) -> None:
        self._answered: dict[str, tuple[float, float]] = {}

    def answer(self, rumour: str, at_s: float, left: float) -> None:
        """Notes the first answer to a rumour; a later one changes nothing."""
        self._answered.setdefault(rumour, (at_s, left))

    def factor(self, rumour: str, at_s: float) -> float:
        """Returns what is left of a rumour at a moment, 0 to 1."""
        since, left = self._answered.get(rumour, (float("inf"), 1.0))
        if at_s <= since:
            return 1.0
        return left + (1 - left) * exp(-(at_s - since) / FADES_S)
