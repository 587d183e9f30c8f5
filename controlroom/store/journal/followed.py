"""A record as a desk follows it: read on this computer, appended to where it is kept."""

from typing import Protocol

from controlroom.model.journal import Entry, Head, Proposal, is_chained
from controlroom.store.database import Database
from controlroom.store.journal.base import PAGE, Journal
from controlroom.store.journal.errors import AheadOfJournal, EntryUnreadable
from controlroom.store.journal.file import JournalFile, write


class Followed(Protocol):
    """A record whose entries are read here, whatever the network does.

    Attributes:
        database: the `journal.db` of this workstation.
        waits: whether decisions wait here while the record cannot be reached.
    """

    @property
    def database(self) -> Database: ...

    @property
    def waits(self) -> bool: ...

    @property
    def actor(self) -> str: ...

    def append(self, proposal: Proposal, seen: int) -> Entry:
        """See `Journal.append`."""

    def head(self) -> Head:
        """Returns where the record ends, as far as it is here."""

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        """Returns the next entries behind `after` that are here."""

    def wait(self, after: int, timeout_s: float) -> bool:
        """Waits until an entry behind `after` is here; returns False if none came in time."""

    def close(self) -> None:
        """Lets go of the record."""


class CopiedJournal:
    """A team's record, copied entry by entry into this workstation's `journal.db`.

    What is copied is checked first: each entry has to follow from the one before it.

    Args:
        team: the record itself.
        copy: the file of this workstation.
    """

    waits = True

    def __init__(self, team: Journal, copy: JournalFile) -> None:
        self._team, self._copy = team, copy

    @property
    def database(self) -> Database:
        return self._copy.database

    @property
    def actor(self) -> str:
        """Asks the team's database. Raises `DatabaseAway`."""
        return self._team.actor

    def append(self, proposal: Proposal, seen: int) -> Entry:
        return self._team.append(proposal, seen)

    def head(self) -> Head:
        return self._copy.head()

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        return self._copy.entries(after, limit)

    def wait(self, after: int, timeout_s: float) -> bool:
        """Copies what there is, and waits for more. Raises `DatabaseAway`, `EntryUnreadable`."""
        if self.head().seq > after or self._copied():
            return True
        return self._team.wait(self.head().seq, timeout_s) and self._copied()

    def close(self) -> None:
        self._team.close()
        self._copy.close()

    def _copied(self) -> bool:
        head = self._copy.head()
        came = self._team.entries(head.seq)
        if not came:
            self._refuse_behind(head)
            return False
        for entry in came:
            _refuse_strange(head, entry)
            head = Head(entry.seq, entry.hash)
        with self.database.write() as connection:
            for entry in came:
                write(connection, entry)
        return True

    def _refuse_behind(self, head: Head) -> None:
        there = self._team.head()
        if there.seq < head.seq:
            raise AheadOfJournal(head=there.seq, seen=head.seq)


def _refuse_strange(head: Head, entry: Entry) -> None:
    if not is_chained(head, entry):
        raise EntryUnreadable(seq=entry.seq, reason="it does not follow from the one before it")
