"""Cards that are to come into view at the top of a list: drawn before they do, one in each pause.

Where posts pour in, several columns let some in at the same moment. Drawing all those cards in the
one frame that shows them takes longer than a frame may.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from controlroom.model.cached import CachedPost
from controlroom.ui.board.list.ports import Drawn

if TYPE_CHECKING:
    from controlroom.ui.board.list.preparing import Preparing


class Entrance(QObject):
    """Where posts stand until their cards are drawn.

    Args:
        cards: the list.
        turns: gives what the cards are drawn in turn by, None for nothing.
    """

    def __init__(
        self, cards: Drawn, turns: "Callable[[], Preparing | None]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._cards, self._turns = cards, turns
        self._posts: Sequence[CachedPost] = ()
        self._open: Callable[[], None] | None = None

    def is_on(self) -> bool:
        """Returns whether posts stand here."""
        return self._open is not None

    def take(self, posts: Sequence[CachedPost], open_: Callable[[], None]) -> None:
        """Draws the cards of these posts, the newest first, as far as they will be seen.

        Args:
            open_: shows them; called at once where nothing can be drawn ahead.
        """
        preparing = self._turns()
        self._posts, self._open = posts, open_
        if preparing is None or not self._cards.isVisible():
            self._finish()
        else:
            preparing.want(self, 0)

    def stop(self) -> None:
        """Those that stand here are not shown any more."""
        self._posts, self._open = (), None

    def prepare(self, _way: int) -> bool:
        """Draws one card, or shows all once none is left; returns whether there was one."""
        if self._open is None:
            return False
        if not self._draw_one():
            self._finish()
        return True

    def _draw_one(self) -> bool:
        cards, room = self._cards, self._cards.viewport().height()
        ratio = cards.devicePixelRatio()
        for post in self._posts:
            if room <= 0:
                return False
            state = cards.state_of(post)
            if not cards.shelf.is_ready(post, state, ratio):
                cards.shelf.picture(post, state, ratio)
                return True
            room -= cards.shelf.height(post)
        return False

    def _finish(self) -> None:
        open_ = self._open
        self.stop()
        if open_ is not None:
            open_()
