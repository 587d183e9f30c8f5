"""All allowances of all networks: who may read now, who has to wait, and what is left.

Safe in several threads. What is spent is remembered before the network is asked, so that not even
an engine that was killed asks for more than is allowed.
"""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from controlroom.feeds.base import Budget, Capabilities, Per
from controlroom.feeds.errors import BudgetUsed
from controlroom.feeds.rules import Rules, rules_of
from controlroom.intake.purse import Purse
from controlroom.intake.savings import Savings, Spent
from controlroom.intake.spendings import Nothing, Spendings
from controlroom.intake.till import Till
from controlroom.intake.wanting import Scope, Wanted
from controlroom.model.stream import Source

_LEAST_AHEAD_S = 0.01
_MOST_AHEAD_S = 32 * 86_400.0


Draws = Mapping[str, int] | None
"""What is paid for, by allowance; None for a page of the source."""


class Key(NamedTuple):
    """Which allowance, in whose hand."""

    network: str
    name: str
    whose: str

    def told(self) -> str:
        """Returns the key as it is remembered."""
        return "\t".join(self)


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of an allowance, for people.

    Attributes:
        limit: 0 if nobody said.
        remaining: None if nobody said.
        whole_at: when it is whole again.
    """

    name: str
    per: Per
    limit: int
    remaining: int | None
    whole_at: datetime


class _Drawn(NamedTuple):
    """A purse that a source draws on, and how much for a page."""

    key: Key
    purse: Purse
    units: int
    per: Per


@dataclass(slots=True)
class Purses:
    """Every purse, made when it is first needed.

    Attributes:
        till: counts posts and money; a month's posts may be capped.
    """

    spendings: Spendings = field(default_factory=Nothing)
    rules: Callable[[str], Rules] = rules_of
    till: Till = field(default_factory=Till)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _purses: dict[Key, Purse] = field(default_factory=dict)
    _heard: dict[str, dict[str, Per]] = field(default_factory=dict)
    _known: dict[tuple[Source, Scope, str], list[_Drawn]] = field(default_factory=dict)
    _before: dict[str, list[tuple[int, int]]] | None = None
    _savings: Savings = field(init=False)

    def __post_init__(self) -> None:
        self._savings = Savings(self.spendings)

    def opens(
        self,
        wanted: Wanted,
        now: datetime,
        *,
        pressing: bool,
        draws: Draws = None,
    ) -> datetime:
        """Returns from when on a page may be asked for; `now` if at once."""
        at = now.timestamp()
        with self._lock:
            moment = self._opens(wanted, at, pressing, draws)
        capped = self.till.opens(wanted.source.network, now)
        if moment <= at:
            return capped
        # Rounded up, lest "now" is said and the next question is still a trifle early.
        wait = max(min(moment - at, _MOST_AHEAD_S), _LEAST_AHEAD_S)
        return max(capped, now + timedelta(seconds=wait))

    def spend(
        self,
        wanted: Wanted,
        now: datetime,
        *,
        pressing: bool,
        draws: Draws = None,
    ) -> bool:
        """Pays for one page; False if it may not be asked for now."""
        at = now.timestamp()
        with self._lock:
            if self._opens(wanted, at, pressing, draws) > at:
                return False
            told = self._spent(self._drawn(wanted, draws), at)
        self._savings.save(told)
        return True

    def pay_to_send(self, wanted: Wanted, now: datetime, draws: Mapping[str, int]) -> datetime:
        """Pays for something that is about to be sent, if it may be; sending goes before reading.

        Returns `now` if it was paid for, otherwise from when on it may be.
        """
        at = now.timestamp()
        with self._lock:
            drawn = self._drawn(wanted, draws)
            moments = (one.purse.opens_to_send(at, one.units) for one in drawn)
            wait = min(max(moments, default=at) - at, _MOST_AHEAD_S)
            if wait > 0:
                return now + timedelta(seconds=max(wait, _LEAST_AHEAD_S))
            told = self._spent(drawn, at)
        self._savings.save(told)
        return now

    def answered(
        self,
        wanted: Wanted,
        budgets: Iterable[Budget],
        now: datetime,
        draws: Draws = None,
    ) -> None:
        """Takes in what came with the answer to a page that was paid for."""
        with self._lock:
            for one in self._drawn(wanted, draws):
                one.purse.answered(one.units)
        self.told(wanted, budgets, now)

    def told(self, wanted: Wanted, budgets: Iterable[Budget], now: datetime) -> None:
        """Takes in what the network says is left."""
        with self._lock:
            for budget in budgets:
                self._heard_of(wanted, budget).correct(budget, now.timestamp())

    def refused(self, wanted: Wanted, error: BudgetUsed, draws: Draws = None) -> None:
        """Takes in that the network wants no more reads for a while.

        Where it says which allowance is used up, that one rests and nothing else. Where it does
        not, the profile's own is taken for it, and what it shares with others only once a second
        profile has been refused as well.
        """
        until = error.resets_at.timestamp()
        with self._lock:
            named = self._named(wanted, error, draws)
            for one in named:
                one.purse.rest(until)
            if not named:
                self._rest_own(wanted, until, draws)

    def left(self, wanted: Wanted, now: datetime) -> tuple[Left, ...]:
        """Returns what is left of everything a source draws on."""
        at = now.timestamp()
        with self._lock:
            return tuple(_left(one, at) for one in self._drawn(wanted, None))

    def roomy(self, wanted: Wanted, now: datetime, draws: Mapping[str, int]) -> bool:
        """Whether at least half of every allowance is left: enough for what is not pressing."""
        at = now.timestamp()
        with self._lock:
            if self._opens(wanted, at, False, draws) > at:
                return False
            purses = [one.purse for one in self._drawn(wanted, draws)]
            return all((left := p.left(at)) is None or left * 2 >= p.limit for p in purses)

    def shift(self, seconds: float) -> None:
        """Moves all windows by a jump of the clock."""
        with self._lock:
            for purse in self._purses.values():
                purse.shift(seconds)

    def _spent(self, drawn: Iterable[_Drawn], at: float) -> list[Spent]:
        told = []
        for one in drawn:
            slot, held = one.purse.spend(at, one.units)
            if slot:
                told.append(Spent(one.key.told(), slot, held, one.purse.limit))
        return told

    def _opens(self, wanted: Wanted, at: float, pressing: bool, draws: Draws) -> float:
        moment = at
        for one in self._drawn(wanted, draws):
            moment = max(moment, one.purse.opens(at, one.units, pressing=pressing))
        return moment

    def _drawn(self, wanted: Wanted, draws: Draws) -> list[_Drawn]:
        if draws is not None:
            return self._found(wanted, draws)
        key = wanted.source, wanted.scope, wanted.app
        if key not in self._known:
            self._known[key] = self._found(wanted, wanted.reading.draws)
        return self._known[key]

    def _found(self, wanted: Wanted, draws: Mapping[str, int]) -> list[_Drawn]:
        binding = {name: 1 for name in self._binding(wanted.capabilities) if name not in draws}
        return [self._purse(wanted, name, units) for name, units in (binding | dict(draws)).items()]

    def _binding(self, capabilities: Capabilities) -> set[str]:
        """Names heard in headers that no kind of read declares: they bind all of them."""
        heard = self._heard.get(capabilities.network, {}).keys()
        declared = {name for reading in capabilities.reads.values() for name in reading.draws}
        return heard - declared - capabilities.look_draws.keys()

    def _named(self, wanted: Wanted, error: BudgetUsed, draws: Draws) -> list[_Drawn]:
        """Returns what a refusal names; nothing if that would not keep this read waiting."""
        name, network = error.allowance, wanted.source.network
        if name and self.rules(network).allowance(name) is None and not self._draws(wanted, name):
            self._hear(network, name, error.per)
        return [one for one in self._drawn(wanted, draws) if name and one.key.name == name]

    def _draws(self, wanted: Wanted, name: str) -> bool:
        """Whether anything of the network is known to draw on this."""
        offers = wanted.capabilities
        return name in offers.look_draws or any(name in r.draws for r in offers.reads.values())

    def _rest_own(self, wanted: Wanted, until: float, draws: Draws) -> None:
        drawn = self._drawn(wanted, draws) or self._only(wanted)
        any_own = any(one.per is Per.PROFILE for one in drawn)
        for one in drawn:
            one.purse.refused_by.add(wanted.source.profile)
            if not any_own or one.per is Per.PROFILE or len(one.purse.refused_by) > 1:
                one.purse.rest(until)

    def _only(self, wanted: Wanted) -> list[_Drawn]:
        self._hear(wanted.source.network, "reads", Per.PROFILE)
        return [self._purse(wanted, "reads", 1)]

    def _heard_of(self, wanted: Wanted, budget: Budget) -> Purse:
        """Returns the purse that a header speaks of."""
        if self.rules(wanted.source.network).allowance(budget.name) is None:
            self._hear(wanted.source.network, budget.name, budget.per)
        return self._purse(wanted, budget.name, 1).purse

    def _hear(self, network: str, name: str, per: Per) -> None:
        heard = self._heard.setdefault(network, {})
        if heard.get(name) is not per:
            heard[name] = per
            self._known.clear()

    def _purse(self, wanted: Wanted, name: str, units: int) -> _Drawn:
        network = wanted.source.network
        allowance = self.rules(network).allowance(name)
        heard = self._heard.get(network, {}).get(name, Per.PROFILE)
        per = allowance.per if allowance else heard
        key = Key(network, name, wanted.holder(per))
        purse = self._purses.get(key)
        if purse is None:
            purse = self._purses[key] = Purse(allowance)
            if allowance is not None:
                purse.remember(self._remembered(key))
        return _Drawn(key, purse, units, per)

    def _remembered(self, key: Key) -> list[tuple[int, int]]:
        if self._before is None:
            self._before = dict(self.spendings.spent())
        return self._before.pop(key.told(), [])


def _left(drawn: _Drawn, at: float) -> Left:
    purse = drawn.purse
    whole = datetime.fromtimestamp(min(purse.resets_at(at), at + _MOST_AHEAD_S), UTC)
    return Left(drawn.key.name, drawn.per, purse.limit, purse.left(at), whole)
