"""How soon what is due leaves, and how soon a hold holds; one sender, networks without faults."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.measure import percentile, say
from benchmarks.publishing.machines import Machines
from benchmarks.publishing.people import People
from benchmarks.publishing.records import Lies
from benchmarks.publishing.town import Town
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.outbound.sending.pace import Pace

IDLE, APART_S = 40, 0.3
_PATIENCE_S = 180.0
_QUIET_S = 3.0
_LOOK_S = 0.25
"""Seldom: looking costs the networks time, which are in the same process."""


@dataclass(frozen=True)
class Timed:
    """Seconds from due to the post being there; milliseconds of the hold.

    Attributes:
        hold_ms: from the press until the last post came; negative if none came after it.
        recorded_ms: from the press until the hold was in the record.
        held: how many were held back.
    """

    idle_p50_s: float
    idle_p99_s: float
    burst_p50_s: float
    burst_p99_s: float
    hold_ms: float
    recorded_ms: float
    after_hold: int
    held: int


def timed(town: Town, lies: Lies, burst: int) -> Timed:
    """Measures on a record of its own."""
    people = People(lies, town.place.keys)
    people.furnish()
    machines = Machines(lies, town.place, 1, pace=Pace(), alone=True)
    try:
        _warm_up(town, people)
        idle = _idle(town, people)
        say(f"idle: {idle}")
        many = _burst(town, people, burst)
        say(f"burst: {many}")
        held = _held(town, people, burst)
    finally:
        machines.end()
        people.close()
    return Timed(*idle, *many, *held)


def _warm_up(town: Town, people: People) -> None:
    """Has every profile connected once."""
    people.submit(len(people.profiles), 1, equal=0.0)
    _until(people, lambda: not _open(people))


def _idle(town: Town, people: People) -> tuple[float, float]:
    begin = datetime.now(UTC) + timedelta(seconds=3)
    due = {}
    for number in range(IDLE):
        at = begin + timedelta(seconds=number * APART_S)
        text = f"Due alone: {number}"
        people.submit_one(text, people.profiles[number % len(people.profiles)], at)
        due[text] = at.timestamp()
    _until(people, lambda: not _open(people))
    late = [came - due[text] for came, text in town.came if text in due]
    return percentile(late, 0.5), percentile(late, 0.99)


def _burst(town: Town, people: People, burst: int) -> tuple[float, float]:
    before, at = len(town.came), _all_at_once(people, burst, 2)
    _until(people, lambda: not _open(people))
    late = [came - at for came, _ in town.came[before:]]
    return percentile(late, 0.5), percentile(late, 0.99)


def _held(town: Town, people: People, burst: int) -> tuple[float, float, int, int]:
    """Presses hold when a third has left."""
    before = len(town.came)
    _all_at_once(people, burst, 3)
    _until(people, lambda: len(town.came) - before > burst // 3)
    pressed = time.time()
    people.hold()
    recorded = time.time()
    time.sleep(_QUIET_S)
    last = town.came[-1][0]
    late = sum(came > recorded + 1.0 for came, _ in town.came)
    people.look()
    held = people.states()[DeliveryState.HELD]
    return (last - pressed) * 1000, (recorded - pressed) * 1000, late, held


def _all_at_once(people: People, burst: int, seed: int) -> float:
    """Puts so many forward for the same moment; returns it."""
    at = datetime.now(UTC) + timedelta(seconds=2 + burst / 100)
    people.submit(burst, seed, at, equal=0.0)
    return at.timestamp()


def _open(people: People) -> int:
    people.look()
    return sum(people.wanted.values()) - len(people.fold.state.publishing.bound)


def _until(people: People, holds: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not holds():
        if time.monotonic() > until:
            raise RuntimeError(f"{people.states()}")
        time.sleep(_LOOK_S)
