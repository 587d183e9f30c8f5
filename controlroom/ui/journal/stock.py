"""The numbers of all entries in the list, and of some of them the entries themselves."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from controlroom.store.journal.listing import Line

MOST_LINES = 3_000
"""Entries that are held at once; the others are read again."""


class Stock:
    """Newest first. The whole record costs no more than its newest number.

    Attributes:
        whole: nothing older is still to be found.
        reached: down to which number it was looked.
        head: the newest entry that was looked at, whether it is listed or not.
    """

    def __init__(self) -> None:
        self.whole, self.reached, self.head = False, 0, 0
        self._numbers: Sequence[int] = ()
        self._lines: OrderedDict[int, Line] = OrderedDict()

    def begin_whole(self, head: int) -> None:
        """Begins with every entry up to `head`."""
        self._numbers, self.whole, self.reached = range(head, 0, -1), True, 1
        self.head = head
        self._lines.clear()

    def begin_search(self, head: int) -> None:
        """Begins with nothing; what is found among the entries up to `head` is added."""
        self._numbers, self.whole, self.reached = array("q"), head < 1, head + 1
        self.head = head
        self._lines.clear()

    def add_older(self, lines: Sequence[Line], reached: int) -> None:
        """Adds what was found further back."""
        if isinstance(self._numbers, array):
            self._numbers.extend(line.seq for line in lines)
            self.keep(lines)
        self.reached, self.whole = reached, reached <= 1

    def add_newer(self, lines: Sequence[Line]) -> int:
        """Adds entries that were just made, in their order; returns how many rows came."""
        newest = self.number(0)
        fresh = [line for line in lines if line.seq > self.head]
        if not fresh:
            return 0
        self.head = fresh[-1].seq
        if isinstance(self._numbers, array):
            self._numbers = array("q", [line.seq for line in reversed(fresh)]) + self._numbers
        else:
            self._numbers = range(fresh[-1].seq, 0, -1)
        self.keep(fresh)
        return self.row(newest) if newest else len(self._numbers)

    def count(self) -> int:
        """Returns how many rows there are."""
        return len(self._numbers)

    def number(self, row: int) -> int:
        """Returns the number of the entry in a row, 0 outside."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else 0

    def row(self, number: int) -> int:
        """Returns the row of an entry, -1 if it has none."""
        row = bisect_left(self._numbers, -number, key=lambda one: -one)
        return row if self.number(row) == number and number else -1

    def line(self, number: int) -> Line | None:
        """Returns an entry if it is held."""
        line = self._lines.get(number)
        if line is not None:
            self._lines.move_to_end(number)
        return line

    def keep(self, lines: Iterable[Line]) -> None:
        """Holds entries; those not looked at for longest are let go."""
        for line in lines:
            self._lines[line.seq] = line
            self._lines.move_to_end(line.seq)
        while len(self._lines) > MOST_LINES:
            self._lines.popitem(last=False)

    def missing(self, first: int, last: int) -> list[int]:
        """Returns the numbers of the rows from `first` to `last` that are not held."""
        rows = range(max(0, first), min(last + 1, len(self._numbers)))
        return [number for row in rows if (number := self._numbers[row]) not in self._lines]
