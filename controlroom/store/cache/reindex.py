"""Writing the full text of stored posts anew, after their text, tags or state changed."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import Connection

from controlroom.model.decoding import decoder
from controlroom.model.post import Post
from controlroom.store.cache import details, index
from controlroom.store.cache.load import load
from controlroom.store.cache.statements import INDEX

_NUMBERS = """
SELECT p.id, p.network_id, p.author_id, p.streams, p.details FROM json_each(?) AS j
CROSS JOIN post AS p ON p.id = j.value
"""

_ids = decoder(tuple[int, ...]).decode
_to_json = msgspec.json.Encoder().encode


def reindex(connection: Connection, ids: Sequence[int]) -> None:
    """Replaces the full text of these posts by what is stored of them now."""
    if not ids:
        return
    asked = (_to_json(list(ids)).decode(),)
    numbers = {row[0]: row for row in connection.exec_driver_sql(_NUMBERS, asked)}
    rows = []
    for cached in load(connection, ids):
        _, network, author, streams, packed = numbers[cached.id]
        states = index.GONE * (cached.gone_at is not None) + index.KEPT * cached.kept
        tags = index.PROFILE_TAGS[cached.profiles], index.STREAM_TAGS[_ids(streams)]
        signed = _as_signed(cached.post, packed)
        rows.append(index.entry(cached.id, signed, network, author, *tags, states))
    rows.sort()
    connection.exec_driver_sql("DELETE FROM post_text WHERE rowid = ?", [(i,) for i in sorted(ids)])
    if rows:
        connection.exec_driver_sql(INDEX, rows)


def _as_signed(post: Post, packed: bytes) -> Post:
    """Returns the post with its author named as at the time, so that order changes nothing."""
    handle, name = details.byline(packed)
    return replace(post, author=replace(post.author, handle=handle, name=name))
