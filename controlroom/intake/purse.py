"""One allowance in one hand: what is left of it, and how it is spread over its time.

Counted twice, and the lower count holds: what we spent ourselves within any stretch as long as the
network's window, wherever that window begins; and what the network's own headers say is left.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from controlroom.feeds.base import Budget
from controlroom.feeds.rules import Allowance

SPARED = 0.1
"""The part of every allowance that reading leaves alone, for what is sent and for people."""
BURST = 0.2
"""The part of an allowance that may be spent at once; the rest comes evenly over its time."""
_SLOTS = 30
_NEVER = float("inf")
_TRIFLE = 1e-6


@dataclass(slots=True)
class Purse:
    """What may be spent of one allowance. Not safe in several threads by itself.

    Attributes:
        allowance: as the network's rules say it, None if only headers do.
        told: what the headers said last, less what was spent since.
        not_before: the network wants to be left alone until then (seconds since 1970).
        refused_by: profiles that were refused lately.
        slots: when what was spent (seconds since 1970), oldest first.
    """

    allowance: Allowance | None = None
    told: Budget | None = None
    not_before: float = 0
    refused_by: set[int] = field(default_factory=set)
    slots: deque[tuple[int, int]] = field(default_factory=deque)
    _used: int = 0
    _under_way: int = 0
    _tokens: float | None = None
    _filled_at: float = 0
    _day: tuple[float, float] = (0, 0)

    def remember(self, slots: Iterable[tuple[int, int]]) -> None:
        """Takes over what was spent before a restart; it is all taken to be of the last burst."""
        self.slots = deque(sorted(slots))
        self._used = sum(units for _, units in self.slots)

    @property
    def limit(self) -> int:
        """How many units there are; headers are believed before the rules."""
        if self.told is not None:
            return self.told.limit
        return self.allowance.limit if self.allowance else 0

    def left(self, now: float) -> int | None:
        """Returns how many units are left, the spared ones included; None if nobody said."""
        counts = []
        if self.allowance is not None:
            self._expire(now)
            counts.append(self.limit - self._used)
        if self.told is not None and self.told.resets_at.timestamp() > now:
            counts.append(self.told.remaining)
        return min(counts, default=None)

    def opens(self, now: float, units: int, *, pressing: bool) -> float:
        """Returns from when on units may be spent.

        Args:
            pressing: may use up what is kept back for bursts.
        """
        moment = max(now, self.not_before)
        if self.told is not None and self.told.remaining - self._spared() < units:
            moment = max(moment, self.told.resets_at.timestamp())
        if self.allowance is not None:
            self._fill(now, units)
            moment = max(
                moment, self._freed(now, units, self._usable()), self._even(now, units, pressing)
            )
        return moment

    def opens_to_send(self, now: float, units: int) -> float:
        """Returns from when on units may be spent on what is sent: all that is left is for that."""
        moment = max(now, self.not_before)
        if self.told is not None and self.told.remaining < units:
            moment = max(moment, self.told.resets_at.timestamp())
        if self.allowance is not None:
            moment = max(moment, self._freed(now, units, self.limit))
        return moment

    def spend(self, now: float, units: int) -> tuple[int, int]:
        """Takes units out before they are asked for; returns the slot and what it holds now."""
        self._under_way += units
        if self.told is not None:
            self.told = _less(self.told, units)
        if self.allowance is None:
            return 0, 0
        self._fill(now, units)
        self._tokens = (self._tokens or 0.0) - units
        self._used += units
        slot, before = self._slot(now), 0
        if self.slots and self.slots[-1][0] >= slot:
            slot, before = self.slots.pop()
        self.slots.append((slot, before + units))
        return self.slots[-1]

    def answered(self, units: int) -> None:
        """Takes note that what was asked for with these units has been answered."""
        self._under_way = max(0, self._under_way - units)

    def correct(self, budget: Budget, now: float) -> None:
        """Takes over what the headers say; answers may come in any order."""
        known, told = self.told, _less(budget, self._under_way)
        same = known and abs((known.resets_at - told.resets_at).total_seconds()) < 5
        if known and known.resets_at.timestamp() > now and known.limit == told.limit:
            if not same and told.resets_at < known.resets_at:
                return
            if same and self.allowance is not None:
                told = min(known, told, key=lambda one: one.remaining)
        self.told = told

    def rest(self, until: float) -> None:
        """Leaves the network alone until then."""
        self.not_before = max(self.not_before, until)
        self.refused_by.clear()

    def resets_at(self, now: float) -> float:
        """Returns when it is whole again."""
        moments = [now, self.not_before]
        if self.told is not None:
            moments.append(self.told.resets_at.timestamp())
        elif self.slots and self.allowance is not None:
            moments.append(self._end(self.slots[-1][0]))
        return max(moments)

    def shift(self, seconds: float) -> None:
        """Moves every moment: the clock has jumped, and windows go by time that has passed."""
        if self.not_before:
            self.not_before += seconds
        self._filled_at += seconds
        if self.told is not None:
            moved = self.told.resets_at + timedelta(seconds=seconds)
            self.told = Budget(
                self.told.limit, self.told.remaining, moved, self.told.name, self.told.per
            )
        if self.allowance is not None and not self.allowance.midnight:
            self.slots = deque((int(slot + seconds), units) for slot, units in self.slots)

    def _spared(self) -> int:
        return int(self.limit * SPARED)

    def _usable(self) -> int:
        return self.limit - self._spared()

    def _freed(self, now: float, units: int, usable: int) -> float:
        """From when on the window holds so little that these units fit in."""
        self._expire(now)
        excess = self._used + units - usable
        if excess <= 0:
            return now
        for slot, spent in self.slots:
            excess -= spent
            if excess <= 0:
                return self._end(slot)
        return _NEVER if not self.slots else self._end(self.slots[-1][0])

    def _even(self, now: float, units: int, pressing: bool) -> float:
        wanted = units if pressing else max(units, self._burst(units) / 2)
        missing = wanted - (self._tokens or 0.0)
        if missing <= _TRIFLE:
            return now
        assert self.allowance is not None
        ends = self._midnights(now)[1] if self.allowance.midnight else _NEVER
        return min(now + missing / self._rate(now), ends)

    def _fill(self, now: float, units: int) -> None:
        if self._tokens is None:
            self._tokens = max(0.0, self._burst(units) - self._used)
        else:
            grown = max(0.0, now - self._filled_at) * self._rate(now) if self._filled_at else 0.0
            self._tokens = min(self._burst(units), self._tokens + grown)
        self._filled_at = now

    def _burst(self, units: int) -> float:
        return max(self._usable() * BURST, float(units))

    def _rate(self, now: float) -> float:
        """Units a second."""
        assert self.allowance is not None
        if not self.allowance.midnight:
            return max(self._usable() / self.allowance.window_s, _TRIFLE)
        self._expire(now)
        ends = self._midnights(now)[1]
        return max((self._usable() - self._used) / max(ends - now, 1.0), _TRIFLE)

    def _slot(self, now: float) -> int:
        assert self.allowance is not None
        if self.allowance.midnight:
            return int(self._midnights(now)[0])
        return int(now // self._grain() * self._grain())

    def _end(self, slot: int) -> float:
        """When what was spent in a slot no longer counts."""
        assert self.allowance is not None
        if self.allowance.midnight:
            return self._midnights(slot + 1)[1]
        return slot + self._grain() + self.allowance.window_s

    def _grain(self) -> int:
        assert self.allowance is not None
        return max(1, self.allowance.window_s // _SLOTS)

    def _midnights(self, at: float) -> tuple[float, float]:
        assert self.allowance is not None
        if not self._day[0] <= at < self._day[1]:
            self._day = _midnights(self.allowance.midnight, at)
        return self._day

    def _expire(self, now: float) -> None:
        while self.slots and self._end(self.slots[0][0]) <= now:
            self._used -= self.slots.popleft()[1]


def _less(budget: Budget, units: int) -> Budget:
    left = max(0, budget.remaining - units)
    return Budget(budget.limit, left, budget.resets_at, budget.name, budget.per)


def _midnights(zone: str, now: float) -> tuple[float, float]:
    """The midnight before and the one after a moment."""
    here = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(zone))
    before = here.replace(hour=0, minute=0, second=0, microsecond=0)
    after = (before + timedelta(days=1, hours=2)).replace(hour=0)
    return before.timestamp(), after.timestamp()
