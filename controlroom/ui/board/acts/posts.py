"""What commands do with the posts of a column."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.cached import CachedPost
from controlroom.ui.board.stand import is_covered
from controlroom.ui.language import counted

if TYPE_CHECKING:
    from controlroom.ui.board.column.column import ColumnView
    from controlroom.ui.board.media.showing import Showing
    from controlroom.ui.board.stand import Stand

translate = QCoreApplication.translate


class PostActs:
    """Acts on the post that has the keyboard in one place."""

    def __init__(
        self, stand: "Stand", open_post: Callable[[CachedPost], None], showing: "Showing"
    ) -> None:
        self._stand, self._open_post, self._showing = stand, open_post, showing

    def next(self, step: int) -> None:
        """Moves to the next (1) or previous (-1) post."""
        view = self._view()
        if view is None:
            return
        if view.list.hasFocus():
            view.list.caret.move(step)
        else:
            view.list.caret.take()

    def next_unread(self) -> None:
        """Moves to the next unread post of the column."""
        view = self._view()
        if view is not None:
            view.list.caret.next_unread()

    def page(self, step: int) -> None:
        """Moves one screen down (1) or up (-1)."""
        view = self._view()
        if view is not None:
            view.list.caret.page(step)

    def show_new(self) -> None:
        """Shows the posts that wait in the current column."""
        view = self._stand.view()
        if view is not None:
            view.show_new()

    def open_cover(self) -> None:
        """Shows what the current post covers, or covers it again."""
        view = self._stand.view()
        if view is not None:
            view.list.open_cover()

    def open(self) -> None:
        """Opens the conversation of the current post; what is covered on it is shown first."""
        found = self._current()
        if found is None:
            return
        view, post = found
        if view.list.shelf.layout(post).cover is not None:
            view.list.open_cover()
        else:
            self._open_post(post)

    def open_media(self) -> None:
        """Shows what hangs on the current post, large."""
        found = self._current()
        if found is not None:
            view, post = found
            self._showing.media(post, covered=post.id not in view.list.shelf.opened)

    def open_link(self) -> None:
        """Opens a link of the current post."""
        found = self._current()
        if found is not None:
            self._showing.links(found[1], found[0].list)

    def open_original(self) -> None:
        """Opens the current post on its network."""
        found = self._current()
        if found is not None:
            self._showing.original(found[1])

    def read_again(self) -> bool:
        """A column is read by its stream."""
        return False

    def menu(self) -> None:
        """Opens a menu with everything that can be done to the post."""
        view = self._view()
        if view is not None:
            view.list.open_menu()

    def choose(self) -> None:
        """Chooses the current post for what is done to several, or lets it go."""
        view = self._view()
        if view is not None:
            view.list.caret.choose()

    def extend(self, step: int) -> None:
        """Chooses the current post and the next (1) or previous (-1) one."""
        view = self._view()
        if view is not None:
            view.list.caret.extend(step)

    def mark(self, *, read: bool) -> None:
        """Marks the chosen posts, or the current one, as read or unread."""
        view = self._stand.view()
        if view is None:
            return
        changed = view.marks.mark_all(view.list.caret.acted_on(), read=read)
        view.list.caret.let_go()
        if changed:
            back = partial(self._mark_back, view.model.id, changed, read=not read)
            self._stand.session.undo.offer(_marked(len(changed), read=read), back)

    def _mark_back(self, column: int, posts: list[int], *, read: bool) -> None:
        view = self._stand.session.views.all.get(column)
        if view is not None:
            view.marks.mark_all(posts, read=read)

    def current_post(self) -> CachedPost | None:
        """Returns the post that has the keyboard, None for none."""
        found = self._current()
        return found[1] if found is not None else None

    def _current(self) -> "tuple[ColumnView, CachedPost] | None":
        if self._stand.asked is not None:
            return self._stand.asked
        view = self._view()
        index = view.list.caret.index() if view is not None else None
        if view is None or index is None:
            return None
        return view, view.list.posts()[index]

    def _view(self) -> "ColumnView | None":
        return None if is_covered() else self._stand.view()


def _marked(number: int, *, read: bool) -> str:
    if read:
        return counted(
            number,
            translate("Undo", "{n} post marked as read"),
            translate("Undo", "{n} posts marked as read"),
        )
    return counted(
        number,
        translate("Undo", "{n} post marked as unread"),
        translate("Undo", "{n} posts marked as unread"),
    )
