"""The record read aside: pages, places, what is about one entry; a newer search replaces an older.

One thread reads for the page. It works in small steps, so that nothing waits long for another.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.store.journal.listing import (
    Line,
    Stretch,
    about,
    covering,
    head_of,
    lines_at,
    look,
)
from controlroom.store.journal.wanted import Wanted
from controlroom.ui.board.column.reading import SWITCH_S
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.store.database import Database
    from controlroom.store.journal.followed import Followed
    from controlroom.ui.journal.around import House

T = TypeVar("T")
PAGE = 100
MOST_ABOUT = 30


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around an entry.

    Attributes:
        about: entries with the same subject, the newest first, at most `MOST_ABOUT`.
        count: how many there are of them.
        covered: the checkpoint in the record that covers it first.
    """

    entry: Entry
    about: Sequence[Line]
    count: int
    covered: Checkpoint | None


class Reading(QObject):
    """Reads while a house is open.

    Signals:
        began: carries the number of the last entry.
        found: carries from where it was looked, and the `Stretch`.
        came: carries lines that were asked for by their numbers.
        explained: carries the `Around` of an entry.
        failed: carries the `WorldError`.
    """

    began = Signal(object)
    found = Signal(object, object)
    came = Signal(object)
    explained = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Reading threads give way to the window as quickly as those of the board.
        sys.setswitchinterval(SWITCH_S)
        self._work: Workshop | None = None
        self._shelf: _Shelf | None = None
        self._search = self._open = 0

    def open(self, house: "House", officer: str) -> None:
        """Takes a house; its record is opened when it is first read."""
        self.close()
        self._shelf, self._work = _Shelf(house, officer), Workshop(self)

    def close(self) -> None:
        """Lets go of the record; what is being read is waited for, the rest forgotten."""
        work, self._work = self._work, None
        shelf, self._shelf = self._shelf, None
        self._search += 1
        self._open = 0
        if work is not None:
            work.close()
            work.deleteLater()
        if shelf is not None:
            shelf.close()

    def busy(self) -> bool:
        """Returns whether an answer is still to come."""
        return self._open > 0

    def begin(self) -> None:
        """Asks how long the record is, for a new list; older searches are forgotten."""
        self._search += 1
        self._ask(head_of, self.began.emit, self._current())

    def look(self, wanted: Wanted, before: int) -> None:
        """Looks for the next entries that are wanted."""
        current = self._current()

        def ask(database: "Database") -> Stretch:
            return look(database, wanted, before, PAGE, current)

        self._ask(ask, partial(self.found.emit, before), current)

    def fetch(self, numbers: Sequence[int]) -> None:
        """Reads entries by their numbers."""
        self._ask(lambda database: lines_at(database, numbers), self.came.emit, self._current())

    def explain(self, entry: Entry) -> None:
        """Finds what is known around an entry."""

        def ask(database: "Database") -> Around:
            count, lines = about(database, entry.subject, MOST_ABOUT)
            return Around(entry, lines, count, covering(database, entry.seq))

        self._ask(ask, self.explained.emit, lambda: True)

    def _current(self) -> Callable[[], bool]:
        number = self._search
        return lambda: number == self._search

    def _ask(
        self,
        ask: Callable[["Database"], T],
        then: Callable[[T], object],
        current: Callable[[], bool],
    ) -> None:
        work, shelf = self._work, self._shelf
        if work is None or shelf is None:
            return
        self._open += 1
        work.do(
            lambda: ask(shelf.database()) if current() else None,
            partial(self._heard, then, current),
            self._fail,
        )

    def _heard(
        self, then: Callable[[T], object], current: Callable[[], bool], answer: T | None
    ) -> None:
        self._open = max(0, self._open - 1)
        if current() and answer is not None:
            then(answer)

    def _fail(self, error: WorldError) -> None:
        self._open = max(0, self._open - 1)
        self.failed.emit(error)


class _Shelf:
    """The record as the reading thread has opened it."""

    def __init__(self, house: "House", officer: str) -> None:
        self._house, self._officer = house, officer
        self._record: Followed | None = None

    def database(self) -> "Database":
        """Returns the record's database; only from the reading thread. Raises `WorldError`."""
        if self._record is None:
            self._record = self._house.record(self._officer)
        return self._record.database

    def close(self) -> None:
        """Closes it, once nobody reads any more."""
        record, self._record = self._record, None
        if record is not None:
            record.close()
