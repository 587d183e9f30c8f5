"""Asks for more posts before the end of those held comes into view."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollBar

from controlroom.model.cached import CachedPost
from controlroom.ui.board.list.window import PostWindow

SCREENS_AHEAD = 4


class Ahead:
    """Looks four screens ahead; each end is asked for once, another end is another question."""

    def __init__(
        self,
        window: PostWindow,
        older: Callable[[CachedPost, bool], object],
        newer: Callable[[CachedPost], object],
    ) -> None:
        self._window, self._older, self._newer = window, older, newer
        self._asked: dict[str, int] = {}

    def forget(self) -> None:
        """Asks again for ends that were asked for before."""
        self._asked.clear()

    def look(self, bar: QScrollBar, height: int, *, rests: bool = False) -> None:
        """Asks for what lies beyond an end that is near; `height` is that of the view.

        Args:
            rests: nobody scrolls, so what lies below may come after all that is waited for.
        """
        posts, reach = self._window.posts, SCREENS_AHEAD * max(1, height)
        if not posts:
            return
        if self._window.more_below and bar.maximum() - bar.value() < reach:
            self._ask("older", posts[-1], lambda post: self._older(post, rests))
        if self._window.more_above and bar.value() < reach:
            self._ask("newer", posts[0], self._newer)

    def _ask(self, way: str, post: CachedPost, ask: Callable[[CachedPost], object]) -> None:
        if self._asked.get(way) != post.id:
            self._asked[way] = post.id
            ask(post)
