"""Where the cards of a column stand: everything is counted from one card, the anchor.

The anchor is the card that is read. What comes, goes or grows around it changes the places of
other cards, never its own.
"""

from collections.abc import Callable, Iterator

from controlroom.ui.board.column.window import PostWindow

GUESS = 150
"""Height of a card not laid out yet, in pixels at 100 %."""


class Places:
    """Places of the posts of a window in a list `height` pixels high.

    Attributes:
        anchor: id of the card the others are counted from, 0 while there is none.
        y: where the top of the anchor is, in pixels below the top of the list.
        line: id of the newest post read, 0 for none; the read line lies above it.
        line_height: height of the read line.
        guess: height of a card that nobody has measured.
    """

    def __init__(self, window: PostWindow, measure: Callable[[int], int]) -> None:
        self.window = window
        self._measure = measure
        self.anchor, self.y, self.height = 0, 0, 0
        self.line, self.line_height, self.guess = 0, 20, GUESS

    def before(self, index: int) -> int:
        """Returns the room between a card and the one above it."""
        return self.line_height if self.has_line(index) else 0

    def has_line(self, index: int) -> bool:
        """Returns whether the read line lies above a card."""
        posts = self.window.posts
        return 0 < index < len(posts) and posts[index].id <= self.line < posts[index - 1].id

    def visible(self) -> Iterator[tuple[int, int]]:
        """Yields index and top of every card in view, from the top."""
        start = self._first()
        if start is None:
            return
        index, top = start
        while index < len(self.window) and top - self.before(index) < self.height:
            yield index, top
            top += self._measure(index)
            index += 1
            top += self.before(index)

    def top_of(self, index: int) -> int:
        """Returns the top of any card."""
        at = self._anchor_index()
        top = self.y
        for one in range(at, index):
            top += self._measure(one) + self.before(one + 1)
        for one in range(at, index, -1):
            top -= self._measure(one - 1) + self.before(one)
        return top

    def settle(self, post_id: int = 0) -> None:
        """Counts from what is read now: the post given if it is in view, else the first whole."""
        seen = list(self.visible())
        whole = [one for one in seen if one[1] >= 0] or seen
        chosen = [one for one in seen if self.window.posts[one[0]].id == post_id]
        for index, top in (chosen or whole)[:1]:
            self.anchor, self.y = self.window.posts[index].id, top

    def keep(self) -> None:
        """If the anchor has gone, counts from the next card in its place."""
        if self.window.posts and self.window.find(self.anchor) is None:
            self.anchor = self.window.posts[self._anchor_index()].id

    def go_to_top(self) -> None:
        """Puts the newest card at the top."""
        self.anchor = self.window.posts[0].id if self.window.posts else 0
        self.y = 0

    def move(self, by: int) -> int:
        """Moves the cards down (or up, below 0) as far as there are any; returns how far."""
        if not self.window.posts:
            return 0
        room = self._room_above(by) if by > 0 else -self._room_below(-by)
        moved = min(by, room) if by > 0 else max(by, room)
        self.y += moved
        return moved

    def above(self, known: Callable[[int], int]) -> int:
        """Returns about how many pixels lie above the view."""
        at = self._anchor_index()
        return sum(known(index) for index in range(at)) - self.y

    def is_at_top(self) -> bool:
        """Returns whether the newest card is in view from its top on."""
        if not self.window.posts:
            return True
        return self._anchor_index() < 30 and self.top_of(0) >= 0

    def _anchor_index(self) -> int:
        return min(self.window.index(self.anchor), max(0, len(self.window) - 1))

    def _first(self) -> tuple[int, int] | None:
        if not self.window.posts:
            return None
        index, top = self._anchor_index(), self.y
        while index > 0 and top - self.before(index) > 0:
            top -= self.before(index)
            index -= 1
            top -= self._measure(index)
        while index < len(self.window) - 1 and top + self._measure(index) <= 0:
            top += self._measure(index)
            index += 1
            top += self.before(index)
        return index, top

    def _room_above(self, wanted: int) -> int:
        index, top = self._anchor_index(), self.y
        while index > 0 and -top < wanted:
            top -= self.before(index)
            index -= 1
            top -= self._measure(index)
        return max(0, -top)

    def _room_below(self, wanted: int) -> int:
        index, bottom = self._anchor_index(), self.y
        bottom += self._measure(index)
        while index < len(self.window) - 1 and bottom - self.height < wanted:
            index += 1
            bottom += self.before(index) + self._measure(index)
        return max(0, bottom - self.height)
