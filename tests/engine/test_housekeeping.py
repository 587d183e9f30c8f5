"""Chores are done in idle moments only."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.posts import sightings
from controlroom.engine.housekeeping import Housekeeping
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.errors import DiskFull


class Chores:
    """Counts its steps; `left` of them remain."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.steps = 0
        self.busy = False

    def step(self) -> bool:
        self.steps += 1
        self.left -= 1
        return self.left > 0


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as made:
        yield made


def run(keeping: Housekeeping, until: Callable[[], Awaitable[None]]) -> None:
    """Lets it work until something has happened."""

    async def both() -> None:
        working = asyncio.create_task(keeping.work())
        try:
            async with asyncio.timeout(20):
                await until()
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)

    asyncio.run(both())


async def reached(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0)


def test_it_goes_on_until_nothing_is_left_and_then_sleeps(pool: ThreadPoolExecutor) -> None:
    chores = Chores(5)
    keeping = Housekeeping(chores.step, lambda: True, pool, between_s=0, asleep_s=3_600)

    async def until() -> None:
        await reached(lambda: chores.left == 0)
        for _ in range(100):
            await asyncio.sleep(0)

    run(keeping, until)
    assert chores.steps == 5


def test_it_looks_again_after_a_sleep(pool: ThreadPoolExecutor) -> None:
    chores = Chores(1)
    keeping = Housekeeping(chores.step, lambda: True, pool, between_s=0, asleep_s=0)
    run(keeping, lambda: reached(lambda: chores.steps >= 3))


def test_it_waits_while_there_is_work(pool: ThreadPoolExecutor) -> None:
    chores = Chores(1_000_000)
    keeping = Housekeeping(chores.step, lambda: not chores.busy, pool, between_s=0, busy_s=0)

    async def until() -> None:
        await reached(lambda: chores.steps >= 3)
        chores.busy = True
        await asyncio.sleep(0.01)  # a step may be under way
        done = chores.steps
        for _ in range(200):
            await asyncio.sleep(0)
        assert chores.steps == done
        chores.busy = False
        await reached(lambda: chores.steps > done)

    run(keeping, until)


def test_a_full_disk_ends_no_housekeeping(pool: ThreadPoolExecutor) -> None:
    steps = []

    def step() -> bool:
        steps.append(1)
        raise DiskFull(path=Path("cache.db"))

    keeping = Housekeeping(step, lambda: True, pool, between_s=3_600, asleep_s=0)
    run(keeping, lambda: reached(lambda: len(steps) >= 3))


def test_the_cache_is_tidied_up(tmp_path: Path, pool: ThreadPoolExecutor) -> None:
    writer = CacheWriter.open(tmp_path, bytes(32))
    batch = list(sightings(600))
    for start in range(0, 600, 100):
        writer.ingest(batch[start : start + 100])
    left = []

    def step() -> bool:
        left.append(writer.tidy_step())
        return left[-1]

    keeping = Housekeeping(step, lambda: True, pool, between_s=0, asleep_s=3_600)
    run(keeping, lambda: reached(lambda: left[-1:] == [False]))
    assert len(left) > 1
    assert not writer.tidy_step()
    writer.close()
