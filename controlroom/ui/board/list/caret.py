"""The keyboard in a list: on which post it is, and how it goes from one to the next."""

from PySide6.QtCore import QObject, Qt, Signal

from controlroom.ui.board.list.ports import Listed

OVERLAP = 60
"""Pixels of the last screen that stay in view when a page is turned."""


class Caret(QObject):
    """The post that has the keyboard. It follows the post, not the place.

    Signals:
        moved: the keyboard is on another post; carries its id.
        handed_on: its post has gone and the next one has the keyboard; carries its id.
    """

    moved = Signal(object)
    handed_on = Signal(object)

    def __init__(self, cards: Listed, parent: QObject) -> None:
        super().__init__(parent)
        self._cards = cards
        self.post = 0
        self.chosen: set[int] = set()
        self._was_gone_to = False

    def index(self) -> int | None:
        """Returns where the post is, None if it is not held."""
        return self._cards.window_of_posts.find(self.post)

    def is_reading(self) -> bool:
        """Returns whether somebody went to the post, and not the focus came to it by itself."""
        return self._was_gone_to and self.index() is not None

    def move(self, step: int) -> None:
        """Goes to the next (1) or previous (-1) post."""
        at = self.index()
        self.go_to(self.first_whole() if at is None else at + step)

    def go_to(self, index: int) -> None:
        """Goes to a post by its place among those held, if there is one."""
        posts = self._cards.posts()
        if 0 <= index < len(posts):
            self.put(posts[index].id)

    def go_to_end(self, *, newest: bool) -> None:
        """Goes to the first or the last post held."""
        self.go_to(0 if newest else len(self._cards.posts()) - 1)

    def put(self, post_id: int) -> None:
        """Goes to a post and brings it into view."""
        self.post, self._was_gone_to = post_id, True
        self._show_whole(post_id)
        self._cards.places.settle(post_id)
        self._cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self._cards.viewport().update()
        self.moved.emit(post_id)

    def take(self) -> None:
        """Takes the keyboard, on the post it was on or on the first whole one."""
        if self.index() is not None or not self._cards.posts():
            self._cards.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_to(self.first_whole())

    def page(self, way: int) -> None:
        """Goes one screen down (1) or up (-1)."""
        height = self._cards.viewport().height()
        overlap = self._cards.shelf.look.metrics.px(OVERLAP)
        self._cards.scroll_by(-way * max(1, height - overlap))
        self.go_to(self.first_whole())

    def next_unread(self) -> bool:
        """Goes to the next older post that is unread; returns whether there was one."""
        cards, at = self._cards, self.index()
        start = 0 if at is None else at + 1
        for index in range(start, len(cards.posts())):
            if not cards.is_read(cards.posts()[index].id):
                self.go_to(index)
                return True
        return False

    def choose(self) -> None:
        """Chooses the post, or lets it go again."""
        if self.index() is not None:
            self.chosen ^= {self.post}
            self._cards.viewport().update()

    def extend(self, step: int) -> None:
        """Chooses the post and the next (1) or previous (-1) one, which gets the keyboard."""
        if self.index() is None:
            self.take()
        self.chosen.add(self.post)
        self.move(step)
        self.chosen.add(self.post)
        self._cards.viewport().update()

    def let_go(self) -> None:
        """Chooses nothing any more."""
        if self.chosen:
            self.chosen.clear()
            self._cards.viewport().update()

    def acted_on(self) -> list[int]:
        """Returns the chosen posts, or else the one that has the keyboard."""
        return sorted(self.chosen) or ([self.post] if self.index() is not None else [])

    def settle_without_reading(self) -> None:
        """Marks a post as the one that has the keyboard, without counting it as read."""
        if not self.is_reading() and self._cards.posts():
            self.post, self._was_gone_to = self._cards.posts()[self.first_whole()].id, False

    def hand_on(self) -> None:
        """If the post has gone, goes to the one that follows it."""
        posts = self._cards.posts()
        if not self.post or self.index() is not None or not posts:
            return
        at = min(self._cards.window_of_posts.index(self.post), len(posts) - 1)
        self.post = posts[at].id
        self.moved.emit(self.post)
        self.handed_on.emit(self.post)

    def first_whole(self) -> int:
        """Returns the first post whose top is in view."""
        seen = self._cards.visible()
        whole = [index for index, top in seen if top >= 0]
        return (whole or [index for index, _top in seen] or [0])[0]

    def _show_whole(self, post_id: int) -> None:
        rect = self._cards.rect_of(post_id)
        below = rect.bottom() + 1 - self._cards.viewport().height()
        if rect.top() < 0:
            self._cards.scroll_by(-rect.top())
        elif below > 0:
            self._cards.scroll_by(-min(below, rect.top()))
