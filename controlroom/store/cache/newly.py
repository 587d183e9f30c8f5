"""Which of the posts that have just come fit a query, without reading any of them."""

from collections.abc import Collection
from typing import NamedTuple

from controlroom.model.query.tree import Node
from controlroom.store.cache.match import match
from controlroom.store.cache.opening import HITS, Asked, hits_of_beginnings
from controlroom.store.database import Database

MOST = 500


class Fitting(NamedTuple):
    """Ids of posts that fit, the newest first; `more` if there may be others."""

    ids: tuple[int, ...]
    more: bool


def fitting(
    database: Database, node: Node, ids: Collection[int], *, stream: int = 0, most: int = MOST
) -> Fitting:
    """Returns those of some posts that fit, within one stream if it is given.

    One question to the full text over the stretch from the oldest to the newest of them, `most`
    hits of which are looked at, the newest.
    """
    if not ids:
        return Fitting((), False)
    with database.read() as connection:
        asked = match(connection, node, stream=stream)
        first, last = max(asked.first, min(ids)), min(asked.last, max(ids) + 1)
        found = hits_of_beginnings(connection, Asked(node, first, last, most, stream))
        if found is None:
            rows = connection.exec_driver_sql(HITS, (asked.expression, first, last, most))
            found = [row[0] for row in rows]
    wanted = frozenset(ids)
    return Fitting(tuple(one for one in found if one in wanted), len(found) == most)
