"""What of a list of cards is where: its posts, its rows, and how each card stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.links.hover import Hover
from controlroom.ui.board.list.caret import Caret
from controlroom.ui.board.list.foot import Foot
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.places import Places
from controlroom.ui.board.list.rows import Row, Rows
from controlroom.ui.board.list.shelf import Shelf
from controlroom.ui.board.list.window import PostWindow
from controlroom.ui.controls.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from controlroom.ui.board.list.waiting import Waiting


class Sight(Styled, QAbstractScrollArea):
    """A window of posts seen through a scroll area.

    Attributes:
        line: id of the newest post read, 0 for none.
        read: ids of single posts read above the line.
        hint: what is shown while there are no posts.
        caret, hover: keyboard and mouse in the list.
        foot: the actions on the card that either is on.
    """

    caret: Caret
    hover: Hover
    foot: Foot

    def __init__(self, pixmaps: Pixmaps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_of_posts, self.shelf = PostWindow(), Shelf(pixmaps)
        self.rows = Rows(self.window_of_posts)
        self.places = Places(self.window_of_posts, self.rows, self.measured)
        self.read: set[int] = set()
        self.line = 0
        self.hint: Waiting | None = None

    def posts(self) -> list[CachedPost]:
        """Returns the posts of the window, newest first."""
        return self.window_of_posts.posts

    def is_read(self, post_id: int) -> bool:
        """Returns whether a post has been read."""
        return post_id <= self.line or post_id in self.read

    def state_of(self, post: CachedPost) -> CardState:
        """Returns how a card stands now."""
        return CardState(
            read=self.is_read(post.id),
            focused=post.id == self.caret.post and self.hasFocus(),
            opened=post.id in self.shelf.opened,
            age=self.shelf.age(post),
            chosen=post.id in self.caret.chosen,
        )

    def measured(self, index: int) -> int:
        """Returns the height of a card by its place among the posts held."""
        post = self.window_of_posts.posts[index]
        found = self.shelf.heights.get(post.id)
        return self.shelf.height(post) if found is None else found

    def visible(self) -> list[tuple[int, int]]:
        """Returns index and top of the cards in view."""
        return list(self.places.visible())

    def posts_in_view(self) -> list[CachedPost]:
        """Returns the posts whose cards are in view."""
        return [self.posts()[index] for index, _top in self.places.visible()]

    def ids_in_view(self) -> list[int]:
        """Returns the ids of the posts whose cards are in view."""
        return [post.id for post in self.posts_in_view()]

    def rect_of(self, post_id: int) -> QRect:
        """Returns where a card is in the list, an empty rectangle if it is not held."""
        index = self.window_of_posts.find(post_id)
        if index is None:
            return QRect()
        return QRect(0, self.places.top_of(index), self.shelf.width, self.measured(index))

    def post_at(self, place: QPoint) -> CachedPost | None:
        """Returns the post whose card is at a place in the list."""
        for index, top in self.places.visible():
            if top <= place.y() < top + self.measured(index):
                return self.posts()[index]
        return None

    def row_at(self, place: QPoint) -> Row | None:
        """Returns the row that is at a place in the list."""
        for row, top in self.rows_in_view():
            if top <= place.y() < top + row.height():
                return row
        return None

    def rows_in_view(self) -> list[tuple[Row, int]]:
        """Returns the rows that may be in view, each with its top."""
        found: list[tuple[Row, int]] = []
        bottom = 0
        for index, top in self.places.visible():
            _stack(found, self.rows.above(index), top - self.rows.height_above(index))
            bottom = top + self.measured(index)
            if index == len(self.posts()) - 1:
                _stack(found, self.rows.below(), bottom)
        return found

    def shows_last(self) -> bool:
        """Returns whether the last of the posts held is in view."""
        seen = self.visible()
        return not seen or seen[-1][0] == len(self.posts()) - 1


def _stack(found: list[tuple[Row, int]], rows: "Sequence[Row]", top: int) -> None:
    for row in rows:
        found.append((row, top))
        top += row.height()
