"""What the simulated X allows: dated data, counted by the exercise's clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec

from controlroom.bundle import bundled
from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.budgets import Meter, Spent
from controlroom.exercise.faces.x.problems import too_many
from controlroom.model.decoding import from_toml

WINDOW_S = 900
_DAY_S = 86_400


class Allowed(msgspec.Struct, frozen=True):
    """How often one kind of call may be made in 15 minutes, and some of them in a day.

    Attributes:
        user, app: with a person's token, with the application's own; 0 for never.
        day: a person's in a day, `app_day` that of all its people together; 0 for no limit.
    """

    name: str
    user: int = 0
    app: int = 0
    day: int = 0
    app_day: int = 0


class Limits(msgspec.Struct, frozen=True, dict=True):
    """Everything X limits; see `resources/simulated/x.toml`."""

    network: str
    source: str
    checked: date
    calls: tuple[Allowed, ...]
    posts_back: int
    mentions_back: int
    search_days: int
    access_s: int
    code_s: int
    rules: int
    rule_length: int
    query_length: int
    posts_a_second: int
    waiting: int
    image_bytes: int
    gif_bytes: int
    video_bytes: int
    kept_s: int

    @cached_property
    def by_name(self) -> Mapping[str, Allowed]:
        return {one.name: one for one in self.calls}


def limits(**other: int) -> Limits:
    """Returns the limits that come with the program, some of them replaced."""
    told = from_toml(bundled("simulated", "x.toml").read_bytes(), Limits)
    return msgspec.structs.replace(told, **other)


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose calls are counted.

    Attributes:
        person: whose token it is, 0 for the application's own.
        app: the application it was given to.
    """

    person: int
    app: str


class Till:
    """Counts calls and tells what is left in X's headers."""

    def __init__(self, clock: Clock, allowed: Limits) -> None:
        self._meter = Meter(clock)
        self._limits = allowed

    def spend(self, name: str, payer: Payer) -> dict[str, str]:
        """Counts a call and returns the headers that tell of it. Raises `Refusal`."""
        allowed = self._limits.by_name[name]
        limit = allowed.user if payer.person else allowed.app
        whose = f"{payer.person}" if payer.person else payer.app
        spent = self._meter.spend(name, whose, limit, WINDOW_S)
        headers = _headers("x-rate-limit-", spent)
        spends = [spent]
        for prefix, key, most in self._of_a_day(allowed, payer):
            spends.append(self._meter.spend(f"{name} a day", key, most, _DAY_S))
            headers |= _headers(prefix, spends[-1])
        if not all(one.allowed for one in spends):
            raise too_many(headers)
        return headers

    def _of_a_day(self, allowed: Allowed, payer: Payer) -> list[tuple[str, str, int]]:
        told = [
            ("x-user-limit-24hour-", f"{payer.person}", allowed.day),
            ("x-app-limit-24hour-", payer.app, allowed.app_day),
        ]
        return [one for one in told if one[2]]


def _headers(prefix: str, spent: Spent) -> dict[str, str]:
    return {
        f"{prefix}limit": str(spent.limit),
        f"{prefix}remaining": str(spent.remaining),
        f"{prefix}reset": str(-(-spent.resets_ms // 1000)),
    }
