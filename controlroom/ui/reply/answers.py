"""Lets the posts of one window be answered."""

from typing import TYPE_CHECKING, Any

from controlroom.ui.reply.leaving import Leaving
from controlroom.ui.reply.publishing import PublishActs

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.card.badges import Badge
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.board.drawer.drawer import Drawer
    from controlroom.ui.board.page import BoardPage
    from controlroom.ui.reply.replying import Replying
    from controlroom.ui.together.together import Together


class PostAnswers:
    """The `Answers` of a window."""

    def __init__(self, together: "Together") -> None:
        self._together = together
        self.leaving = Leaving(together.book, together)
        self.leaving.changed.connect(together.changed)

    def at_drawer(self, drawer: "Drawer", desk: "BoardDesk") -> "Replying":
        """Returns what answers in a drawer."""
        # The checks come with it, which nobody needs before a conversation is open.
        from controlroom.ui.reply.replying import Replying

        return Replying(drawer, desk, self._together)

    def on_page(self, page: "BoardPage") -> PublishActs:
        """Returns what the commands of a page do to posts on their networks."""
        return PublishActs(
            self._together, page.session, page.beside, lambda: page.posts, page.open_post
        )

    def badge(self, post: "CachedPost") -> "Badge | None":
        """Returns the badge of a post that something is under way to, else None."""
        return self.leaving.badge(post)


def answer_posts(together: Any) -> PostAnswers:
    """Returns what lets the posts of a window be answered."""
    return PostAnswers(together)
