"""A clock that is set, and a computer that sleeps."""

from datetime import UTC, datetime, timedelta

from controlroom.engine.clock_watch import ClockWatch, SleepWatch, running_time

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
S = timedelta(seconds=1)


class Clocks:
    """What a computer has: a time of day, and clocks that nobody sets."""

    def __init__(self) -> None:
        self.day, self.awake_s, self.running_s = START, 100.0, 100.0
        self.watch = ClockWatch(lambda: self.day, lambda: self.awake_s)
        self.sleep_watch = SleepWatch(lambda: self.running_s)
        self.told()

    def told(self) -> tuple[timedelta, timedelta]:
        return self.watch.moved(), self.sleep_watch.slept()

    def live(self, seconds: float) -> None:
        self.awake_s += seconds
        self.sleep(seconds)

    def sleep(self, seconds: float) -> None:
        self.running_s += seconds
        self.day += timedelta(seconds=seconds)


def test_while_time_goes_by_nothing_is_told() -> None:
    clocks = Clocks()
    for _ in range(5):
        clocks.live(30)
        assert clocks.told() == (0 * S, 0 * S)


def test_a_computer_that_slept_has_jumped_and_slept() -> None:
    clocks = Clocks()
    clocks.live(20)
    clocks.sleep(8 * 3600)
    assert clocks.told() == (8 * 3600 * S, (8 * 3600 + 20) * S)
    clocks.live(30)
    assert clocks.told() == (0 * S, 0 * S)


def test_a_clock_that_is_set_has_jumped_and_nobody_has_slept() -> None:
    clocks = Clocks()
    for jump in (timedelta(days=1), timedelta(days=-1)):
        clocks.live(30)
        clocks.day += jump
        assert clocks.told() == (jump, 0 * S)


def test_a_step_of_the_time_service_is_a_trifle() -> None:
    clocks = Clocks()
    clocks.live(30)
    clocks.day += 2 * S
    assert clocks.told() == (0 * S, 0 * S)


def test_the_clock_of_this_computer_goes_on() -> None:
    before = running_time()
    assert running_time() >= before > 0
