"""What commands do for working together: assign, note, who is here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.ui.board.acts.posts import PostActs
from controlroom.ui.board.stand import is_covered

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.around import Host
    from controlroom.ui.board.drawer.acts import DrawerActs
    from controlroom.ui.board.drawer.beside import Beside
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class TogetherActs:
    """Acts on the conversation of the post that has the keyboard, in a column or the drawer."""

    def __init__(
        self,
        together: "Together",
        host: "Host",
        beside: "Beside",
        posts: "Callable[[], PostActs | DrawerActs]",
        open_post: "Callable[[CachedPost], None]",
    ) -> None:
        self._together, self._host, self._beside = together, host, beside
        self._posts, self._open_post = posts, open_post

    def at(self, host: "Host", posts: PostActs) -> "TogetherActs":
        """Returns what acts on the posts of a second window."""
        return TogetherActs(self._together, host, self._beside, lambda: posts, self._open_post)

    def why_not_assign(self) -> str:
        """Returns in words why it cannot be given to anybody, "" if it can."""
        post = self._post()
        if post is None:
            return translate("Together", "Choose a post first.")
        return self._together.assigning.why_not(self._names(post))

    def assign(self) -> None:
        """Asks whom the conversation is given to."""
        post = self._post()
        if post is None or is_covered():
            return
        from controlroom.ui.together.picker import whom_to_give

        together, names = self._together, self._names(post)
        state = together.book.state
        officers = together.assigning.officers(names, private=together.is_private(post))
        dealt = together.talks.dealing(names).officer
        picker = whom_to_give(officers, dealt, together.book.officer)
        seen = state.seq if state is not None else 0
        picker.chosen.connect(lambda one: together.assigning.assign(names, one, seen))
        self._host.open_layer(picker)

    def assign_to_me(self) -> None:
        """Gives the conversation to whoever works here."""
        post = self._post()
        if post is not None and not is_covered():
            self._together.assigning.assign_to_me(self._names(post))

    def note(self) -> None:
        """Puts the keyboard into the note field of the conversation, which is opened for it."""
        post = self._post()
        if post is None or is_covered():
            return
        if isinstance(self._posts(), PostActs):
            self._open_post(post)
        if self._beside.drawer is not None:
            self._beside.drawer.write_note()

    def who_is_here(self) -> None:
        """Shows who is at which desk."""
        from controlroom.ui.together.who import WhoIsHere

        self._host.open_layer(WhoIsHere(self._together))

    def _post(self) -> "CachedPost | None":
        return self._posts().current_post()

    def _names(self, post: "CachedPost") -> tuple[str, ...]:
        """Who has the thread open knows best where it begins."""
        names = self._beside.names
        if names and not isinstance(self._posts(), PostActs):
            return names
        return self._together.talks.names(post)
