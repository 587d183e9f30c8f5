"""Removing what has grown old, in small steps, after it was shown."""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from controlroom.store.cache.retention import RetentionPlan, rules_of
from controlroom.store.cache.writer import CacheWriter


def planned(folder: Path, key: bytes, days: Mapping[str, int]) -> RetentionPlan:
    """Returns what would go now; removes nothing. Raises what `CacheWriter.open` raises."""
    with closing(CacheWriter.open(folder, key)) as writer:
        return writer.plan_removal(rules_of(days), datetime.now(UTC))


def remove(folder: Path, key: bytes, plan: RetentionPlan, go_on: Callable[[int], bool]) -> int:
    """Removes a plan step by step for as long as `go_on`, told how much is gone, says so."""
    done = 0
    with closing(CacheWriter.open(folder, key)) as writer:
        while go_on(done) and (step := writer.remove_step(plan)):
            done += len(step.posts) + step.payloads
    return done
