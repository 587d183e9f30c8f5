"""Which posts belong together: by author, by whom they are for, by thread, by hashtag."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

Key = tuple[str, str, str | int]
"""Network, what ("posts", "mentions", "thread", "replies", "tag", "public", "messages"), whose."""


class Lists:
    """Numbers of posts under keys, each in order of appearance."""

    def __init__(self) -> None:
        self._lists: dict[Key, array[int]] = {}

    def add(self, key: Key, number: int) -> None:
        """Puts a post at the end of a list."""
        if key not in self._lists:
            self._lists[key] = array("I")
        self._lists[key].append(number)

    def numbers(self, key: Key) -> Sequence[int]:
        """Returns a list, oldest first; empty if there is none."""
        return self._lists.get(key, _NONE)

    def newest_first(self, key: Key, before: int = 0, after: int = 0) -> Iterator[int]:
        """Yields numbers below `before` (0 for no bound) and above `after`, newest first."""
        held = self._lists.get(key, _NONE)
        end = bisect_left(held, before) if before else len(held)
        for at in range(end - 1, -1, -1):
            if held[at] <= after:
                return
            yield held[at]

    def count(self, key: Key) -> int:
        """Returns how many posts stand under a key."""
        return len(self._lists.get(key, _NONE))


_NONE: "array[int]" = array("I")
