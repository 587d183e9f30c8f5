"""Writing the full text of stored posts anew, after their text, tags or state changed."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from controlroom.store.cache import index
from controlroom.store.cache.load import load

_NUMBERS = """
SELECT p.id, p.network_id, p.author_id, p.streams FROM json_each(?) AS j
CROSS JOIN post AS p ON p.id = j.value
"""

_ids = msgspec.json.Decoder(tuple[int, ...]).decode
_to_json = msgspec.json.Encoder().encode


def reindex(connection: Connection, ids: Sequence[int]) -> None:
    """Replaces the full text of these posts by what is stored of them now."""
    if not ids:
        return
    asked = (_to_json(list(ids)).decode(),)
    numbers = {row[0]: row for row in connection.exec_driver_sql(_NUMBERS, asked)}
    rows = []
    for cached in load(connection, ids):
        _, network, author, streams = numbers[cached.id]
        tags = index.tags(
            cached.post,
            network,
            author,
            cached.profiles,
            _ids(streams),
            gone=cached.gone_at is not None,
            kept=cached.kept,
        )
        rows.append((cached.id, *index.indexed_text(cached.post), tags))
    rows.sort()
    connection.exec_driver_sql("DELETE FROM post_text WHERE rowid = ?", [(i,) for i in sorted(ids)])
    connection.exec_driver_sql(
        "INSERT INTO post_text (rowid, text, alt, author, hashtags, mentions, tags)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
