"""Which posts belong together: by author, by whom they are for, by thread, by hashtag."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

Key = tuple[str, str, str | int]
"""Network, what ("posts", "mentions", "thread", "replies", "under",
"quoted", "quotes", "tag", "public", "messages"), whose."""


class Lists:
    """Numbers of posts under keys, each in order of appearance.

    There are hundreds of thousands of keys, and most have one post: that is kept as a bare number,
    in one table for each network and kind of list.
    """

    def __init__(self) -> None:
        self._tables: dict[tuple[str, str], dict[str | int, int | array[int]]] = {}

    def add(self, key: Key, number: int) -> None:
        """Puts a post at the end of a list."""
        network, what, whose = key
        table = self._tables.get((network, what))
        if table is None:
            table = self._tables[network, what] = {}
        held = table.get(whose)
        if held is None:
            table[whose] = number
        elif isinstance(held, int):
            table[whose] = array("I", (held, number))
        else:
            held.append(number)

    def numbers(self, key: Key) -> Sequence[int]:
        """Returns a list, oldest first; empty if there is none."""
        network, what, whose = key
        held = self._tables.get((network, what), _NOBODY).get(whose, _NONE)
        return array("I", (held,)) if isinstance(held, int) else held

    def newest_first(self, key: Key, before: int = 0, after: int = 0) -> Iterator[int]:
        """Yields numbers below `before` (0 for no bound) and above `after`, newest first."""
        held = self.numbers(key)
        end = bisect_left(held, before) if before else len(held)
        for at in range(end - 1, -1, -1):
            if held[at] <= after:
                return
            yield held[at]

    def holds(self, key: Key, number: int) -> bool:
        """Returns whether a post stands under a key."""
        held = self.numbers(key)
        at = bisect_left(held, number)
        return at < len(held) and held[at] == number

    def count(self, key: Key) -> int:
        """Returns how many posts stand under a key."""
        return len(self.numbers(key))


_NONE: "array[int]" = array("I")
_NOBODY: "dict[str | int, int | array[int]]" = {}
