"""The one clock of the house: real time, unless an exercise leads it."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model import clock
from controlroom.model.clock import Pace, Unled

START = datetime(2026, 5, 14, 16, tzinfo=UTC)
ROOT = Path(__file__).parents[2] / "controlroom"
ROOMS = ("engine", "intake", "listening", "feeds", "ui", "store")
REAL = {
    # When a file of the desk was made, changed or put back is a matter of this computer.
    "store/migrate.py",
    "store/backup/restore.py",
}


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds of the real clock, in a list to be changed."""
    seconds = [100.0]
    monkeypatch.setattr(clock, "real_s", lambda: seconds[0])
    return seconds


@pytest.fixture
def lead(real: list[float]) -> Iterator[clock.Lead]:
    one = clock.begin_exercise(Pace(START, real[0], 1.0))
    yield one
    one.end()


def test_outside_an_exercise_it_is_the_time_of_day() -> None:
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.pace() is None
    assert clock.lived(before) is None
    assert clock.real_seconds(timedelta(minutes=2)) == 120


def test_an_exercise_runs_it_faster_and_lets_it_stand(lead: clock.Lead, real: list[float]) -> None:
    real[0] += 5
    assert clock.now() == START + timedelta(seconds=5)
    lead.follow(Pace(clock.now(), real[0], 10.0))
    real[0] += 6
    assert clock.now() == START + timedelta(seconds=65)
    assert clock.real_seconds(timedelta(seconds=30)) == 3
    lead.follow(Pace(clock.now(), real[0], 0.0))
    real[0] += 600
    assert clock.now() == START + timedelta(seconds=65)
    assert clock.real_seconds(timedelta(seconds=30)) is None


def test_nobody_changes_it_once_the_exercise_is_over(lead: clock.Lead, real: list[float]) -> None:
    lead.end()
    with pytest.raises(Unled):
        lead.follow(Pace(START, real[0], 10.0))
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_an_exercise_that_has_ended_does_not_end_the_next(
    lead: clock.Lead, real: list[float]
) -> None:
    later = clock.begin_exercise(Pace(START, real[0], 2.0))
    lead.end()
    assert clock.pace() == Pace(START, real[0], 2.0)
    later.end()
    assert clock.pace() is None


def test_steady_seconds_run_as_now_does(lead: clock.Lead, real: list[float]) -> None:
    before = clock.now(), clock.steady_s()
    lead.follow(Pace(clock.now() + timedelta(hours=1), real[0], 60.0))
    real[0] += 1
    passed = timedelta(seconds=clock.steady_s() - before[1])
    assert clock.now() - before[0] == passed == timedelta(hours=1, minutes=1)


def test_what_was_jumped_or_hurried_was_not_lived(lead: clock.Lead, real: list[float]) -> None:
    real[0] += 20
    lead.follow(Pace(clock.now() + timedelta(hours=1), real[0], 10.0))
    real[0] += 3
    ages = {
        START: 23,
        START + timedelta(seconds=15): 8,
        START + timedelta(minutes=30): 3,
        START + timedelta(hours=1, seconds=40): 1,
    }
    assert {at: clock.lived(at) for at in ages} == {
        at: timedelta(seconds=age) for at, age in ages.items()
    }
    assert clock.lived(START - timedelta(days=1)) == timedelta(seconds=23)


def test_everything_that_shows_or_judges_the_time_asks_this_clock() -> None:
    own = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if str(path.relative_to(ROOT)) not in REAL
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _CLOCKS
    }
    assert not own


_CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
}  # fmt: skip


def test_only_an_exercise_and_its_engine_lead_it() -> None:
    leading = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if "clock.begin_exercise(" in path.read_text("utf-8") and path.name != "clock.py"
    }
    assert leading == {"exercise_room.py", "engine/__init__.py"}
