"""Who is read next: within the budgets, urgent sources first, then by how often they have news.

Holds no clock and reads nothing: whoever asks says what time it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from controlroom.feeds.base import Budget, Capabilities, Reading
from controlroom.model.stream import Source

SPARED = 0.1
"""The part of every budget that reading leaves alone, for what is sent and for people."""
NEWS_PER_READ = 3
"""How many new posts a read should find: fewer wastes the budget, more comes late."""
LONGEST_REST = timedelta(minutes=10)
"""After failures a source is tried again at the latest after this."""
PATIENCE = 3
"""An urgent source goes first, but not before one that is this many of its pauses late."""

Scope = tuple[str, str, int]
"""What shares a budget: network, host, profile."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source to be read, and for which streams."""

    source: Source
    streams: tuple[int, ...]
    scope: Scope
    capabilities: Capabilities
    urgent: bool = False

    @property
    def reading(self) -> Reading:
        """How the network lets this kind be read."""
        return self.capabilities.reads[self.source.kind]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a read went, as far as the next one depends on it.

    Attributes:
        found: posts that were new.
        not_before: the network wants to be left alone until then.
        lasting: a person has to act first.
        more: a gap can be filled further.
    """

    found: int = 0
    budgets: tuple[Budget, ...] = ()
    failed: bool = False
    not_before: datetime | None = None
    lasting: bool = False
    more: bool = False


@dataclass(slots=True)
class Turn:
    """A source's place in the plan.

    Attributes:
        pause: between two reads, as it stands.
        asleep: waits for a person.
    """

    wanted: Wanted
    due: datetime
    pause: timedelta
    last: datetime | None = None
    failures: int = 0
    reading: bool = False
    asleep: bool = False


@dataclass(slots=True)
class _Purse:
    """What is known of one budget."""

    budget: Budget | None = None
    not_before: datetime | None = None
    busy: bool = False

    def opens(self, now: datetime) -> datetime:
        """Returns from when on it allows a read."""
        moments = [now]
        if self.not_before:
            moments.append(self.not_before)
        if self.budget and self.budget.remaining <= self.budget.limit * SPARED:
            moments.append(self.budget.resets_at)
        return max(moments)


@dataclass(slots=True)
class Plan:
    """All sources and when each is due."""

    _turns: dict[Source, Turn] = field(default_factory=dict)
    _purses: dict[Scope, _Purse] = field(default_factory=dict)

    def want(self, wanted: Sequence[Wanted], now: datetime) -> None:
        """Takes over what is to be read from now on; known sources keep their place."""
        before = self._turns
        self._turns = {}
        for one in wanted:
            turn = before.get(one.source) or Turn(one, now, one.reading.least_pause)
            turn.wanted = one
            self._turns[one.source] = turn
            self._purses.setdefault(one.scope, _Purse())

    def next(self, now: datetime) -> Turn | None:
        """Returns the turn to read now and marks it as being read; None if none may be."""
        ready = [turn for turn in self._free() if self._when(turn, now) <= now]
        if not ready:
            return None
        turn = min(ready, key=lambda turn: _rank(turn, now))
        turn.reading = True
        self._purse(turn).busy = True
        return turn

    def wakes_at(self, now: datetime) -> datetime | None:
        """Returns when the next turn may be read; None if that needs something to happen."""
        return min((self._when(turn, now) for turn in self._free()), default=None)

    def settle(self, turn: Turn, outcome: Outcome, now: datetime) -> None:
        """Takes in how a read went and sets when the source is due again."""
        purse = self._purse(turn)
        purse.busy, purse.not_before = False, outcome.not_before
        tightest = min(outcome.budgets, key=_part_left, default=None)
        purse.budget = tightest or _still(purse.budget, now)
        turn.reading = False
        turn.asleep = outcome.lasting
        turn.failures = turn.failures + 1 if outcome.failed else 0
        if not outcome.failed:
            turn.pause = _paced(turn, outcome.found, now)
            turn.last = now
        turn.due = now if outcome.more else now + self._rest(turn)

    def let_go(self, turn: Turn, now: datetime) -> None:
        """Gives a turn back that came to nothing for a reason that is not its network's."""
        self._purse(turn).busy = turn.reading = False
        turn.due = now + turn.wanted.reading.least_pause

    def hurry(self, stream: int, now: datetime) -> int:
        """Makes every source of a stream due now; returns how many."""
        turns = [t for t in self._turns.values() if stream in t.wanted.streams]
        for turn in turns:
            turn.due, turn.asleep = now, False
        return len(turns)

    def wake(self, profiles: Sequence[int], now: datetime) -> None:
        """Tries sources of these profiles again: somebody has mended their sign-in."""
        for turn in self._turns.values():
            if turn.wanted.source.profile in profiles:
                turn.asleep, turn.failures = False, 0
                turn.due = min(turn.due, now)

    def turns(self) -> list[Turn]:
        """Returns all turns, in the order in which they were wanted."""
        return list(self._turns.values())

    def _free(self) -> list[Turn]:
        turns = self._turns.values()
        return [t for t in turns if not (t.reading or t.asleep or self._purse(t).busy)]

    def _purse(self, turn: Turn) -> _Purse:
        return self._purses[turn.wanted.scope]

    def _when(self, turn: Turn, now: datetime) -> datetime:
        return max(turn.due, self._purse(turn).opens(now) if turn.due <= now else turn.due)

    def _rest(self, turn: Turn) -> timedelta:
        if not turn.failures:
            return turn.pause
        least = turn.wanted.reading.least_pause
        doubled: timedelta = least * 2 ** min(turn.failures - 1, 10)
        return min(doubled, max(LONGEST_REST, least))


def _rank(turn: Turn, now: datetime) -> tuple[bool, float]:
    late = (now - turn.due) / max(turn.pause, timedelta(seconds=1))
    return not (turn.wanted.urgent or late > PATIENCE), -late


def _paced(turn: Turn, found: int, now: datetime) -> timedelta:
    """Half the old pause, half what the latest news suggest, within the network's bounds."""
    reading = turn.wanted.reading
    if turn.wanted.urgent:
        return reading.least_pause
    if turn.last is None:
        return reading.least_pause
    since = max(now - turn.last, reading.least_pause)
    suggested = since * NEWS_PER_READ / found if found else since * 2
    pause = (turn.pause + suggested) / 2
    return min(max(pause, reading.least_pause), reading.longest_pause)


def _part_left(budget: Budget) -> float:
    return budget.remaining / max(budget.limit, 1)


def _still(budget: Budget | None, now: datetime) -> Budget | None:
    return budget if budget and budget.resets_at > now else None
