"""What goes wrong with single requests that publish, each for a share of them.

A fault (`faults.FaultKind`) holds for a whole network; a mishap meets one request and spares the
next. It is what a sender has to be proven against: that something was done and the answer lost, or
not done and the answer the same. Which request is met follows from a seed and from the number of
the request on its network alone, so one run is like the other as long as requests come in order.

    server.do(faults.mishaps.set, "x", Plan({Mishap.BROKEN: 0.1, Mishap.LATE: 0.05}, seed=7))
    room.say(mishaps={"network": "x", "shares": {"broken": 0.1, "late": 0.05}, "seed": 7})

What happened is counted: `faults.mishaps.happened("x")`.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec
from aiohttp import web

from controlroom.bundle import bundled
from controlroom.exercise.talk.chance import Dice, Shares, mix, number_of
from controlroom.model.decoding import from_toml


class Mishap(StrEnum):
    """What befalls a request."""

    LOST = "lost"
    """The connection is cut before anything is done."""
    REFUSED = "503"
    """503, and nothing is done."""
    TOO_MANY = "429"
    """The network's "too many", and nothing is done."""
    BROKEN = "broken"
    """It is done, and answered with 500."""
    CUT = "cut"
    """It is done, and the connection is reset."""
    SILENT = "silent"
    """It is done, and answered `silent_s` later, when nobody waits any more."""
    LATE = "late"
    """The connection is reset at once, and it is done `late_s` later: whoever looks before that
    does not find it."""
    AGAIN = "again"
    """An idempotency key that came before is answered with 500; of the repeats, not of all."""


DONE = frozenset((Mishap.BROKEN, Mishap.CUT, Mishap.SILENT, Mishap.LATE))
"""After these what was asked for is there, sooner or later."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How often what happens on one network.

    Attributes:
        shares: of all requests that publish, from 0 to 1 and together at most 1 (`AGAIN` apart).
        late_s: seconds of a real clock after which `LATE` is done.
        silent_s: seconds of a real clock by which `SILENT` answers late.
        wait_s: seconds of the exercise's clock for which `TOO_MANY` wants to be left alone.
    """

    shares: Mapping[Mishap, float]
    seed: int = 0
    late_s: float = 5.0
    silent_s: float = 40.0
    wait_s: float = 2.0

    def __post_init__(self) -> None:
        shares = dict(self.shares)
        again = shares.pop(Mishap.AGAIN, 0.0)
        if not all(0 <= one <= 1 for one in (again, sum(shares.values()), *shares.values())):
            raise ValueError("the shares of mishaps are from 0 to 1, and together at most 1")


class _Known(msgspec.Struct, frozen=True):
    source: str
    checked: date
    requests: dict[str, tuple[str, ...]]


@cache
def _publishing(network: str) -> re.Pattern[str]:
    known = from_toml(bundled("simulated", "publishing.toml").read_bytes(), _Known).requests
    return re.compile("|".join(f"(?:{one})" for one in known.get(network, ())) or r"(?!)")


@dataclass(slots=True)
class _Standing:
    plan: Plan
    number: int = 0
    happened: Counter[Mishap] = field(default_factory=Counter)


@dataclass(slots=True)
class Mishaps:
    """The plans that hold, and what has come of them. Used by the server's thread."""

    _standing: dict[str, _Standing] = field(default_factory=dict)
    _keys: set[tuple[str, str]] = field(default_factory=set)
    _coming: set[asyncio.Task[None]] = field(default_factory=set)

    def set(self, network: str, plan: Plan) -> None:
        """Makes a plan hold; counting begins anew."""
        self._standing[network] = _Standing(plan)

    def lift(self, network: str) -> None:
        """Ends a network's plan; what is late still comes."""
        self._standing.pop(network, None)

    def plan(self, network: str) -> Plan | None:
        """Returns the plan that holds."""
        standing = self._standing.get(network)
        return standing.plan if standing else None

    def happened(self, network: str) -> Counter[Mishap]:
        """Returns how often each mishap has happened under the plan that holds."""
        standing = self._standing.get(network)
        return Counter(standing.happened) if standing else Counter()

    def next(self, network: str, request: web.Request) -> Mishap | None:
        """Returns what befalls a request, None for nothing."""
        standing = self._standing.get(network)
        if standing is None or not _publishes(network, request):
            return None
        standing.number += 1
        dice = Dice(mix(standing.plan.seed, number_of(network), standing.number))
        found = self._drawn(standing.plan, dice, repeated=self._repeated(network, request))
        if found is not None:
            standing.happened[found] += 1
        return found

    def keep(self, task: "asyncio.Task[None]") -> None:
        """Holds on to what comes late until it is done."""
        self._coming.add(task)
        task.add_done_callback(self._coming.discard)

    def close(self) -> None:
        """Gives up what has not come yet."""
        for task in tuple(self._coming):
            task.cancel()

    def _drawn(self, plan: Plan, dice: Dice, *, repeated: bool) -> Mishap | None:
        again = plan.shares.get(Mishap.AGAIN, 0.0)
        if repeated and dice.chance(again):
            return Mishap.AGAIN
        usual = [(one, share) for one, share in plan.shares.items() if one is not Mishap.AGAIN]
        rest = 1.0 - sum(share for _, share in usual)
        shares: Shares[Mishap | None] = Shares([*sorted(usual), (None, max(0.0, rest))])
        return shares.at(dice.below(1_000_000) / 1_000_000)

    def _repeated(self, network: str, request: web.Request) -> bool:
        key = request.headers.get("Idempotency-Key", "")
        seen = (network, key) in self._keys
        if key:
            self._keys.add((network, key))
        return seen


def _publishes(network: str, request: web.Request) -> bool:
    return _publishing(network).fullmatch(f"{request.method} {request.path}") is not None
