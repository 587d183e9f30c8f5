"""Somebody who follows a record and notes what is told."""

import threading
from collections.abc import Callable, Sequence
from typing import Self

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry, Proposal
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.team.fold import Fold
from controlroom.team.follower import Door, Ears, Follower, Undecided, unread

LONGEST_S = 60


class Listener:
    """Follows from `begin` until `end`, and folds as the window does."""

    def __init__(self, door: Door, found: Proposal | None = None) -> None:
        self.fold: Fold | None = None
        self.entries: list[Entry] = []
        self.errors: list[WorldError] = []
        self.waits: list[Undecided] = []
        self.trouble: WorldError | None = None
        self.reached = 0
        self.leads: list[float] = []
        self._news = threading.Condition()
        self.follower = Follower(door, self.ears(), found)

    def begin(self) -> Self:
        """Begins, and returns once what is there was folded."""
        self.follower.begin()
        self.until(lambda: self.fold is not None)
        return self

    def __enter__(self) -> Self:
        return self.begin()

    def __exit__(self, *_: object) -> None:
        self.follower.end()

    def ears(self) -> Ears:
        return Ears(self._begun, self._came, self._stood, self._wait, self._leads)

    def decide(self, decision: Decision, seen: int | None = None) -> None:
        """Decides in knowledge of what was folded, or of `seen`."""
        assert self.fold is not None
        known = self.fold.state.seq if seen is None else seen
        self.follower.decide(proposal_of(decision), known, self._then, self._failed)

    def until(self, holds: Callable[[], object]) -> None:
        """Waits until something holds."""
        with self._news:
            assert self._news.wait_for(holds, LONGEST_S)

    def _begun(self, fold: Fold) -> None:
        with self._news:
            self.fold = fold
            self._news.notify_all()

    def _came(self, entries: Sequence[Entry]) -> None:
        with self._news:
            assert self.fold is not None
            self.fold.take(entries)
            self.waits = list(unread(self.waits, self.fold.state.seq))
            self._news.notify_all()

    def _stood(self, error: WorldError | None) -> None:
        with self._news:
            self.trouble = error
            self.reached += error is None
            self._news.notify_all()

    def _wait(self, undecided: Sequence[Undecided]) -> None:
        with self._news:
            read = self.fold.state.seq if self.fold is not None else 0
            self.waits = list(unread(undecided, read))
            self._news.notify_all()

    def _leads(self, seconds: float) -> None:
        with self._news:
            self.leads.append(seconds)
            self._news.notify_all()

    def _then(self, entry: Entry) -> None:
        with self._news:
            self.entries.append(entry)
            self._news.notify_all()

    def _failed(self, error: WorldError) -> None:
        with self._news:
            self.errors.append(error)
            self._news.notify_all()
