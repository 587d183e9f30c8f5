"""Marking posts as kept: retention leaves them alone, and `is:kept` finds them."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from controlroom.store.cache.reindex import reindex

_KEEP = """
UPDATE post SET kept = ?1 WHERE kept <> ?1 AND id IN (SELECT value FROM json_each(?2)) RETURNING id
"""

_to_json = msgspec.json.Encoder().encode


def keep(connection: Connection, ids: Sequence[int], *, kept: bool) -> tuple[int, ...]:
    """Sets or takes off the mark inside the open transaction; returns the ids it changed."""
    rows = connection.exec_driver_sql(_KEEP, (int(kept), _to_json(list(ids)).decode()))
    changed = tuple(sorted(row[0] for row in rows))
    reindex(connection, changed)
    return changed
