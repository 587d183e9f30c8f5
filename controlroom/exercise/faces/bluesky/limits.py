"""What the simulated Bluesky allows: dated data, counted by the exercise's clock."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import msgspec

from controlroom.bundle import bundled
from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.bluesky.problems import too_many
from controlroom.exercise.faces.budgets import Meter, Spent
from controlroom.feeds.rules import Rules, rules_of
from controlroom.model.decoding import from_toml

READS = ("reads",)
SIGN_INS = ("sign-ins", "sign-ins a day")
WRITES = ("writes", "writes a day")


class Limits(msgspec.Struct, frozen=True):
    """Lengths, sizes and lives; see `resources/simulated/bluesky.toml`."""

    network: str
    source: str
    checked: date
    graphemes: int
    text_bytes: int
    message_graphemes: int
    message_bytes: int
    images: int
    image_bytes: int
    thumb_bytes: int
    blob_bytes: int
    video_bytes: int
    videos_a_day: int
    video_bytes_a_day: int
    writes_at_once: int
    access_s: int
    refresh_s: int
    service_s: int
    replayed: int


@lru_cache
def limits() -> Limits:
    """Returns the limits that come with the program."""
    return from_toml(bundled("simulated", "bluesky.toml").read_bytes(), Limits)


class Till:
    """Counts calls and tells what is left in the network's headers.

    Args:
        rules: how often calls may be made, those of the bundled file if left out.
    """

    def __init__(self, clock: Clock, rules: Rules | None = None) -> None:
        self._meter = Meter(clock)
        self._rules = rules or rules_of("bluesky")

    def spend(self, names: Iterable[str], whose: str, cost: int = 1) -> dict[str, str]:
        """Counts a call and returns headers of whichever allowance is nearest its end.

        Raises `Refusal`.
        """
        told: list[tuple[Spent, int]] = []
        for name in names:
            one = self._rules.allowance(name)
            if one is not None:
                spent = self._meter.spend(name, whose, one.limit, one.window_s, cost)
                told.append((spent, one.window_s))
        if not told:
            return {}
        nearest = min(told, key=lambda one: (one[0].allowed, one[0].remaining))
        headers = _headers(*nearest)
        if not nearest[0].allowed:
            raise too_many(headers)
        return headers


def _headers(spent: Spent, window_s: int) -> dict[str, str]:
    return {
        "RateLimit-Limit": str(spent.limit),
        "RateLimit-Remaining": str(spent.remaining),
        "RateLimit-Reset": str(-(-spent.resets_ms // 1000)),
        "RateLimit-Policy": f"{spent.limit};w={window_s}",
    }


class _Listening(msgspec.Struct):
    hosts: tuple[str, ...]


class _Network(msgspec.Struct):
    listening: _Listening


@lru_cache
def stream_hosts() -> tuple[str, ...]:
    """Returns the hosts of the stream of all changes."""
    raw = bundled("networks", "bluesky.toml").read_bytes()
    return from_toml(raw, _Network).listening.hosts
