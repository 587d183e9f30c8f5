"""The engine removes old posts by order: in steps, between other writing, and can be stopped."""

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.posts import sightings
from controlroom.engine.orders import Order, Retain, decode
from controlroom.engine.retention import Retention
from controlroom.pipes import Voice
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.retention import Removed, rules_of
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.errors import DiskFull

KEY = bytes(range(32))
DAYS = {"posts": 1, "messages": 1, "payloads": 1}
POSTS = 1200


class Ward:
    """A cache with old posts, the engine's retention, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.writer = CacheWriter.open(folder, KEY)
        self.writer.ingest(list(islice(sightings(POSTS), POSTS)))
        self.writing, self.steps = threading.Lock(), 0
        self._read, self._write = os.pipe()
        self._voice = Voice(self._write)
        self.after: Callable[[], None] = lambda: None
        self.retention = Retention(self.writer, self.writing, self._voice, self._aside)

    async def _aside(self, step: Callable[[], Removed]) -> Removed:
        assert not self.writing.locked()
        self.steps += 1
        removed = await asyncio.get_running_loop().run_in_executor(None, step)
        self.after()
        return removed

    def order(self) -> Retain:
        plan = self.writer.plan_removal(rules_of(DAYS), datetime(2027, 1, 1, tzinfo=UTC))
        line = msgspec.json.encode({"retain": {"ticket": 7, "removals": plan.removals}})
        order: Order = decode(line)
        assert order.retain is not None
        return order.retain

    def said(self) -> list[dict[str, Any]]:
        self._voice.close()
        os.close(self._write)
        with open(self._read, "rb", closefd=False) as pipe:
            return [msgspec.json.decode(line) for line in pipe]

    def left(self) -> int:
        reader = CacheReader.open(self.folder, KEY)
        try:
            return reader.totals().posts
        finally:
            reader.close()

    def close(self) -> None:
        self.writer.close()
        os.close(self._read)


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    one = Ward(tmp_path)
    yield one
    one.close()


def test_everything_that_was_shown_goes_in_steps_and_each_is_told(ward: Ward) -> None:
    asyncio.run(ward.retention.carry_out(ward.order()))
    assert ward.left() == 0
    said = ward.said()
    told = [line["retained"] for line in said if "retained" in line]
    assert [one["ticket"] for one in told] == [7] * len(told)
    counts = [one["done"] for one in told]
    assert counts == sorted(counts)
    assert counts[-1] >= POSTS
    assert len(counts) > POSTS // 500
    assert told[-1]["ended"]
    assert told[-1]["text"] == ""
    gone = [post for line in said if "changed" in line for post in line["changed"]["removed"]]
    assert len(gone) == len(set(gone)) == POSTS


def test_an_order_that_is_taken_back_ends_after_its_step(ward: Ward) -> None:
    def take_back() -> None:
        asyncio.get_running_loop().create_task(
            ward.retention.carry_out(Retain(ticket=7, cancel=True))
        )

    ward.after = take_back
    asyncio.run(ward.retention.carry_out(ward.order()))
    assert ward.steps == 1
    assert 0 < ward.left() < POSTS
    told = [line["retained"] for line in ward.said() if "retained" in line]
    assert told[-1]["ended"]
    assert told[-1]["done"] == told[-2]["done"] > 0


def test_an_error_of_the_disk_ends_it_and_is_told(ward: Ward) -> None:
    order = ward.order()

    def fill_up() -> None:
        raise DiskFull(path=ward.folder / "cache.db")

    ward.after = fill_up
    asyncio.run(ward.retention.carry_out(order))
    told = ward.said()[-1]["retained"]
    assert told["ended"]
    assert told["text"].startswith("The disk is full:")
