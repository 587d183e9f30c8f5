"""Everything commands can do on the board in one window."""

from typing import TYPE_CHECKING, NamedTuple

from controlroom.ui.board.acts.boards import BoardActs
from controlroom.ui.board.acts.columns import ColumnActs
from controlroom.ui.board.acts.posts import PostActs
from controlroom.ui.board.undo import Undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.ui.commands.board_actions import OfPublishing, OfTogether


def _alone() -> None:
    """The record is not followed yet."""


class Acts(NamedTuple):
    """What acts on boards, columns and posts.

    Attributes:
        joined: gives what acts with colleagues.
        answering: gives what acts on posts on their networks.
    """

    boards: BoardActs
    columns: ColumnActs
    posts: PostActs
    undo: Undo
    joined: "Callable[[], OfTogether | None]" = _alone
    answering: "Callable[[], OfPublishing | None]" = _alone

    @property
    def together(self) -> "OfTogether | None":
        """What acts together with colleagues, None until the record is followed."""
        return self.joined()

    @property
    def publishing(self) -> "OfPublishing | None":
        """What acts on posts on their networks, None until the record is followed."""
        return self.answering()
