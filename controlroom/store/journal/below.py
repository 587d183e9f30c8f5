"""Entries whose subjects lie below one, such as the notes on a conversation."""

from controlroom.model.journal import Entry
from controlroom.store.database import Database
from controlroom.store.journal.rows import COLUMNS, entries_of

_BELOW = f"""
SELECT {COLUMNS} FROM entry WHERE seq IN (
    SELECT seq FROM entry WHERE subject > ?1 AND subject < ?2 ORDER BY seq DESC LIMIT ?3)
ORDER BY seq
"""


def below(database: Database, subject: str, limit: int) -> list[Entry]:
    """Returns the newest entries about subjects that begin with `subject` and a stroke, in order.

    Raises `StoreError`, `EntryUnreadable`.
    """
    # The sign behind the stroke ends what the index has to look at.
    asked = (f"{subject}/", f"{subject}0", limit)
    with database.read() as connection:
        return entries_of(connection.exec_driver_sql(_BELOW, asked))
