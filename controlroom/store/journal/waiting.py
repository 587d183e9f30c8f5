"""Decisions made while the team's database is away: kept on this computer until it answers."""

from dataclasses import dataclass
from datetime import datetime

from controlroom.model.journal import Proposal, moment, stamp
from controlroom.store.database import Database


@dataclass(frozen=True, slots=True)
class Waiting:
    """A decision that is not in the record yet, or nobody knows whether it is.

    Attributes:
        at: when it was made, by this computer's clock.
        seen: the entry in knowledge of which it was made.
    """

    id: int
    at: datetime
    proposal: Proposal
    seen: int


class WaitingShelf:
    """The decisions that wait, in the order in which they were made.

    Args:
        database: the workstation's `journal.db`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, proposal: Proposal, seen: int, at: datetime) -> None:
        """Keeps a decision; on the disk when this returns."""
        values = (stamp(at), proposal.kind, proposal.subject, proposal.body, seen)
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO waiting (at, kind, subject, body, seen) VALUES (?, ?, ?, ?, ?)", values
            )

    def all(self) -> list[Waiting]:
        """Returns what waits, the oldest first."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT id, at, kind, subject, body, seen FROM waiting ORDER BY id"
            ).all()
        return [Waiting(row[0], moment(row[1]), Proposal(*row[2:5]), row[5]) for row in rows]

    def confirm(self, number: int, seen: int) -> None:
        """Notes that a person holds on to a decision in knowledge of everything up to `seen`."""
        with self._database.write() as connection:
            connection.exec_driver_sql("UPDATE waiting SET seen = ? WHERE id = ?", (seen, number))

    def drop(self, number: int) -> None:
        """Lets go of a decision: it is in the record now, or nobody wants it any more."""
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM waiting WHERE id = ?", (number,))
