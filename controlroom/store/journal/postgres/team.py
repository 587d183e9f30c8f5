"""The record of a team, as one login sees it."""

import time

import psycopg

from controlroom.model import clock
from controlroom.model.errors import OurError
from controlroom.model.journal import Entry, Head, Proposal
from controlroom.model.journal_kinds import BodyErased, CheckpointSigned, proposal_of, read
from controlroom.store.journal.base import PAGE
from controlroom.store.journal.errors import (
    AheadOfJournal,
    AnsweredSince,
    Conflict,
    DatabaseAway,
    PenElsewhere,
)
from controlroom.store.journal.folded import Kept
from controlroom.store.journal.postgres.answers import ANSWERED_SINCE, PEN_ELSEWHERE
from controlroom.store.journal.postgres.link import Link
from controlroom.store.journal.rows import COLUMNS, entries_of, entry_of

_CONFLICT, _AHEAD, _REFUSED = "CR409", "CR410", "CR400"
_SELECT = f"SELECT {COLUMNS} FROM controlroom.entry"


class TeamJournal:
    """A `Journal` in PostgreSQL. Who acts is the login of the address; when, the server's clock.

    Args:
        url: as libpq takes it.
    """

    def __init__(self, url: str) -> None:
        self._link, self._ears = Link(url), Link(url)
        self._actor = ""
        self._listening: psycopg.Connection[object] | None = None

    @property
    def actor(self) -> str:
        if not self._actor:
            self._actor = str(self._link.read("SELECT controlroom.actor()")[0][0])
        return self._actor

    def append(self, proposal: Proposal, seen: int) -> Entry:
        """See `Journal.append`. Also raises `Unsettled`, `DatabaseAway`, `NotAllowed`.

        An answer to a conversation raises `AnsweredSince` and `PenElsewhere` too.
        """
        query = f"SELECT {COLUMNS} FROM controlroom.append(%s, %s, %s, %s)"
        values = (proposal.kind, proposal.subject, proposal.body, seen)
        try:
            return entry_of(self._link.write(query, values)[0])
        except psycopg.Error as error:
            return self._lost(error, proposal, seen)

    def erase(self, seq: int, rule: str) -> Entry:
        """Erases the body of an entry under a rule, and records that: for stations.

        Raises `Conflict` if it was erased before, and as `append`.
        """
        proposal = proposal_of(BodyErased(str(seq), rule))
        query = f"SELECT {COLUMNS} FROM controlroom.erase(%s, %s)"
        try:
            return entry_of(self._link.write(query, (seq, proposal.body))[0])
        except psycopg.Error as error:
            return self._lost(error, proposal, 0)

    def end_stuck(self, over_s: float) -> int:
        """Ends sessions that hold everybody up; returns how many: for stations.

        Args:
            over_s: seconds a transaction may hold the journal; best more than the ten that an
                append waits for it.
        """
        query = "SELECT controlroom.end_stuck(make_interval(secs => %s))"
        return int(self._link.read(query, (over_s,))[0][0])

    def head(self) -> Head:
        rows = self._link.read("SELECT seq, hash FROM controlroom.entry ORDER BY seq DESC LIMIT 1")
        return Head(*rows[0]) if rows else Head()

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        query = f"{_SELECT} WHERE seq > %s ORDER BY seq LIMIT %s"
        return entries_of(self._link.read(query, (after, limit)))

    def about(self, subject: str) -> list[Entry]:
        return entries_of(self._link.read(f"{_SELECT} WHERE subject = %s ORDER BY seq", (subject,)))

    def before(self, seq: int, limit: int = PAGE) -> list[Entry]:
        """Returns the entries that come before one, the nearest first, at most `limit`."""
        query = f"{_SELECT} WHERE seq < %s ORDER BY seq DESC LIMIT %s"
        return entries_of(self._link.read(query, (seq, limit)))

    def kept(self) -> Kept | None:
        """Returns the state a station has kept, None if there is none that can be believed.

        It is believed if it is sealed with a key that checkpoints in this record are signed with.
        """
        rows = self._link.read("SELECT seq, hash, state, key, seal FROM controlroom.kept")
        if not rows:
            return None
        kept = Kept(*rows[0])
        return kept if kept.is_sealed() and kept.key in self._signing_keys() else None

    def keep(self, kept: Kept) -> None:
        """Keeps a state for new workstations: for stations."""
        values = (kept.seq, kept.hash, kept.state, kept.key, kept.seal)
        self._link.write("SELECT controlroom.keep(%s, %s, %s, %s, %s)", values)

    def wait(self, after: int, timeout_s: float) -> bool:
        """Listens. What a notice says is not looked at: any login could send one."""
        until = time.monotonic() + timeout_s
        ears = self._ears_open()
        while self.head().seq <= after:
            left = until - time.monotonic()
            if left <= 0:
                return False
            self._hear(ears, left)
        return True

    def lead_s(self) -> float:
        """Returns by how many seconds this computer's clock is ahead of the database's."""
        before = clock.now()
        there = self._link.read("SELECT clock_timestamp()")[0][0]
        after = clock.now()
        return float((before + (after - before) / 2 - there).total_seconds())

    def close(self) -> None:
        self._link.close()
        self._ears.close()

    def _signing_keys(self) -> set[str]:
        told = (read(entry) for entry in self.about(CheckpointSigned.about))
        return {one.key for one in told if isinstance(one, CheckpointSigned)}

    def _ears_open(self) -> "psycopg.Connection[object]":
        ears = self._ears.connection()
        if ears is not self._listening:
            self._ears.read("LISTEN controlroom_journal")
            self._listening = ears
        return ears

    def _hear(self, ears: "psycopg.Connection[object]", timeout_s: float) -> None:
        try:
            for _ in ears.notifies(timeout=timeout_s, stop_after=1):
                pass
        except psycopg.OperationalError:
            self._ears.close()
            raise DatabaseAway from None

    def _lost(self, error: psycopg.Error, proposal: Proposal, seen: int) -> Entry:
        """Returns the entry the proposal had become already; raises what the refusal means."""
        detail = error.diag.message_detail
        if error.sqlstate == _CONFLICT:
            return self._ours(proposal, seen)
        if error.sqlstate == _AHEAD:
            raise AheadOfJournal(head=detail, seen=seen) from None
        if error.sqlstate == ANSWERED_SINCE:
            raise AnsweredSince(self.entries(int(detail or 0) - 1, 1)[0]) from None
        if error.sqlstate == PEN_ELSEWHERE:
            officer, _, desk = (detail or "").partition(" ")
            raise PenElsewhere(officer, desk) from None
        raise OurError(f"PostgreSQL refused {proposal.kind}: {error.sqlstate}") from error

    def _ours(self, proposal: Proposal, seen: int) -> Entry:
        newer = [entry for entry in self.about(proposal.subject) if entry.seq > seen]
        for entry in newer:
            if entry.kind == proposal.kind and entry.body_hash == proposal.body_hash:
                return entry
        raise Conflict(newer[0])
