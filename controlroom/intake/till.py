"""What reading costs in money, and how many posts it took this month.

An estimate that tells rather too much: after a restart, what was charged once today may be counted
again.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from controlroom.feeds.rules import Price, Rules, rules_of
from controlroom.intake.purse import SPARED
from controlroom.intake.spendings import Nothing, Spendings
from controlroom.model.post import Post, PostKind

_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Bill:
    """What one network has taken.

    Attributes:
        today, month: amounts by currency, in UTC.
        posts: read this month; `most` is how many may be, 0 for no limit.
    """

    today: Mapping[str, Decimal] = field(default_factory=dict)
    month: Mapping[str, Decimal] = field(default_factory=dict)
    posts: int = 0
    most: int = 0


@dataclass(slots=True)
class _Count:
    """How many items of one sort were charged, by day (seconds since 1970)."""

    days: Counter[int] = field(default_factory=Counter)
    seen: set[int] = field(default_factory=set)
    seen_on: int = 0

    def add(self, ids: Iterable[str], day: int, *, once: bool) -> int:
        """Counts items and returns how many the day has now."""
        if once:
            if day != self.seen_on:
                self.seen, self.seen_on = set(), day
            fresh = {hash(one) for one in ids} - self.seen
            self.seen |= fresh
            self.days[day] += len(fresh)
        else:
            self.days[day] += sum(1 for _ in ids)
        return self.days[day]

    def since(self, day: int) -> int:
        return sum(count for at, count in self.days.items() if at >= day)


@dataclass(slots=True)
class Till:
    """Counts what was read where reads are priced or capped. Safe in several threads."""

    spendings: Spendings = field(default_factory=Nothing)
    rules: Callable[[str], Rules] = rules_of
    _saving: threading.Lock = field(default_factory=threading.Lock)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _counts: dict[tuple[str, str], _Count] = field(default_factory=dict)
    _before: Mapping[str, list[tuple[int, int]]] | None = None

    def took(self, network: str, posts: Iterable[Post], now: datetime) -> None:
        """Takes in what a page brought."""
        rules = self.rules(network)
        if not (rules.prices or rules.most_a_month):
            return
        charged = _charged(posts, rules.prices)
        # Saved in the order in which it was counted, while others may still ask what it comes to.
        with self._saving:
            if told := self._counted(network, charged, rules, _day(now)):
                self.spendings.spend(told)

    def opens(self, network: str, now: datetime) -> datetime:
        """Returns `now`, or the first of the next month if this one's posts are read."""
        most = self.rules(network).most_a_month
        if not most:
            return now
        with self._lock:
            read = self._count(network, "post").since(_month(now))
        return now if read < most - int(most * SPARED) else _next_month(now)

    def bill(self, network: str, now: datetime) -> Bill:
        """Returns what a network has taken today and this month."""
        rules = self.rules(network)
        with self._lock:
            today = self._cost(network, rules.prices, _day(now))
            month = self._cost(network, rules.prices, _month(now))
            posts = self._count(network, "post").since(_month(now)) if rules.most_a_month else 0
        return Bill(today, month, posts, rules.most_a_month)

    def _counted(
        self, network: str, charged: Mapping[str, list[str]], rules: Rules, day: int
    ) -> list[tuple[str, int, int]]:
        told = []
        with self._lock:
            for what, some in charged.items():
                count = self._count(network, what)
                before = count.days[day]
                held = count.add(some, day, once=_once(rules, what))
                if held != before:
                    told.append((_key(network, what), day, held))
        return told

    def _cost(self, network: str, prices: Iterable[Price], since: int) -> dict[str, Decimal]:
        costs: dict[str, Decimal] = {}
        for price in prices:
            amount = price.amount * self._count(network, price.what).since(since)
            costs[price.currency] = costs.get(price.currency, Decimal(0)) + amount
        return costs

    def _count(self, network: str, what: str) -> _Count:
        if self._before is None:
            self._before = self.spendings.spent()
        key = network, what
        if key not in self._counts:
            days = Counter(dict(self._before.get(_key(network, what), ())))
            self._counts[key] = _Count(days)
        return self._counts[key]


def _charged(posts: Iterable[Post], prices: Iterable[Price]) -> dict[str, list[str]]:
    """Returns what was handed out, by sort: posts and messages, and who wrote them if that costs.

    People are known by their handle: that is all a quoted post tells of its author.
    """
    found: dict[str, list[str]] = {}
    people = found.setdefault("user", []) if any(p.what == "user" for p in prices) else []
    for post in posts:
        found.setdefault(_what(post), []).append(post.remote_id)
        people.append((post.author.handle or post.author.remote_id).lower())
        if post.quote is not None:
            found.setdefault("post", []).append(post.quote.remote_id)
            people.append(post.quote.author.lower())
    return {what: [one for one in ids if one] for what, ids in found.items()}


def _what(post: Post) -> str:
    return "message" if post.kind is PostKind.MESSAGE else "post"


def _once(rules: Rules, what: str) -> bool:
    return any(price.once_a_day for price in rules.prices if price.what == what)


def _key(network: str, what: str) -> str:
    return f"read\t{network}\t{what}"


def _day(now: datetime) -> int:
    at = int(now.timestamp())
    return at - at % _DAY_S


def _month(now: datetime) -> int:
    first = now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return int(first.timestamp())


def _next_month(now: datetime) -> datetime:
    first = datetime.fromtimestamp(_month(now), UTC)
    year, month = (first.year + 1, 1) if first.month == 12 else (first.year, first.month + 1)
    return first.replace(year=year, month=month)
