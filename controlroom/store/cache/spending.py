"""What has been asked of the networks lately, so that a new start does not ask for more."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from controlroom.store.database import Database

REMEMBERED = timedelta(days=63)
"""Longer than any window a network counts in, and than this month and the last."""

_TABLE = """
CREATE TABLE IF NOT EXISTS spending (
    purse TEXT NOT NULL,
    slot INTEGER NOT NULL,
    units INTEGER NOT NULL,
    PRIMARY KEY (purse, slot)
) WITHOUT ROWID
"""
_SPEND = """
INSERT INTO spending (purse, slot, units) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET units = excluded.units
"""


def remember_what_was_spent(connection: Connection) -> None:
    """Makes the table, where it is not there yet."""
    connection.exec_driver_sql(_TABLE)


class SpendingKeeper:
    """Keeps how much of what was spent in which slot of time (seconds since 1970).

    Raises what `Database` raises. Safe in several threads.
    """

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        with database.write() as connection:
            remember_what_was_spent(connection)
            before = int((now - REMEMBERED).timestamp())
            connection.exec_driver_sql("DELETE FROM spending WHERE slot < ?", (before,))

    def spent(self) -> Mapping[str, list[tuple[int, int]]]:
        """Returns slots and units by purse, each in order of time."""
        found: dict[str, list[tuple[int, int]]] = {}
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT purse, slot, units FROM spending ORDER BY purse, slot"
            )
            for purse, slot, units in rows:
                found.setdefault(purse, []).append((slot, units))
        return found

    def spend(self, slots: Iterable[tuple[str, int, int]]) -> None:
        """Saves what slots hold now, whatever they held."""
        with self._database.write() as connection:
            connection.exec_driver_sql(_SPEND, sorted(slots))
