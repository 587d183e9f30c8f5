"""Who is read next: within the budgets, urgent sources first, then by how often they have news.

Holds no clock and reads nothing: whoever asks says what time it is.
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from controlroom.feeds.base import Budget
from controlroom.feeds.errors import BudgetUsed
from controlroom.intake.purses import Purses
from controlroom.intake.wanting import Scope, Wanted
from controlroom.model.stream import Source

__all__ = ["Outcome", "Plan", "Scope", "Turn", "Wanted"]

NEWS_PER_READ = 2
"""How many new posts a read should find: fewer wastes the budget, more comes late."""
LONGEST_REST = timedelta(minutes=10)
"""After failures a source is tried again at the latest after this."""
LASTING_REST = timedelta(minutes=10)
"""What needs a person is tried so seldom: some networks refuse sign-ins by mistake for a while."""
PATIENCE = 2
"""An urgent source goes first, but not before one that is this many of its pauses late."""
LONGEST_WAIT = timedelta(minutes=5)
"""For a budget, before it is looked at again: headers may have told better news meanwhile."""
MOST_PER_NETWORK = 6
MOST_PER_HOST = 3
"""Reads at the same time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a read went, as far as the next one depends on it.

    Attributes:
        found: posts that were new.
        budgets: what the network told of its allowances, where nobody has taken it in yet.
        refused: the network wants no more reads for a while.
        lasting: a person has to act first.
        more: a gap can be filled further.
    """

    found: int = 0
    budgets: tuple[Budget, ...] = ()
    failed: bool = False
    refused: BudgetUsed | None = None
    lasting: bool = False
    more: bool = False


@dataclass(slots=True, eq=False)
class Turn:
    """A source's place in the plan.

    Attributes:
        pause: between two reads, as it stands.
        asleep: waits for a person, and is tried seldom.
        refused: has not been read since it was refused for want of a person.
        pushed: the network sends by itself now; reading only fills what was missed.
        at: when it is looked at next; later than `due` while a budget is waited for.
        short: has waited for a budget since the last read.
        fill: id of a gap somebody wants filled, 0 for none.
        again: is wanted once more since it is being read.
    """

    wanted: Wanted
    due: datetime
    pause: timedelta
    at: datetime | None = None
    last: datetime | None = None
    failures: int = 0
    reading: bool = False
    asleep: bool = False
    refused: bool = False
    pushed: bool = False
    short: bool = False
    fill: int = 0
    again: bool = False

    def pressing(self, now: datetime) -> bool:
        """Whether it may go before the others, and use up what is kept back for that."""
        return self.wanted.urgent or self.late(now) > PATIENCE

    def overdue(self, now: datetime) -> bool:
        """Whether it is so late that a gap may have to be shown."""
        return not self.asleep and now - self.due > self.pause

    def late(self, now: datetime) -> float:
        """How late it is, in its own pauses."""
        return (now - self.due) / max(self.pause, timedelta(seconds=1))


@dataclass(slots=True)
class Plan:
    """All sources and when each is due. Used by one thread; the purses by many."""

    purses: Purses = field(default_factory=Purses)
    _turns: dict[Source, Turn] = field(default_factory=dict)
    _coming: list[tuple[datetime, int, Turn]] = field(default_factory=list)
    _ready: dict[Source, Turn] = field(default_factory=dict)
    _busy: set[Scope] = field(default_factory=set)
    _networks: Counter[str] = field(default_factory=Counter)
    _hosts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _order: Iterator[int] = field(default_factory=count)

    def want(self, wanted: Sequence[Wanted], now: datetime) -> None:
        """Takes over what is to be read from now on; known sources keep their place."""
        before = self._turns
        self._turns, self._ready, self._coming = {}, {}, []
        for one in wanted:
            turn = before.get(one.source) or Turn(one, now, one.reading.least_pause)
            turn.wanted = one
            self._turns[one.source] = turn
            self._line_up(turn)

    def next(self, now: datetime) -> Turn | None:
        """Returns the turn to read now and marks it as being read; None if none may be."""
        self._gather(now)
        for turn in sorted(self._able(), key=lambda turn: _rank(turn, now)):
            opens = self._opens(turn, now)
            if opens <= now:
                self._begin(turn)
                return turn
            turn.short = True
            self._line_up(turn, min(opens, now + LONGEST_WAIT))
        return None

    def wakes_at(self, now: datetime) -> datetime | None:
        """Returns when the next turn may be read; None if that needs something to happen."""
        self._gather(now)
        moments = [self._opens(turn, now) for turn in self._able()]
        if self._coming:
            moments.append(self._coming[0][0])
        return min(moments, default=None)

    def settle(self, turn: Turn, outcome: Outcome, now: datetime) -> None:
        """Takes in how a read went and sets when the source is due again."""
        self._end(turn)
        self.purses.told(turn.wanted, outcome.budgets, now)
        if outcome.refused is not None:
            self.purses.refused(turn.wanted, outcome.refused)
        turn.asleep, turn.short = outcome.lasting and not turn.again, False
        turn.fill = turn.fill if turn.again else 0
        turn.failures = turn.failures + 1 if outcome.failed else 0
        if not outcome.failed:
            turn.pause = _paced(turn, outcome.found, now)
            turn.last = now
        self._set(turn, now if outcome.more or turn.again else now + _rest(turn))
        if turn.refused and not outcome.failed:
            self._try_neighbours(turn, now)
        turn.refused = outcome.lasting or (turn.refused and outcome.failed)

    def let_go(self, turn: Turn, now: datetime) -> None:
        """Gives a turn back that came to nothing for a reason that is not its network's."""
        self._end(turn)
        self._set(turn, now + turn.wanted.reading.least_pause)

    def put_off(self, turn: Turn) -> None:
        """Gives a turn back that could not be paid for; it keeps its place."""
        self._end(turn)
        turn.short = True
        self._line_up(turn)

    def hurry(self, stream: int, now: datetime) -> int:
        """Makes every source of a stream due now; returns how many."""
        turns = [t for t in self._turns.values() if stream in t.wanted.streams]
        for turn in turns:
            turn.asleep = False
            self._hasten(turn, now)
        return len(turns)

    def fill(self, source: Source, gap: int, now: datetime) -> bool:
        """Makes a source due now for the sake of a gap; False if it is not read any more."""
        turn = self._turns.get(source)
        if turn is None:
            return False
        turn.fill = gap
        self._hasten(turn, now)
        return True

    def wake(self, profiles: Sequence[int], now: datetime) -> None:
        """Tries sources of these profiles again: somebody has mended their sign-in."""
        for turn in self._turns.values():
            if turn.wanted.source.profile in profiles:
                turn.asleep, turn.failures = False, 0
                self._hasten(turn, now)

    def push(self, sources: Sequence[Source], now: datetime, *, stands: bool) -> None:
        """Takes in that a push has begun or ended: either way what was missed is read now."""
        for source in sources:
            turn = self._turns.get(source)
            if turn is not None:
                turn.pushed = stands
                self._hasten(turn, now)

    def lend(self, scope: Scope) -> bool:
        """Takes a feed for something else than a turn; False if it is in use."""
        if scope in self._busy:
            return False
        self._busy.add(scope)
        return True

    def give_back(self, scope: Scope) -> None:
        """Ends `lend`."""
        self._busy.discard(scope)

    def clock_moved(self, by: timedelta) -> None:
        """Takes in that the clock has jumped: windows of budgets go by time that has passed.

        A jump ahead leaves the sources due as they are, so that after a sleep all are read.
        """
        self.purses.shift(by.total_seconds())
        if by < timedelta(0):
            for turn in self._turns.values():
                turn.last = turn.last + by if turn.last else None
                self._set(turn, turn.due + by)

    def turns(self) -> list[Turn]:
        """Returns all turns, in the order in which they were wanted."""
        return list(self._turns.values())

    def _try_neighbours(self, turn: Turn, now: datetime) -> None:
        """What was refused is read again: what the same server refused is tried at once."""
        for one in self._turns.values():
            if one.asleep and one.wanted.scope[:2] == turn.wanted.scope[:2]:
                one.asleep = False
                self._hasten(one, now)

    def _line_up(self, turn: Turn, at: datetime | None = None) -> None:
        self._ready.pop(turn.wanted.source, None)
        turn.at = at or turn.due
        if not turn.reading:
            heapq.heappush(self._coming, (turn.at, next(self._order), turn))

    def _hasten(self, turn: Turn, now: datetime) -> None:
        """Makes it due; a read under way may have been too early for what it is wanted for."""
        turn.again = turn.reading
        self._set(turn, min(turn.due, now))

    def _set(self, turn: Turn, due: datetime) -> None:
        turn.due = due
        if self._turns.get(turn.wanted.source) is turn:
            self._line_up(turn)

    def _gather(self, now: datetime) -> None:
        """Moves what is due to where it is chosen from, and forgets places that were given up."""
        while self._coming:
            at, _, turn = self._coming[0]
            stands = turn.at == at and self._waits(turn)
            if stands and at > now:
                return
            heapq.heappop(self._coming)
            if stands:
                self._ready[turn.wanted.source] = turn

    def _waits(self, turn: Turn) -> bool:
        known = self._turns.get(turn.wanted.source) is turn
        return known and not turn.reading

    def _able(self) -> list[Turn]:
        return [turn for turn in self._ready.values() if self._free(turn.wanted.scope)]

    def _free(self, scope: Scope) -> bool:
        network, host, _ = scope
        return (
            scope not in self._busy
            and self._networks[network] < MOST_PER_NETWORK
            and (not host or self._hosts[network, host] < MOST_PER_HOST)
        )

    def _opens(self, turn: Turn, now: datetime) -> datetime:
        return self.purses.opens(turn.wanted, now, pressing=turn.pressing(now))

    def _begin(self, turn: Turn) -> None:
        network, host, _ = scope = turn.wanted.scope
        turn.reading, turn.again = True, False
        self._ready.pop(turn.wanted.source, None)
        self._busy.add(scope)
        self._networks[network] += 1
        self._hosts[network, host] += 1

    def _end(self, turn: Turn) -> None:
        network, host, _ = scope = turn.wanted.scope
        turn.reading = False
        self._busy.discard(scope)
        self._networks[network] -= 1
        self._hosts[network, host] -= 1


def _rank(turn: Turn, now: datetime) -> tuple[bool, float]:
    late = turn.late(now)
    return not (turn.wanted.urgent or late > PATIENCE), -late


def _rest(turn: Turn) -> timedelta:
    if turn.asleep:
        return LASTING_REST
    if not turn.failures:
        return turn.pause
    least = turn.wanted.reading.least_pause
    doubled: timedelta = least * 2 ** min(turn.failures - 1, 10)
    return min(doubled, max(LONGEST_REST, least))


def _paced(turn: Turn, found: int, now: datetime) -> timedelta:
    """Half the old pause, half what the latest news suggest, within the network's bounds."""
    reading = turn.wanted.reading
    if turn.pushed:
        return reading.longest_pause
    if turn.wanted.urgent or turn.last is None:
        return reading.least_pause
    since = max(now - turn.last, reading.least_pause)
    suggested = since * NEWS_PER_READ / found if found else since * 2
    pause = (turn.pause + suggested) / 2
    return min(max(pause, reading.least_pause), reading.longest_pause)
