"""What the simulated networks cost: new posts a second on one core, and memory with half a million.

    python -m benchmarks.exercise --posts 500000

All networks whose faces exist are served in this process, and the real feeds listen and read in
another one, as fast as each network lets them. Posts are those of “M97 closed”; the figure is taken
over its two minutes of 2,000 posts a second, from the processor's time of this process alone, so
that making, filing, streaming and writing out are all in it.
"""

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import click

from benchmarks.measure import peak_mib, report, say
from controlroom.exercise.clock import Clock
from controlroom.exercise.director import Director
from controlroom.exercise.faces.base import Face
from controlroom.exercise.faults import Faults
from controlroom.exercise.scenario import load, path_of
from controlroom.exercise.server import NETWORKS, Server, faces_of
from controlroom.exercise.world import World
from controlroom.feeds.base import Heard, Seat
from controlroom.feeds.errors import ReadError
from controlroom.feeds.registry import capabilities_of, make_feed
from controlroom.feeds.servers import Servers
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind

SCENARIO = "m97-closed"
BANG = timedelta(minutes=40, seconds=5), timedelta(minutes=42, seconds=5)
STEP = timedelta(seconds=1)
READ_EVERY_S = 1.0
TAG = "M97"


@dataclass
class InMemory:
    """A sign-in that lasts as long as this process."""

    now: Credential

    def credential(self) -> Credential:
        return self.now

    def renewed(self, credential: Credential) -> None:
        self.now = credential


def existing() -> list[Face]:
    """Returns faces of the networks that can be simulated, on a world that is thrown away."""
    there: list[Face] = []
    for network in NETWORKS:
        with suppress(ImportError, AttributeError):
            there += faces_of(World(Clock(datetime.now(UTC))), [network])
    return there


async def measure(posts: int) -> dict[str, Any]:
    """Runs the scenario with its networks served and read."""
    scenario = load(path_of(SCENARIO))
    world = World(Clock(scenario.starts, real=lambda: 0.0), scenario.seed)
    director = Director(scenario, world, Faults(world.clock))
    names = [face.network for face in existing()]
    server = Server(world, faces_of(world, names), director.faults)
    await server.begin()
    director.begin()
    await _until(director, BANG[0])
    say(f"{len(world.columns)} posts before the surge; served: {', '.join(names)}")
    try:
        with _reading(server) as heard:
            await asyncio.sleep(5)
            figures = await _surge(director)
        await _held(director, posts)
    finally:
        await server.close()
    return {**figures, "read": heard(), "posts": len(world.columns), "networks": names}


async def _surge(director: Director) -> dict[str, float]:
    before, spent, began = len(director.world.columns), time.process_time(), time.perf_counter()
    await _until(director, BANG[1])
    made = len(director.world.columns) - before
    spent = time.process_time() - spent
    took = time.perf_counter() - began
    say(f"{made} posts in {spent:.1f} s of one core, {took:.1f} s by the wall")
    return {"posts_per_s": made / spent, "us_per_post": spent / made * 1e6}


async def _until(director: Director, moment: timedelta) -> None:
    while director.clock.since_start() < moment:
        director.jump(min(STEP, moment - director.clock.since_start()))
        while director.advance(500):
            await _a_turn()
        await _a_turn()


async def _a_turn() -> None:
    """Lets the networks' clients have theirs."""
    await asyncio.sleep(0)


async def _held(director: Director, posts: int) -> None:
    while len(director.world.columns) < posts:
        await _until(director, director.clock.since_start() + timedelta(seconds=20))


@contextmanager
def _reading(server: Server) -> Iterator[Callable[[], int]]:
    """Real feeds in a process of their own; yields what tells how many posts they got."""
    orders = {"led": dict(server.led), "seats": list(_seats(server))}
    command = [sys.executable, "-m", "benchmarks.exercise", "--read"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        out, told = reader.stdout, [0]
        counting = threading.Thread(target=lambda: _count(out, told))
        counting.start()
        reader.stdin.write(json.dumps(orders).encode() + b"\n")
        reader.stdin.flush()
        try:
            yield lambda: told[0]
        finally:
            reader.stdin.close()
            reader.wait(30)
            counting.join()


def _count(out: Any, told: list[int]) -> None:
    for line in out:
        told[0] = int(line)


def _seats(server: Server) -> Iterator[dict[str, str]]:
    for network, face in server.faces.items():
        for account in server.world.profiles(network)[:1]:
            given = face.credential(account)
            yield {
                "network": network,
                "remote": face.remote_id(account),
                "handle": account.handle,
                "access": given.access,
                "server": given.server,
            }


def read() -> None:
    """Reads until its input ends; tells now and then how many posts came."""
    orders = json.loads(sys.stdin.readline())
    counted, over = [0], threading.Event()
    servers = Servers(led=orders["led"], sealed=True)
    for seat in orders["seats"]:
        for listens in (False, True):
            work = _listening if listens else _polling
            args = (seat, servers, counted, over)
            threading.Thread(target=_quietly, args=(work, *args), daemon=True).start()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    while not over.wait(0.5):
        print(counted[0], flush=True)
    print(counted[0], flush=True)


def _quietly(work: Callable[..., None], *args: Any) -> None:
    with suppress(ReadError):
        work(*args)


def _seat(told: dict[str, str], servers: Servers) -> Seat:
    network = told["network"]
    profile = Profile(1, network, told["remote"], told["handle"], host=told["server"])
    sign_in = InMemory(Credential(told["access"], account=told["remote"], server=told["server"]))
    return Seat(profile, sign_in, lambda: datetime.now(UTC), servers)


def _polling(
    told: dict[str, str], servers: Servers, counted: list[int], over: threading.Event
) -> None:
    network = told["network"]
    feed = make_feed(network, _seat(told, servers))
    kinds = set(capabilities_of(network).reads) & {
        SourceKind.MENTIONS, SourceKind.COMMENTS, SourceKind.HASHTAG,
    }  # fmt: skip
    while not over.wait(READ_EVERY_S):
        for kind in kinds:
            with suppress(ReadError):
                source = Source(network, kind, 1, TAG if kind is SourceKind.HASHTAG else "")
                counted[0] += len(feed.page(source).posts)


def _listening(
    told: dict[str, str], servers: Servers, counted: list[int], over: threading.Event
) -> None:
    feed: Any = make_feed(told["network"], _seat(told, servers))
    if not hasattr(feed, "listen"):
        return

    def hear(heard: Heard) -> None:
        counted[0] += len(heard.posts)

    while not over.is_set():
        with suppress(ReadError):
            feed.listen((Source(told["network"], SourceKind.HASHTAG, 1, TAG),), hear, lambda: None)


@click.command()
@click.option("--posts", default=500_000, show_default=True)
@click.option("--read", "only_read", is_flag=True, hidden=True)
def main(posts: int, only_read: bool) -> None:
    """Measures the simulated networks."""
    if only_read:
        read()
        return
    figures = asyncio.run(measure(posts))
    report(**figures, peak_mib=peak_mib())


if __name__ == "__main__":
    main()
