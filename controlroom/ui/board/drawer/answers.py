"""What the drawer reads from the cache; runs off the window's thread."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model.cached import CachedPost

if TYPE_CHECKING:
    from controlroom.store.cache.thread import Known
    from controlroom.ui.board.column.desk import BoardDesk


class Answer(NamedTuple):
    """The conversation of a post, oldest first, and which of it has been read in any column."""

    post: CachedPost
    posts: list[CachedPost]
    read: frozenset[int]


def read_thread(desk: "BoardDesk", post: CachedPost) -> Answer:
    """Reads the conversation a post belongs to."""
    from controlroom.store.cache.thread import Threads

    posts = desk.cache.veil.seen(Threads(desk.cache.database).around(post))
    line = max(desk.lines.values(), default=0)
    read = {one.id for one in posts if one.id <= line} | {post.id}
    return Answer(post, posts, frozenset(read))


def read_author(desk: "BoardDesk", post: CachedPost) -> "Known":
    """Reads what is held of the author of a post."""
    from controlroom.store.cache.thread import Threads

    known = Threads(desk.cache.database).author(post.post.network, post.post.author.remote_id)
    return replace(known, newest=tuple(desk.cache.veil.seen(known.newest)))
