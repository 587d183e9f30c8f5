"""Everything readable of one table: walked by key from both ends, gaps halved until they are dumb.

A walk stops at a damaged page. What lies between the two stops is halved, and each half is walked
again from both of its ends, nearest first, so that the rows between two damaged pages are found
too. It ends when gaps are no wider than two rows usually lie apart, or many halves gave nothing.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from controlroom.store.rescue.source import Row, Source, Unreadable

LOWEST, HIGHEST = -(2**63), 2**63 - 1
_MOST_MISSES = 200
_FARTHEST = 4096
"""How many usual row distances beyond the outermost row read are searched."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is read.

    Attributes:
        key: its leading key, a column of whole numbers.
        unique: whether one key has one row.
    """

    name: str
    columns: tuple[str, ...]
    key: str
    unique: bool

    @property
    def query(self) -> str:
        """The query for a range of keys; its first column is the key."""
        listed = ", ".join(f'"{column}"' for column in self.columns)
        return f'SELECT {self.key}, {listed} FROM "{self.name}" WHERE {self.key} BETWEEN ? AND ?'


class Walk:
    """Reads a table and gives each row to `take`; some rows are given more than once.

    Attributes:
        complete: no damaged page was met.
    """

    def __init__(self, source: Source, shape: Shape, take: Callable[[Row], None]) -> None:
        self.complete = True
        self._source = source
        self._shape = shape
        self._take = take
        self._rows = 0
        self._lowest: int | None = None
        self._highest: int | None = None

    def run(self) -> None:
        """Reads all there is."""
        gap = self._read(LOWEST, HIGHEST)
        gaps, misses = deque([gap] if gap else []), 0
        while gaps and misses < _MOST_MISSES:
            low, high = self._plausible(*gaps.popleft())
            if high - low < self._usual_distance():
                continue
            middle = (low + high) // 2
            for part in ((low, middle), (middle + 1, high)):
                before = self._rows
                left = self._read(*part)
                misses = 0 if self._rows > before else misses + 1
                if left:
                    gaps.append(left)

    def _read(self, low: int, high: int) -> tuple[int, int] | None:
        """Reads a range from both ends; returns what is left between, None if nothing is."""
        after = self._one_way(low, high, "ASC")
        if after is None:
            return None
        self.complete = False
        before = self._one_way(after, high, "DESC")
        if before is None or before < after:
            return None
        return after, before

    def _one_way(self, low: int, high: int, way: str) -> int | None:
        """Reads until a damaged page; returns the first key not surely read, None at the end."""
        last: int | None = None
        try:
            for key, *row in self._source.rows(
                f"{self._shape.query} ORDER BY {self._shape.key} {way}", low, high
            ):
                last = key
                self._note(key)
                self._take(tuple(row))
        except Unreadable:
            step = (1 if way == "ASC" else -1) * self._shape.unique
            return last + step if last is not None else (low if way == "ASC" else high)
        return None

    def _note(self, key: int) -> None:
        self._rows += 1
        self._lowest = key if self._lowest is None else min(self._lowest, key)
        self._highest = key if self._highest is None else max(self._highest, key)

    def _usual_distance(self) -> int:
        if self._lowest is None or self._highest is None:
            return 1
        return max(1, (self._highest - self._lowest) // max(1, self._rows))

    def _plausible(self, low: int, high: int) -> tuple[int, int]:
        """Narrows a gap that has no end to where rows may be."""
        if self._lowest is None or self._highest is None:
            return max(low, 0), high
        reach = self._usual_distance() * _FARTHEST
        return max(low, self._lowest - reach), min(high, self._highest + reach)
