"""What has been read: a line in each column, and single posts of a stream beside it."""

from collections.abc import Iterable

import msgspec

from controlroom.store.connection import Connection

_LINES = "SELECT column_id, post_id FROM read_up_to"
_MARKED = """
SELECT post_id FROM post_read
WHERE stream_id = ? AND post_id IN (SELECT value FROM json_each(?))
"""


def lines(connection: Connection) -> dict[int, int]:
    """Returns for each column that has a line the id of the newest post read."""
    return dict(connection.exec_driver_sql(_LINES))


def marked(connection: Connection, stream: int, posts: Iterable[int]) -> frozenset[int]:
    """Returns those of the posts that are marked as read in the stream."""
    asked = msgspec.json.encode(list(posts)).decode()
    return frozenset(row[0] for row in connection.exec_driver_sql(_MARKED, (stream, asked)))
