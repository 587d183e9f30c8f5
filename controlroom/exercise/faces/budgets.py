"""Rate limits as the networks keep them: a number of calls in a window, per key."""

from dataclasses import dataclass, field

from controlroom.exercise.clock import Clock


@dataclass(slots=True)
class _Window:
    began_ms: int
    used: int = 0


@dataclass(frozen=True, slots=True)
class Spent:
    """How a budget stands after a call.

    Attributes:
        allowed: False if the call was one too many.
        resets_ms: when it is whole again, in the exercise's time.
    """

    allowed: bool
    limit: int
    remaining: int
    resets_ms: int


@dataclass(slots=True)
class Meter:
    """Counts calls by the exercise's clock; a window begins with its first call."""

    clock: Clock
    _windows: dict[tuple[str, str], _Window] = field(default_factory=dict)

    def spend(self, name: str, whose: str, limit: int, window_s: int, cost: int = 1) -> Spent:
        """Counts a call against a limit."""
        now, length = self.clock.now_ms(), window_s * 1000
        window = self._windows.get((name, whose))
        if window is None or now - window.began_ms >= length:
            window = self._windows[name, whose] = _Window(now)
        allowed = window.used + cost <= limit
        if allowed:
            window.used += cost
        return Spent(allowed, limit, max(0, limit - window.used), window.began_ms + length)
