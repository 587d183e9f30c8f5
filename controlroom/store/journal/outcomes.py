"""What became of deliveries while the record was away: on this disk, encrypted, until it is told.

An outcome is known only here then. A sender that starts hands in what lies here before it says of
any claim that nobody knows.
"""

from pathlib import Path
from typing import Self

from controlroom.model.journal import Proposal
from controlroom.store.connection import Connection
from controlroom.store.database import Database
from controlroom.store.migrate import FileKind


def lay_out_the_outcomes(connection: Connection) -> None:
    """Makes the table of outcomes."""
    connection.exec_driver_sql(
        "CREATE TABLE outcome (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,"
        " subject TEXT NOT NULL, body TEXT NOT NULL) STRICT"
    )


OUTCOMES = FileKind(
    name="outcomes.db",
    application_id=0x43526F63,
    synchronous="FULL",
    migrations=(lay_out_the_outcomes,),
)


class OutcomeShelf:
    """Outcomes in the order in which they came. Safe in several threads.

    Raises what `Database` raises.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Self:
        """Opens or makes the file in `folder`; `key` is 32 bytes."""
        return cls(Database.open(folder, OUTCOMES, key, write=True))

    def add(self, proposal: Proposal) -> None:
        """Keeps an outcome; on the disk when this returns."""
        values = (proposal.kind, proposal.subject, proposal.body)
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO outcome (kind, subject, body) VALUES (?, ?, ?)", values
            )

    def all(self) -> list[tuple[int, Proposal]]:
        """Returns what waits, the oldest first, each with its number."""
        query = "SELECT id, kind, subject, body FROM outcome ORDER BY id"
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(query).all()
        return [(row[0], Proposal(*row[1:])) for row in rows]

    def drop(self, number: int) -> None:
        """Forgets an outcome: it is in the record."""
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM outcome WHERE id = ?", (number,))

    def close(self) -> None:
        """Closes the file."""
        self._database.close()
