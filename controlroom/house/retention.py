"""Removing what has grown old, in small steps, after it was shown."""

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from controlroom.model import clock
from controlroom.store.cache.retention import RetentionPlan, plan, rules_of
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.database import Database


def planned(folder: Path, key: bytes, days: Mapping[str, int]) -> RetentionPlan:
    """Returns what would go now; removes nothing, and waits for no writer. Raises `StoreError`."""
    with closing(Database.open(folder, CACHE, key, write=False)) as cache, cache.read() as reading:
        return plan(reading, rules_of(days), clock.now())


def remove(folder: Path, key: bytes, shown: RetentionPlan, go_on: Callable[[int], bool]) -> int:
    """Removes a plan step by step for as long as `go_on`, told how much is gone, says so."""
    done = 0
    with closing(CacheWriter.open(folder, key)) as writer:
        while go_on(done) and (step := writer.remove_step(shown)):
            done += len(step.posts) + step.payloads
    return done
