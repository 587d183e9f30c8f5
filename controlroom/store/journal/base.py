"""What every journal can do."""

from collections.abc import Iterator
from typing import Protocol

from controlroom.model.journal import Entry, Head, Proposal

PAGE = 2_000


class Journal(Protocol):
    """The record. Every method may raise what the place it is kept in raises (`WorldError`).

    Attributes:
        actor: as whom this one appends; as stamped, not as wished.
    """

    @property
    def actor(self) -> str: ...

    def append(self, proposal: Proposal, seen: int) -> Entry:
        """Appends if nothing newer than `seen` is there about the subject; returns the entry.

        When it returns, the entry is on the disk. The same proposal handed in again, because
        nobody knows whether the first time came through, returns the entry it has become.

        Args:
            seen: `seq` of any entry the decision was made in knowledge of: the head will do.

        Raises:
            Conflict: somebody was first; nothing was appended.
            AheadOfJournal: the journal ends before `seen`: it was put back from a copy.
        """

    def head(self) -> Head:
        """Returns where the journal ends."""

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        """Returns the next entries behind `after`, in order, at most `limit`."""

    def about(self, subject: str) -> list[Entry]:
        """Returns all entries about a subject, in order."""

    def wait(self, after: int, timeout_s: float) -> bool:
        """Waits until there is an entry behind `after`; returns False if none came in time."""

    def close(self) -> None:
        """Lets go of the journal."""


def all_entries(journal: Journal, after: int = 0) -> Iterator[Entry]:
    """Yields every entry behind `after`, in order, some thousands at a time."""
    while page := journal.entries(after):
        yield from page
        after = page[-1].seq
