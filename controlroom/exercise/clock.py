"""The exercise's own clock: it can stand still, run faster or slower, and jump ahead."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from controlroom.model.clock import Pace, real_s

FASTEST = 600.0
"""Times the pace of a real clock."""


class Clock:
    """A clock that begins at `starts`. Used by one thread.

    Args:
        real: seconds of a clock that never goes back.
    """

    def __init__(
        self, starts: datetime, speed: float = 1.0, real: Callable[[], float] = real_s
    ) -> None:
        self._real = real
        self._from = real()
        self._at_from = starts
        self._speed = speed
        self._paused = False
        self.starts = starts

    @property
    def speed(self) -> float:
        """Times the pace of a real clock; kept while the clock stands still."""
        return self._speed

    @property
    def paused(self) -> bool:
        return self._paused

    def now(self) -> datetime:
        """Returns the exercise's time, aware, to the millisecond."""
        if self._paused:
            return self._at_from
        run = timedelta(seconds=(self._real() - self._from) * self._speed)
        moment = self._at_from + run
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

    def now_ms(self) -> int:
        """Returns it in milliseconds since 1970."""
        return round(self.now().timestamp() * 1000)

    def since_start(self) -> timedelta:
        """Returns how much of the exercise's time has passed."""
        return self.now() - self.starts

    def pace(self) -> Pace:
        """Returns how it runs, for the clocks of other processes."""
        return Pace(self._at_from, self._from, 0.0 if self._paused else self._speed)

    def pause(self) -> None:
        """Stands still."""
        self._anchor()
        self._paused = True

    def go_on(self) -> None:
        """Runs again from where it stands."""
        self._anchor()
        self._paused = False

    def set_speed(self, speed: float) -> None:
        """Runs at another pace from now on. Raises ValueError outside 0 to `FASTEST`."""
        if not 0 < speed <= FASTEST:
            raise ValueError(f"the speed must be above 0 and at most {FASTEST:g}")
        self._anchor()
        self._speed = speed

    def jump(self, ahead: timedelta) -> None:
        """Puts the clock ahead; it never goes back. Raises ValueError for less than nothing."""
        if ahead < timedelta(0):
            raise ValueError("an exercise does not go back")
        self._anchor()
        self._at_from += ahead

    def seconds_until(self, moment: datetime) -> float | None:
        """Returns the real seconds until a moment, None while the clock stands still."""
        if self._paused:
            return None
        return max(0.0, (moment - self.now()).total_seconds() / self._speed)

    def _anchor(self) -> None:
        self._at_from, self._from = self.now(), self._real()


def moment_of(ms: int) -> datetime:
    """Returns the moment of milliseconds since 1970, aware."""
    return datetime.fromtimestamp(ms / 1000, UTC)
