"""What the simulated YouTube allows: dated data, counted by days of the exercise's clock."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

import msgspec

from controlroom.bundle import bundled
from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.budgets import Meter
from controlroom.exercise.faces.youtube.problems import bucket_used, quota_used
from controlroom.model.decoding import from_toml

UNITS = "units"
_TWO_DAYS_S = 172_800


class Bucket(msgspec.Struct, frozen=True):
    """So much a day."""

    name: str
    limit: int


class Cost(msgspec.Struct, frozen=True):
    """What a call draws from which bucket."""

    call: str
    bucket: str
    cost: int


class Limits(msgspec.Struct, frozen=True, dict=True):
    """Everything YouTube limits; see `resources/simulated/youtube.toml`."""

    network: str
    source: str
    checked: date
    zone: str
    access_s: int
    code_s: int
    title_length: int
    description_length: int
    comment_length: int
    message_length: int
    chat_pause_ms: int
    buckets: tuple[Bucket, ...]
    costs: tuple[Cost, ...]

    @cached_property
    def by_call(self) -> Mapping[str, Cost]:
        return {one.call: one for one in self.costs}

    @cached_property
    def most(self) -> Mapping[str, int]:
        return {one.name: one.limit for one in self.buckets}


def limits() -> Limits:
    """Returns the limits that come with the program."""
    return from_toml(bundled("simulated", "youtube.toml").read_bytes(), Limits)


class Till:
    """Counts what each project draws; it tells nothing until a bucket is empty."""

    def __init__(self, clock: Clock, allowed: Limits) -> None:
        self._clock = clock
        self._meter = Meter(clock)
        self._limits = allowed
        self._zone = ZoneInfo(allowed.zone)

    def spend(self, call: str, project: str) -> None:
        """Counts a call. Raises `Refusal`."""
        cost = self._limits.by_call[call]
        today = self._clock.now().astimezone(self._zone).date()
        limit = self._limits.most[cost.bucket]
        key = f"{project} {today}"
        spent = self._meter.spend(cost.bucket, key, limit, _TWO_DAYS_S, cost.cost)
        if not spent.allowed:
            used_up = cost.bucket == UNITS
            raise quota_used() if used_up else bucket_used(project, cost.bucket, limit)
