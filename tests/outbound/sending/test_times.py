"""Never early and never late, whatever happens to the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState
from controlroom.outbound.sending.times import Times

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Computer:
    """A computer whose clock can be set, and which can sleep."""

    def __init__(self) -> None:
        self.shown, self.passed, self.seq = START, 0.0, 10
        self.times = Times(lambda: self.shown, lambda: self.passed)
        self.times.look(START, self.seq)

    def pass_by(self, span: timedelta) -> None:
        self.shown += span
        self.passed += span.total_seconds()

    def leaves(self, delivery: Delivery, stamped: datetime = START) -> bool:
        return self.times.look(stamped, self.seq).may_leave(delivery)


def due_at(
    at: datetime, *, since: datetime = START - DAY, seq: int = 5, part: str = "0"
) -> Delivery:
    key = DeliveryKey("0" * 32, part, "x//1")
    return Delivery(key, Act.POST, DeliveryState.SCHEDULED, at, since, seq=seq)


def test_what_is_due_leaves_within_ten_minutes() -> None:
    one = Computer()
    one.pass_by(timedelta(minutes=5))
    assert one.leaves(due_at(START))
    assert not one.leaves(due_at(START + timedelta(minutes=5, seconds=1)))
    one.pass_by(timedelta(minutes=5, seconds=1))
    assert not one.leaves(due_at(START))
    assert one.leaves(due_at(START, part="w0"))


@pytest.mark.parametrize("jump", [DAY, -DAY, timedelta(hours=1), timedelta(minutes=-40)])
def test_a_clock_that_jumps_sends_nothing_early_or_late(jump: timedelta) -> None:
    one = Computer()
    one.pass_by(timedelta(seconds=20))
    one.shown += jump
    for at in (START, START + jump, one.shown, START + timedelta(seconds=20)):
        assert not one.leaves(due_at(at)), at
    assert one.times.in_doubt


def test_a_clock_that_is_set_back_right_is_believed_again() -> None:
    one = Computer()
    one.shown += DAY
    assert not one.leaves(due_at(START))
    one.shown -= DAY
    one.pass_by(timedelta(seconds=5))
    assert one.leaves(due_at(START))
    assert not one.times.in_doubt


def test_what_a_person_lets_go_since_leaves_by_the_clock_they_saw() -> None:
    one = Computer()
    one.shown += DAY
    assert not one.leaves(due_at(one.shown))
    assert one.leaves(due_at(one.shown, since=one.shown, seq=one.seq + 1))
    one.pass_by(timedelta(minutes=11))
    late = due_at(one.shown - timedelta(minutes=11), since=one.shown, seq=one.seq + 1)
    assert not one.leaves(late)


def test_a_computer_that_slept_is_late_and_not_in_doubt() -> None:
    one = Computer()
    one.pass_by(timedelta(hours=8))
    assert not one.leaves(due_at(START + timedelta(hours=1)))
    assert not one.times.in_doubt
    assert one.leaves(due_at(one.shown))


def test_a_clock_that_is_set_right_by_a_little_is_followed() -> None:
    one = Computer()
    for _ in range(20):
        one.pass_by(timedelta(seconds=20))
        one.shown += timedelta(seconds=5)
        one.leaves(due_at(START))
    assert not one.times.in_doubt
    assert one.leaves(due_at(one.shown))


def test_what_is_past_by_the_record_is_late_whatever_the_clock_shows() -> None:
    one = Computer()
    assert not one.leaves(due_at(START), stamped=START + timedelta(hours=2))
