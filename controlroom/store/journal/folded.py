"""What was folded so far, kept beside the record so that a start need not fold it all again."""

from controlroom.store.connection import Connection
from controlroom.store.database import Database


def kept_fold(database: Database) -> bytes | None:
    """Returns what was kept, None if it stands on an entry that is not in this record."""
    with database.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT state FROM folded JOIN entry USING (seq) WHERE folded.hash = entry.hash"
        ).one_or_none()
    return bytes(row[0]) if row else None


def keep_fold(database: Database, seq: int, digest: bytes, state: bytes) -> None:
    """Keeps a state that was folded up to entry `seq` with the hash `digest`."""
    with database.write() as connection:
        _put(connection, (seq, digest, state))


def _put(connection: Connection, values: tuple[int, bytes, bytes]) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO folded VALUES (1, ?, ?, ?)", values)
