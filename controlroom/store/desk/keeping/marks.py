"""What has been read: a line in each column, and single posts of a stream beside it."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete
from sqlalchemy.dialects.sqlite import insert

from controlroom.store.desk.keeping.tables import post_read, read_up_to

_AT_ONCE = 500


def set_read_up_to(connection: Connection, column: int, post_id: int) -> None:
    """Puts the line of a column under a post, up or down."""
    made = insert(read_up_to).values(column_id=column, post_id=post_id)
    connection.execute(made.on_conflict_do_update(index_elements=["column_id"], set_=made.excluded))


def mark(connection: Connection, stream: int, posts: Iterable[int]) -> None:
    """Marks single posts of a stream as read."""
    rows = [{"stream_id": stream, "post_id": post} for post in posts]
    if rows:
        connection.execute(insert(post_read).on_conflict_do_nothing(), rows)


def unmark(connection: Connection, stream: int, posts: Iterable[int]) -> None:
    """Takes the marks off single posts."""
    for some in _chunks(posts):
        connection.execute(
            delete(post_read).where(post_read.c.stream_id == stream, post_read.c.post_id.in_(some))
        )


def forget_before(connection: Connection, post_id: int) -> None:
    """Forgets the marks of posts older than this one, of every stream."""
    connection.execute(delete(post_read).where(post_read.c.post_id < post_id))


def _chunks(posts: Iterable[int]) -> Iterable[list[int]]:
    every = list(posts)
    return [every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE)]
