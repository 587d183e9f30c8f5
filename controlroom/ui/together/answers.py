"""What lets a conversation be answered, as the board and its drawer see it."""

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.model.outgoing.content import Act


class AtDrawer(Protocol):
    """The reply of one drawer."""

    def show(self, names: tuple[str, ...]) -> None:
        """Shows the reply of a conversation by its names; what was begun before is read again."""

    def forget(self) -> None:
        """Another conversation is about to be shown."""

    def leave(self) -> None:
        """The drawer is closed; the reply is kept."""

    def settle(self) -> None:
        """Tells the team at once what is written up to the last letter."""

    def begin(self, act: "Act", post: "CachedPost | None" = None) -> None:
        """Puts the keyboard where the reply is written; to another post if nothing is begun."""


class Answers(Protocol):
    """Makes what answers."""

    def at_drawer(self, drawer: Any, desk: Any) -> AtDrawer:
        """Returns what answers in a drawer."""

    def on_page(self, page: Any) -> Any:
        """Returns what the commands of a page do to posts on their networks."""

    def badge(self, post: "CachedPost") -> Any:
        """Returns the badge of a post that something is under way to, else None."""
