"""A record as a desk follows it: read on this computer, appended to where it is kept."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Protocol

from controlroom.model.journal import Entry, Head, Proposal, is_chained
from controlroom.store.database import Database
from controlroom.store.journal.base import PAGE, Journal
from controlroom.store.journal.errors import AheadOfJournal, EntryUnreadable
from controlroom.store.journal.file import JournalFile, write
from controlroom.store.journal.folded import Kept, keep_fold, kept_fold


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

    def prepare(self) -> None:
        """Gets what a workstation needs that has nothing of the record yet.

        Raises what keeps the record from being reached, if there is nothing here.
        """

    def append(self, proposal: Proposal, seen: int) -> Entry:
        """See `Journal.append`."""

    def head(self) -> Head:
        """Returns where the record ends, as far as it is here."""

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        """Returns the next entries behind `after` that are here."""

    def wait(self, after: int, timeout_s: float) -> bool:
        """Waits until an entry behind `after` is here; returns False if none came in time."""

    def lead_s(self) -> float:
        """Returns by how many seconds this computer's clock is ahead of the record's.

        Raises `DatabaseAway`.
        """

    def close(self) -> None:
        """Lets go of the record."""


class TeamRecord(Journal, Protocol):
    """A team's record, as far as a workstation copies it."""

    def before(self, seq: int, limit: int = PAGE) -> list[Entry]:
        """Returns the entries that come before one, the nearest first."""

    def kept(self) -> Kept | None:
        """Returns the state a station has kept, None if there is none to be believed."""

    def lead_s(self) -> float:
        """Returns by how many seconds this computer's clock is ahead of the database's."""


class CopiedJournal:
    """A team's record, copied entry by entry into this workstation's `journal.db`.

    What is copied is checked first: each entry has to be chained to its neighbour. A workstation
    that has nothing yet begins with the state a station has kept, and gets the entries before it
    when there is nothing else to do.

    Args:
        team: the record itself.
        copy: the file of this workstation.
    """

    waits = True

    def __init__(self, team: TeamRecord, copy: JournalFile) -> None:
        self._team, self._copy = team, copy

    @property
    def database(self) -> Database:
        return self._copy.database

    @property
    def actor(self) -> str:
        """Asks the team's database. Raises `DatabaseAway`."""
        return self._team.actor

    def prepare(self) -> None:
        """See `Followed.prepare`. Raises `DatabaseAway`, `EntryUnreadable`."""
        if not self._copy.head().seq:
            self._begin_with_what_is_kept()
        elif kept_fold(self.database) is None:
            while self._copied_before():
                pass

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
        if self._copied_before():
            return False
        return self._team.wait(self.head().seq, timeout_s) and self._copied()

    def lead_s(self) -> float:
        return self._team.lead_s()

    def close(self) -> None:
        self._team.close()
        self._copy.close()

    def _begin_with_what_is_kept(self) -> None:
        kept = self._team.kept()
        if kept is None:
            return
        for entry in self._team.entries(kept.seq - 1, 1):
            if entry.hash == kept.hash and entry.seq == kept.seq:
                self._write([entry])
                keep_fold(self.database, kept.seq, kept.hash, kept.state)

    def _copied(self) -> bool:
        head = self._copy.head()
        came = self._team.entries(head.seq)
        if not came:
            self._refuse_behind(head)
            return False
        for entry in came:
            _refuse_strange(head, entry)
            head = Head(entry.seq, entry.hash)
        self._write(came)
        return True

    def _copied_before(self) -> bool:
        """Copies some of what comes before the first entry here; False if nothing does."""
        first = next(iter(self._copy.entries(limit=1)), None)
        if first is None or first.seq == 1:
            return False
        came = self._team.before(first.seq)
        for later, entry in pairwise([first, *came]):
            _refuse_strange(Head(entry.seq, entry.hash), later)
        last = came[-1]
        if last.seq == 1:
            _refuse_strange(Head(), last)
        self._write(came)
        return True

    def _write(self, entries: Iterable[Entry]) -> None:
        with self.database.write() as connection:
            for entry in entries:
                write(connection, entry)

    def _refuse_behind(self, head: Head) -> None:
        there = self._team.head()
        if there.seq < head.seq:
            raise AheadOfJournal(head=there.seq, seen=head.seq)


def _refuse_strange(head: Head, entry: Entry) -> None:
    if not is_chained(head, entry):
        raise EntryUnreadable(seq=entry.seq, reason="it does not follow from the one before it")
