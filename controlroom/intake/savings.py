"""What was spent, saved before the networks are asked, with as few transactions as may be.

A transaction waits for whoever else writes, and whoever reads would wait with it at every page. So
a little more is saved than was spent, and what follows in a burst is saved already.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from controlroom.intake.spendings import Spendings

AHEAD = 20
"""A twentieth of an allowance is saved before it is spent; only of the slot that is open."""


class Spent(NamedTuple):
    """What a slot of a purse holds now.

    Attributes:
        limit: of the allowance.
    """

    purse: str
    slot: int
    units: int
    limit: int


@dataclass(slots=True)
class _Purse:
    """What is known of one purse.

    Attributes:
        saved: what is surely saved for the latest slot.
        before: the slot before it.
    """

    latest: Spent
    saved: int = 0
    before: Spent | None = None


@dataclass(slots=True)
class Savings:
    """Saves what slots hold. Safe in several threads; who finds enough saved does not wait."""

    spendings: Spendings
    _saving: threading.Lock = field(default_factory=threading.Lock)
    _noting: threading.Lock = field(default_factory=threading.Lock)
    _purses: dict[str, _Purse] = field(default_factory=dict)
    _closed: dict[tuple[str, int], int] = field(default_factory=dict)

    def save(self, spent: Iterable[Spent]) -> None:
        """Returns when at least this much is saved. Raises what the keeper raises."""
        with self._noting:
            short = [one for one in spent if self._note(one)]
        if not short:
            return
        with self._saving:
            with self._noting:
                closed, self._closed = self._closed, {}
                open_ = [line for one in short for line in self._open(one)]
            self._write(closed, open_)

    def _write(self, closed: dict[tuple[str, int], int], open_: list[tuple[str, int, int]]) -> None:
        lines = [(*key, units) for key, units in closed.items()] + open_
        try:
            if lines:
                self.spendings.spend(lines)
        except BaseException:
            with self._noting:
                self._closed = closed | self._closed
            raise
        with self._noting:
            for purse, slot, units in open_:
                if self._purses[purse].latest.slot == slot:
                    self._purses[purse].saved = units

    def _note(self, one: Spent) -> bool:
        """Takes note of what a slot holds; whether too little of it is saved."""
        purse = self._purses.setdefault(one.purse, _Purse(one))
        if one.slot > purse.latest.slot:
            self._begin_slot(purse, one)
        if one.slot < purse.latest.slot:
            return self._note_late(purse, one)
        purse.latest = max(one, purse.latest)
        return one.units > purse.saved

    def _begin_slot(self, purse: _Purse, one: Spent) -> None:
        """The slot before is put right with the next transaction."""
        old = purse.latest
        if purse.saved != old.units:
            self._closed[old.purse, old.slot] = old.units
        purse.latest, purse.saved, purse.before = one, 0, old

    def _note_late(self, purse: _Purse, one: Spent) -> bool:
        before = purse.before
        if before is not None and before.slot == one.slot:
            if one.units > before.units:
                purse.before = one
                self._closed[one.purse, one.slot] = one.units
        else:
            self._closed[one.purse, one.slot] = one.units
        return True

    def _open(self, one: Spent) -> list[tuple[str, int, int]]:
        """What is to be written for the slot of somebody who has found too little saved."""
        purse = self._purses[one.purse]
        latest = purse.latest
        if one.slot != latest.slot or one.units <= purse.saved:
            return []
        return [(latest.purse, latest.slot, latest.units + latest.limit // AHEAD)]
