"""Where the cards of a column stand: everything is counted from one card, the anchor.

The anchor is the card that is read. What comes, goes or grows around it changes the places of
other cards, never its own.
"""

from collections.abc import Callable, Iterator

from controlroom.ui.board.list.rows import Rows
from controlroom.ui.board.list.window import PostWindow

GUESS = 150
"""Height of a card not laid out yet, in pixels at 100 %."""


class Places:
    """Places of the posts of a window in a list `height` pixels high.

    Attributes:
        anchor: id of the card the others are counted from, 0 while there is none.
        y: where the top of the anchor is, in pixels below the top of the list.
    """

    def __init__(self, window: PostWindow, rows: Rows, measure: Callable[[int], int]) -> None:
        self.window, self.rows = window, rows
        self._measure = measure
        self.anchor, self.y, self.height = 0, 0, 0

    def visible(self) -> Iterator[tuple[int, int]]:
        """Yields index and top of every card in view, from the top."""
        start = self._first()
        if start is None:
            return
        index, top = start
        last, before = len(self.window.posts) - 1, self.rows.height_above
        while top - before(index) < self.height:
            yield index, top
            if index == last:
                return
            top += self._measure(index)
            index += 1
            top += before(index)

    def top_of(self, index: int) -> int:
        """Returns the top of any card."""
        at = self.anchor_index()
        top, before = self.y, self.rows.height_above
        for one in range(at, index):
            top += self._measure(one) + before(one + 1)
        for one in range(at, index, -1):
            top -= self._measure(one - 1) + before(one)
        return top

    def settle(self, post_id: int = 0) -> None:
        """Counts from what is read now: the post given if it is in view, else the first whole."""
        first: tuple[int, int] | None = None
        for index, top in self.visible():
            number = self.window.posts[index].id
            if number == post_id:
                self.anchor, self.y = number, top
                return
            if first is None or (first[1] < 0 <= top):
                first = number, top
            if first[1] >= 0 and not post_id:
                break
        if first is not None:
            self.anchor, self.y = first

    def keep(self) -> None:
        """If the anchor has gone, counts from the next card in its place."""
        if self.window.posts and self.window.find(self.anchor) is None:
            self.anchor = self.window.posts[self.anchor_index()].id

    def go_to_top(self) -> None:
        """Puts the newest card at the top, below the rows above it."""
        self.anchor = self.window.posts[0].id if self.window.posts else 0
        self.y = self.rows.height_above(0) if self.window.posts else 0

    def move(self, by: int) -> int:
        """Moves the cards down (or up, below 0) as far as there are any; returns how far."""
        if not self.window.posts:
            return 0
        room = self._beyond_top(by) if by > 0 else self._beyond_foot(-by)
        moved = max(0, min(abs(by), room)) * (1 if by > 0 else -1)
        self.y += moved
        return moved

    def close_ends(self) -> int:
        """Moves the cards where an end leaves room blank that there are cards for.

        Room beyond an end is left to the posts that are still to come there.

        Returns:
            how far they moved down, up below 0.
        """
        if not self.window.posts:
            return 0
        before, window = self.y, self.window
        blank_below = 0 if window.more_below else max(0, -self._beyond_foot(0))
        self.y += min(blank_below, max(0, self._beyond_top(blank_below)))
        self.y -= 0 if window.more_above else max(0, -self._beyond_top(0))
        return self.y - before

    def is_at_top(self) -> bool:
        """Returns whether the newest card is in view from its top on."""
        if not self.window.posts:
            return True
        return self.anchor_index() < 30 and self.top_of(0) >= self.rows.height_above(0)

    def anchor_index(self) -> int:
        """Returns where the anchor is among the posts held, or where it would be."""
        return min(self.window.index(self.anchor), max(0, len(self.window) - 1))

    def _first(self) -> tuple[int, int] | None:
        if not self.window.posts:
            return None
        index, top, before = self.anchor_index(), self.y, self.rows.height_above
        while index > 0 and top - before(index) > 0:
            top -= before(index)
            index -= 1
            top -= self._measure(index)
        while index < len(self.window.posts) - 1 and (bottom := top + self._measure(index)) <= 0:
            top = bottom
            index += 1
            top += before(index)
        return index, top

    def _beyond_top(self, wanted: int) -> int:
        """Returns how much lies above the list: all, or at least what is wanted; blank below 0."""
        index, before = self.anchor_index(), self.rows.height_above
        top = self.y - before(index)
        while index > 0 and -top < wanted:
            index -= 1
            top -= self._measure(index) + before(index)
        return -top

    def _beyond_foot(self, wanted: int) -> int:
        """Returns how much lies below the list: all, or at least what is wanted; blank below 0."""
        index, last = self.anchor_index(), len(self.window.posts) - 1
        bottom = self.y + self._measure(index)
        while index < last and bottom - self.height < wanted:
            index += 1
            bottom += self.rows.height_above(index) + self._measure(index)
        if index == last:
            bottom += self.rows.foot
        return bottom - self.height
