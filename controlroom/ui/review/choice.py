"""The hits chosen to be acted on together, by the ids of their posts."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from controlroom.ui.review.tick import Tick


class Choice(QObject):
    """What is chosen of one search.

    Signals:
        changed: others are chosen than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: set[int] = set()

    def toggle(self, post_id: int) -> None:
        """Chooses a hit, or lets it go."""
        self.ids ^= {post_id}
        self.changed.emit()

    def add(self, post_ids: Iterable[int]) -> None:
        """Chooses hits besides those chosen already."""
        more = self.ids | set(post_ids)
        if more != self.ids:
            self.ids = more
            self.changed.emit()

    def let_go(self) -> bool:
        """Chooses nothing any more; returns whether anything was chosen."""
        had, self.ids = bool(self.ids), set()
        if had:
            self.changed.emit()
        return had

    def tick_of(self, post_id: int) -> Tick:
        """Returns what stands in the box of a hit."""
        return Tick.ALL if post_id in self.ids else Tick.NONE

    def tick_of_all(self, post_ids: Iterable[int]) -> Tick:
        """Returns what stands in the box above these hits."""
        if not self.ids:
            return Tick.NONE
        return Tick.ALL if self.ids >= set(post_ids) else Tick.SOME
