"""Keeps the scroll bar of a list where its cards are, without adding them all up at each step."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollBar

from controlroom.ui.board.list.places import GUESS, Places
from controlroom.ui.board.list.shelf import Shelf

SEEN = 4
"""Pixels the slider has to go before the bar is set; less than that nobody sees."""


class BarFollower:
    """Sets a scroll bar from the places of the cards.

    Attributes:
        busy: the bar is being set, nobody has moved it.
    """

    def __init__(self, bar: Callable[[], QScrollBar], places: Places, shelf: Shelf) -> None:
        self._bar, self._places, self._shelf = bar, places, shelf
        self.busy = False
        self._drift, self._behind = 0, 0

    def nudge(self, moved: int, *, exact: bool) -> None:
        """Moves the bar with the cards; counts anew once a screen, and at the ends."""
        bar = self._bar()
        self._behind += moved
        self._drift += abs(moved)
        value = bar.value() - self._behind
        if exact or self._drift > self._places.height or not 0 < value < bar.maximum():
            self.follow()
        elif abs(self._behind) * self._places.height > SEEN * bar.maximum():
            self._set(bar, value)

    def went(self, pixels: int) -> None:
        """Notes that somebody has moved the bar; the cards are still to follow by so much."""
        self._behind -= pixels

    def follow(self) -> None:
        """Counts anew how much lies above and below."""
        self._drift = 0
        posts, known = self._places.window.posts, self._shelf.heights
        guess = self._shelf.look.metrics.px(GUESS)
        heights = [known.get(post.id, guess) for post in posts]
        above = max(0, sum(heights[: self._places.anchor_index()]) - self._places.y) if posts else 0
        bar, total = self._bar(), sum(heights)
        self.busy = True
        bar.setRange(0, max(0, total - self._places.height, above))
        self._set(bar, above)

    def _set(self, bar: QScrollBar, value: int) -> None:
        self._behind = 0
        self.busy = True
        bar.setValue(value)
        self.busy = False
