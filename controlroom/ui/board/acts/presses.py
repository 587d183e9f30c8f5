"""What a press on a card does: its pictures are shown large, its links opened."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from controlroom.model.cached import CachedPost

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from controlroom.ui.board.column.column import ColumnView
    from controlroom.ui.board.media.showing import Showing
    from controlroom.ui.board.views import Views


class Presses(QObject):
    """Hears the cards of every column.

    Args:
        showing: what shows things over the window that a widget is in.
    """

    def __init__(
        self, views: "Views", showing: "Callable[[QWidget], Showing]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._showing = showing
        views.made.connect(self._watch)

    def _watch(self, view: "ColumnView") -> None:
        view.list.pressed.connect(partial(self._press, view))

    def _press(self, view: "ColumnView", post: CachedPost, at: QPoint) -> None:
        card, shows = view.list.shelf.layout(post), self._showing(view)
        for place, box in enumerate(card.media):
            if box.rect.contains(at):
                shows.media(post, place, covered=post.id not in view.list.shelf.opened)
                return
        if card.text is not None and post.post.spans:
            from controlroom.ui.board.links.spans import link_at

            link = link_at(post.post, card.text.layout, at - card.body.topLeft())
            if link is not None:
                shows.link(link)
