"""What the simulated server allows: dated data, counted by the exercise's clock."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import msgspec

from controlroom.bundle import bundled
from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.budgets import Meter, Spent
from controlroom.exercise.faces.mastodon.moments import written_ms
from controlroom.exercise.faces.mastodon.problems import too_many
from controlroom.model.decoding import from_toml


class Allowed(msgspec.Struct, frozen=True):
    """How often something may be asked in a window."""

    name: str
    limit: int
    window_s: int


class Limits(msgspec.Struct, frozen=True, dict=True):
    """Everything the server limits; see `resources/simulated/mastodon.toml`."""

    network: str
    source: str
    checked: date
    version: str
    characters: int
    per_link: int
    attachments: int
    alt_characters: int
    image_bytes: int
    video_bytes: int
    media_types: tuple[str, ...]
    poll_options: int
    poll_characters: int
    poll_least_s: int
    poll_most_s: int
    key_s: int
    scheduled_least_s: int
    scheduled_total: int
    scheduled_day: int
    code_s: int
    waiting: int
    page: int
    page_most: int
    calls: tuple[Allowed, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Allowed]:
        return {one.name: one for one in self.calls}


def limits() -> Limits:
    """Returns the limits that come with the program."""
    return from_toml(bundled("simulated", "mastodon.toml").read_bytes(), Limits)


class Till:
    """Counts calls and tells what is left in the server's headers."""

    def __init__(self, clock: Clock, allowed: Limits) -> None:
        self._meter = Meter(clock)
        self._limits = allowed

    def spend(self, name: str, whose: str) -> dict[str, str]:
        """Counts a call and returns the headers that tell of it. Raises `Refusal`."""
        allowed = self._limits.by_name[name]
        spent = self._meter.spend(name, whose, allowed.limit, allowed.window_s)
        headers = _headers(spent)
        if not spent.allowed:
            raise too_many(headers)
        return headers


def _headers(spent: Spent) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(spent.limit),
        "X-RateLimit-Remaining": str(spent.remaining),
        "X-RateLimit-Reset": f"{written_ms(spent.resets_ms)[:-1]}000Z",
    }
