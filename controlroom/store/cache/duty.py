"""Following deletions: what a network has deleted goes from the cache too, in time.

Text, attachments, the network's own bytes, older versions and the full text go; that there was a
post, whose and when, stays. What is kept as evidence stays whole.
"""

from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import Connection

from controlroom.model.post import Author, Post
from controlroom.store.cache import details
from controlroom.store.cache.reindex import reindex
from controlroom.store.cache.times import to_ms

STEP = 500
GRACE = 0.25
"""The part of the time a network gives in which people can still keep what was deleted."""

_EMPTY = details.pack(Post("", "", Author("", ""), "", datetime(1970, 1, 1, tzinfo=UTC)))
_DUE = """
SELECT p.id FROM post_text AS f CROSS JOIN post AS p ON p.id = f.rowid
JOIN network AS n ON n.id = p.network_id
WHERE f.post_text MATCH 'tags : isgone' AND n.key = ?1 AND p.kept = 0 AND p.gone_ms > p.seen_ms
    AND (p.gone_ms <= ?2 OR p.seen_ms <= ?3)
    AND (p.text <> '' OR p.details <> ?4
        OR EXISTS (SELECT 1 FROM payload WHERE post_id = p.id)
        OR EXISTS (SELECT 1 FROM version WHERE post_id = p.id))
LIMIT ?5
"""
_CLEAR = "UPDATE post SET text = '', details = ?2, versions = 1 WHERE id = ?1"

_to_json = msgspec.json.Encoder().encode


def follow_deletions(
    connection: Connection, network: str, hours: int, now: datetime, most: int = STEP
) -> tuple[int, ...]:
    """Empties gone posts inside the open transaction; returns their ids, none at the end.

    A post goes when a quarter of the time the network gives has passed since it was missed, and
    before all of it has since it was last seen, for it may have been deleted right after that.

    Args:
        hours: how long the network gives.
    """
    whole = timedelta(hours=hours)
    missed, seen = to_ms(now - whole * GRACE), to_ms(now - whole * (1 - GRACE))
    rows = connection.exec_driver_sql(_DUE, (network, missed, seen, _EMPTY, most))
    ids = tuple(sorted(row[0] for row in rows))
    for post_id in ids:
        connection.exec_driver_sql(_CLEAR, (post_id, _EMPTY))
        connection.exec_driver_sql("DELETE FROM payload WHERE post_id = ?", (post_id,))
        connection.exec_driver_sql("DELETE FROM version WHERE post_id = ?", (post_id,))
    reindex(connection, ids)
    return ids
