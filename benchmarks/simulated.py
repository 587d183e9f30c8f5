"""Simulated networks: their posts come as posts do, and their limits are enforced as they enforce.

Limits, page sizes and pauses are those of the real feeds and of `resources/networks`. Where a
network names no limit beforehand (Facebook), those of its documentation are taken.
"""

import math
import random
import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from benchmarks.virtual_time import VirtualTime
from controlroom.feeds.base import Budget, Capabilities, Page, Per
from controlroom.feeds.errors import BudgetUsed, HungUp, NetworkDown
from controlroom.feeds.rules import Allowance, rules_of
from controlroom.intake.wanting import Wanted
from controlroom.model.post import Author, Post, PostKind
from controlroom.model.stream import Source, SourceKind

LATENCY_S = (0.15, 1.2)
_DAY_CURVE = (2, 1, 1, 1, 1, 2, 4, 7, 9, 8, 7, 7, 8, 7, 7, 8, 9, 10, 10, 9, 8, 7, 5, 3)
_GRAPH = (
    Allowance("pages", Per.PROFILE, 4_800 * 50, 86_400),
    Allowance("app", Per.APP, 200 * 300, 3_600),
)
"""4,800 calls a day for each person engaged with a page, 200 an hour for each user of the app."""


@dataclass(slots=True)
class Written:
    """What somebody has published to a source, in order of time."""

    source: Source
    moments: list[datetime]

    def remote_id(self, number: int) -> str:
        source = self.source
        return f"{source.network}-{source.kind}-{source.profile}-{source.term}-{number}"

    def post(self, number: int) -> Post:
        at, name = self.moments[number], self.remote_id(number)
        kind = PostKind.MESSAGE if self.source.kind is SourceKind.MESSAGES else PostKind.STATUS
        author = Author(f"a{number % 500}", f"person{number % 500}", "Somebody")
        text = f"The road at {number} is closed again, and nobody says until when. #{number % 40}"
        return Post(self.source.network, name, author, text, at, kind, language="en")


@dataclass(slots=True)
class Network:
    """One network: posts, limits, outages.

    Attributes:
        exceeded: calls made although the limit was used up.
    """

    time: VirtualTime
    capabilities: Capabilities
    written: dict[Source, Written]
    outages: list[tuple[datetime, datetime]]
    chance: random.Random
    exceeded: int = 0
    calls: int = 0
    _windows: dict[tuple[str, str], tuple[datetime, int]] = field(default_factory=dict)

    @property
    def allowances(self) -> tuple[Allowance, ...]:
        found = rules_of(self.capabilities.network).allowances
        return found or (_GRAPH if self.capabilities.network == "facebook" else ())

    def page(self, wanted: Wanted, older: str, known: str) -> Page:
        """Answers as the network would, after as long as it would take."""
        self.time.sleep(self.chance.uniform(*LATENCY_S))
        self.calls += 1
        if any(begins <= self.time.now < ends for begins, ends in self.outages):
            raise NetworkDown(host=self.capabilities.network, reason="simulated")
        budgets = self._charge(wanted)
        return self._page(self.written[wanted.source], wanted, older, known, budgets)

    def _charge(self, wanted: Wanted) -> tuple[Budget, ...]:
        draws = dict(wanted.reading.draws)
        if not rules_of(self.capabilities.network).allowances:
            draws = {allowance.name: 1 for allowance in self.allowances}
        told = []
        for allowance in self.allowances:
            if units := draws.get(allowance.name, 0):
                told += self._count(allowance, wanted.holder(allowance.per), units)
        return tuple(told)

    def _count(self, allowance: Allowance, holder: str, units: int) -> Iterator[Budget]:
        now, key = self.time.now, (allowance.name, holder)
        ends, used = self._windows.get(key, (now, 0))
        if now >= ends:
            ends, used = self._window_end(allowance, now), 0
        if used + units > allowance.limit:
            self.exceeded += 1
            raise BudgetUsed(host=self.capabilities.network, resets_at=ends)
        self._windows[key] = (ends, used + units)
        if allowance in _GRAPH:
            percent = math.ceil((used + units) * 100 / allowance.limit)
            yield Budget(100, 100 - percent, ends, allowance.name, allowance.per)
        elif not allowance.midnight:
            left = allowance.limit - used - units
            yield Budget(allowance.limit, left, ends, allowance.name, allowance.per)

    def _window_end(self, allowance: Allowance, now: datetime) -> datetime:
        if not allowance.midnight:
            return now + allowance.window
        here = now.astimezone(ZoneInfo(allowance.midnight))
        return (here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)

    def _page(
        self, written: Written, wanted: Wanted, older: str, known: str, budgets: tuple[Budget, ...]
    ) -> Page:
        size = wanted.reading.page_size
        ends = int(older) if older else bisect_right(written.moments, self.time.now)
        begins = max(ends - size, 0)
        posts = tuple(written.post(number) for number in range(ends - 1, begins - 1, -1))
        mark = "" if older else str(ends)
        reached = bool(known) and begins <= int(known)
        return Page(posts, str(begins) if begins else "", mark, reached, budgets=budgets)


@dataclass(slots=True)
class NetworkFeed:
    """One profile's view of a simulated network.

    Attributes:
        hung_up: set when the engine that reads has ended.
    """

    network: Network
    wanted: Wanted
    hung_up: threading.Event

    @property
    def capabilities(self) -> Capabilities:
        return self.network.capabilities

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        page = self.network.page(self.wanted, older, known)
        if self.hung_up.is_set():
            raise HungUp(host=source.network)
        return page

    def close(self) -> None:
        return


def moments(
    chance: random.Random, start: datetime, hours: float, a_day: float
) -> Iterator[datetime]:
    """Yields when posts come, `a_day` of them on average, more by day than at night."""
    highest = max(_DAY_CURVE)
    rate = a_day / 24 * highest / (sum(_DAY_CURVE) / 24) / 3600
    at = 0.0
    while (at := at + chance.expovariate(rate)) < hours * 3600:
        moment = start + timedelta(seconds=at)
        if chance.random() < _DAY_CURVE[moment.hour] / highest:
            yield moment


def spread(chance: random.Random, median: float, most: float) -> float:
    """Returns how many posts a day a source gets: most get few, some very many."""
    return min(most, median * math.exp(chance.gauss(0, 1.4)))


def shares(networks: list[str], profiles: int) -> Counter[str]:
    """Returns how many profiles the force has on each network."""
    weights = {"x": 30, "facebook": 30, "mastodon": 8, "bluesky": 12, "youtube": 8, "rss": 12}
    whole = sum(weights.get(network, 8) for network in networks)
    counts = Counter({network: profiles * weights.get(network, 8) // whole for network in networks})
    counts[networks[0]] += profiles - counts.total()
    return counts
