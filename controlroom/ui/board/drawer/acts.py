"""What commands do with the message that has the keyboard in the drawer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from controlroom.ui.board.stand import is_covered

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.drawer.drawer import Drawer
    from controlroom.ui.board.drawer.thread_view import ThreadView
    from controlroom.ui.board.media.showing import Showing


class DrawerActs:
    """The same commands as in a column, for a conversation."""

    def __init__(self, drawer: "Drawer", showing: "Showing") -> None:
        self._drawer, self._showing = drawer, showing

    def next(self, step: int) -> None:
        """Moves to the next (1) or previous (-1) message."""
        talk = self._talk()
        if talk is not None:
            talk.step(step)

    def next_unread(self) -> None:
        """Moves to the next unread message."""
        talk = self._talk()
        if talk is not None:
            talk.next_unread()

    def page(self, step: int) -> None:
        """Moves one screen down (1) or up (-1)."""
        talk = self._talk()
        if talk is not None:
            talk.page(step)

    def show_new(self) -> None:
        """Moves to the newest message of the conversation."""
        talk = self._talk()
        if talk is not None:
            talk.go_to_newest()

    def choose(self) -> None:
        """Messages of a conversation are acted on one by one."""

    def extend(self, step: int) -> None:
        """Moves on as without choosing."""
        self.next(step)

    def mark(self, *, read: bool) -> None:
        """Takes note that the message was read or is to be read again."""
        if self._talk() is not None:
            self._drawer.mark(read=read)

    def open(self) -> None:
        """Takes the cover off, or shows what hangs on the message."""
        talk = self._talk()
        if talk is not None:
            talk.open()

    def open_media(self) -> None:
        """Shows what hangs on the message."""
        self.open()

    def open_link(self) -> None:
        """Opens a link of the message."""
        post = self._post()
        if post is not None:
            self._showing.links(post, self._drawer.talk)

    def open_original(self) -> None:
        """Opens the message on its network."""
        post = self._post()
        if post is not None:
            self._showing.original(post)

    def menu(self) -> None:
        """Opens a menu with everything that can be done to the message."""
        talk = self._talk()
        if talk is not None:
            talk.open_menu()

    def read_again(self) -> bool:
        """Has the conversation read from its network once more."""
        self._drawer.read_again()
        return True

    def current_post(self) -> "CachedPost | None":
        """Returns the message that has the keyboard, or that the drawer was opened for."""
        return self._drawer.talk.post() or self._drawer.post

    def _post(self) -> "CachedPost | None":
        talk = self._talk()
        return talk.post() if talk is not None else None

    def _talk(self) -> "ThreadView | None":
        """Returns the thread; it takes the keyboard if another part of the drawer had it."""
        if is_covered():
            return None
        talk = self._drawer.talk
        if not talk.hasFocus():
            talk.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return talk
