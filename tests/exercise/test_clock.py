"""The exercise's clock: it runs, stands, hurries and jumps, and never goes back."""

from datetime import UTC, datetime, timedelta

import pytest

from controlroom.exercise.clock import Clock, moment_of

START = datetime(2026, 5, 14, 16, tzinfo=UTC)


class Real:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def real() -> Real:
    return Real()


@pytest.fixture
def clock(real: Real) -> Clock:
    return Clock(START, real=real)


def test_it_begins_where_the_scenario_says_and_runs(clock: Clock, real: Real) -> None:
    assert clock.now() == START
    real.seconds += 1.5
    assert clock.now() == START + timedelta(seconds=1.5)
    assert moment_of(clock.now_ms()) == clock.now()


def test_a_pause_loses_and_gains_nothing(clock: Clock, real: Real) -> None:
    real.seconds += 10
    clock.pause()
    real.seconds += 1000
    assert clock.since_start() == timedelta(seconds=10)
    assert clock.seconds_until(START + timedelta(hours=1)) is None
    clock.go_on()
    real.seconds += 5
    assert clock.since_start() == timedelta(seconds=15)


def test_another_speed_holds_from_now_on(clock: Clock, real: Real) -> None:
    real.seconds += 10
    clock.set_speed(60)
    real.seconds += 10
    assert clock.since_start() == timedelta(seconds=610)
    assert clock.seconds_until(clock.now() + timedelta(minutes=1)) == 1.0


def test_a_jump_is_ahead_only(clock: Clock) -> None:
    clock.jump(timedelta(minutes=20))
    assert clock.since_start() == timedelta(minutes=20)
    with pytest.raises(ValueError, match="back"):
        clock.jump(timedelta(seconds=-1))


@pytest.mark.parametrize("speed", [0, -1, 601])
def test_an_absurd_speed_is_refused(clock: Clock, speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        clock.set_speed(speed)
