"""Everything together: drafts, senders, kills, and the count at the end."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.measure import say
from benchmarks.publishing.machines import Machines, killing
from benchmarks.publishing.people import People
from benchmarks.publishing.records import Lies, keeper
from benchmarks.publishing.town import Town
from controlroom.model.outgoing.delivery import DeliveryState

BACKLOG = 600
"""Deliveries that wait at the same time, so that nothing is late by itself."""
_SAY_S = 10.0


@dataclass(frozen=True)
class Came:
    """What came of a run.

    Attributes:
        duplicates: posts that stand more often than they were meant to.
        missing: posts that do not stand though the record says so, or that nobody knows of.
        unknown: deliveries that were shown as unknown at some time.
        left: how many were neither sent nor shown as waiting for a person at the end.
        mishaps: what befell requests.
        fell: senders that ended by themselves.
    """

    duplicates: int
    missing: int
    unknown: int
    left: int
    posts: int
    kills: int
    pauses: int
    let_go: int
    mishaps: int
    fell: int
    took_s: float


def run(
    town: Town, lies: Lies, posts: int, senders: int, kills: int, *, seed: int, longest_s: float
) -> Came:
    """Sends so many posts through senders that are killed, on networks that fail."""
    people = People(lies, town.place.keys, keeper(lies))
    began = time.monotonic()
    people.furnish()
    town.befall(seed)
    machines = Machines(lies, town.place, senders)
    over = threading.Event()
    killer = threading.Thread(
        target=killing,
        args=(machines, kills, lambda: people.share_sent(posts), over, seed),
    )
    killer.start()
    try:
        _work(people, posts, seed, began + longest_s, lambda: (machines.kills + 3) / max(kills, 1))
    finally:
        over.set()
        killer.join()
        say("the senders end")
        machines.end()
        say("the senders have ended")
    came = _counted(town, people, posts, machines, time.monotonic() - began)
    people.close()
    return came


def _work(people: People, posts: int, seed: int, until: float, killed: Callable[[], float]) -> None:
    """Writes and decides until all is sent; no faster than the senders are killed."""
    submitted, said, together = 0, time.monotonic(), max(posts // 20, 1)
    while time.monotonic() < until:
        left = people.decide()
        while submitted < min(posts, posts * killed()) and left < BACKLOG:
            more = min(together, 100, posts - submitted)
            people.submit(more, seed + submitted)
            submitted, left = sum(people.wanted.values()), left + more
        if submitted >= posts and not left:
            return
        if time.monotonic() - said > _SAY_S:
            said = time.monotonic()
            say(f"{submitted} of {posts}: {dict(people.states())}")
        time.sleep(0.2)


def _counted(town: Town, people: People, posts: int, machines: Machines, took: float) -> Came:
    people.look()
    mishaps = town.mishaps()
    town.go_well()
    # What a network is late with comes all the same.
    time.sleep(1.0)
    standing = town.standing()
    sent = [one for one in people.deliveries() if one.state is DeliveryState.SENT]
    shown = (DeliveryState.UNKNOWN, DeliveryState.FAILED, DeliveryState.LATE, DeliveryState.HELD)
    others = [one for one in people.deliveries() if one.state is not DeliveryState.SENT]
    duplicates = sum(max(standing[one] - count, 0) for one, count in people.wanted.items())
    missing = sum(max(count - standing[one], 0) for one, count in people.wanted.items())
    silent = missing - sum(one.state in shown for one in others)
    left = sum(one.state not in shown for one in others)
    say(f"ended by themselves: {machines.fell}")
    say(f"{len(sent)} sent, {len(others)} not")
    for one in others[:20]:
        say(f"{one.key}: {one.state}, {one.reason}, {one.said}, {one.attempts} attempts")
    return Came(
        duplicates, max(silent, 0), len(people.unknown), left, sum(people.wanted.values()),
        machines.kills, machines.pauses, people.let_go, mishaps, len(machines.fell), took,
    )  # fmt: skip
