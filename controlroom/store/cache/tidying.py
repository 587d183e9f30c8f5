"""What makes searches quicker and can wait for an idle moment, in small steps.

Every batch adds a segment to the full text; a search looks into each. Ingest merges them rarely,
because that costs it time; here four of a size become one, a few pages at a time.
"""

from sqlalchemy import Connection

from controlroom.store.cache.pace import Pace
from controlroom.store.cache.reindex import reindex
from controlroom.store.database import Database

_REWRITTEN = 100
_AIM_S = 0.03
_MERGE = "INSERT INTO post_text (post_text, rank) VALUES ('merge', ?)"
_DUE = "SELECT id FROM reindex_due ORDER BY id LIMIT ?"
_DONE = "DELETE FROM reindex_due WHERE id = ?"
_NOTHING_DONE = 2
"""Fewer changes than these mean that a merge found nothing to do (sqlite.org/fts5.html, 6.9)."""


class Tidying:
    """Tidies up step by step.

    Attributes:
        due: something has changed since there was nothing left to do.
    """

    def __init__(self) -> None:
        self.due = True
        self._pages = Pace(start=16, least=4, most=32, aim_s=_AIM_S)

    def step(self, database: Database) -> bool:
        """Does a little, in one transaction; returns whether more is left to do."""
        if self.due:
            with self._pages.measured(), database.write() as connection:
                self.due = _rewrite(connection) or _merge(connection, self._pages.size)
        return self.due


def _rewrite(connection: Connection) -> bool:
    """Writes the full text of posts that are due anew; returns whether there were any."""
    ids = [row[0] for row in connection.exec_driver_sql(_DUE, (_REWRITTEN,))]
    if ids:
        reindex(connection, ids)
        connection.exec_driver_sql(_DONE, [(post_id,) for post_id in ids])
    return bool(ids)


def _merge(connection: Connection, pages: int) -> bool:
    """Merges a few pages of the full text; returns whether there was something to merge."""
    before = _changes(connection)
    connection.exec_driver_sql(_MERGE, (pages,))
    return _changes(connection) - before >= _NOTHING_DONE


def _changes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())
