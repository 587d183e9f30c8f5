"""A desk of one with a record of its own, a sender and a small network; tests lead the clock."""

import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from controlroom.engine.sending import ENGINE, make_sender, running
from controlroom.engine.sending_beside import Guarding, Own, nobody
from controlroom.model import clock
from controlroom.model.guard import Guard
from controlroom.model.journal import Entry
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_kinds import ProfilePlaced, proposal_of
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState
from controlroom.model.outgoing.route import Route
from controlroom.outbound.sending.doors import Running
from controlroom.outbound.sending.pace import Pace
from controlroom.outbound.sending.sender import Sender
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.outcomes import OutcomeShelf
from controlroom.store.shelf.base import NotOnShelf
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing.routes import defined
from controlroom.team.roles import founding
from tests.outbound.sending.network import SmallNetwork

KEY = bytes(range(32))
START = datetime(2026, 11, 22, 12, tzinfo=UTC)
ME = "4711"
A, B, C = "small/one.example/1", "small/one.example/2", "other/two.example/3"
PATIENCE_S = 60.0


class NoFiles:
    """A shelf with nothing on it."""

    def has(self, sha256: str) -> bool:
        return False

    def open(self, sha256: str) -> BinaryIO:
        raise NotOnShelf


class Desk:
    """The record, who writes in it, and who sends from it."""

    def __init__(self, folder: Path, lead: clock.Lead, **network: Any) -> None:
        self.folder, self._lead, self._at = folder, lead, START
        self.journal = JournalFile.open(folder, KEY, ME)
        self.network = SmallNetwork(clock.now, **network)
        self.senders: list[tuple[Sender, JournalFile, OutcomeShelf]] = []
        self.doubts: list[bool] = []
        self.blocked = ""
        self.says(founding(ME, "Asha Venn", alone=True), defined((Route("free", ()),)))
        self.says(*(ProfilePlaced(one) for one in (A, B, C)))

    def says(self, *decisions: Decision) -> Entry:
        """Decides, in knowledge of everything."""
        for one in decisions:
            entry = self.journal.append(proposal_of(one), self.journal.head().seq)
        self.wake()
        return entry

    def submit(
        self,
        text: str,
        *targets: str,
        act: Act = Act.POST,
        at: datetime | None = None,
        more: tuple[str, ...] = (),
        **others: Any,
    ) -> str:
        """Puts a draft forward, which is approved at once; returns its id."""
        draft = secrets.token_hex(16)
        pieces = tuple(Piece(one) for one in (text, *more))
        content = Content(act, targets or (A,), pieces, at=at, **others)
        self.says(DraftSubmitted(draft, written(content)))
        return draft

    def hash_of(self, draft: str) -> str:
        told = next(one for one in all_entries(self.journal) if one.subject == f"draft/{draft}")
        assert told.body is not None
        return hash_of(json.loads(told.body)["content"])

    def start(
        self,
        *,
        alone: bool = True,
        running: Running = running,
        guard: Guarding | None = None,
        own: Own = nobody,
        **pace: Any,
    ) -> Sender:
        """Starts a sender, with a connection of its own to the record.

        With a guard the rules themselves are asked, and not what the test says is blocked.
        """
        journal = JournalFile.open(self.folder, KEY, ENGINE)
        outcomes = OutcomeShelf.open(self.folder, KEY)
        sender = make_sender(
            journal, Fold(), outcomes, self.network, NoFiles(), alone=alone,
            doubt=self.doubts.append, checks=None if guard else lambda _: self.blocked,
            pace=Pace(**pace), running=running, guard=guard or Guard, own=own,
        )  # fmt: skip
        self.senders.append((sender, journal, outcomes))
        sender.begin()
        return sender

    def stop(self) -> None:
        """Ends the senders."""
        for sender, journal, outcomes in self.senders:
            sender.end()
            journal.close()
            outcomes.close()
        self.senders.clear()

    def wake(self) -> None:
        for sender, _, _ in self.senders:
            sender.wake()

    def pass_by(self, seconds: float) -> None:
        """Lets time pass at once."""
        self._at += timedelta(seconds=seconds)
        self._lead.follow(clock.Pace(self._at, clock.real_s(), 0))
        self.wake()

    def fold(self) -> Fold:
        fold = Fold()
        fold.take(all_entries(self.journal))
        return fold

    def delivery(self, draft: str, profile: str = A, part: str = "0") -> Delivery:
        found = views.delivery(self.fold().state, DeliveryKey(draft, part, profile), clock.now())
        assert found is not None
        return found

    def wait_for(self, draft: str, state: DeliveryState, profile: str = A, part: str = "0") -> None:
        """Waits until a delivery stands so."""

        def stands() -> bool:
            key = DeliveryKey(draft, part, profile)
            found = views.delivery(self.fold().state, key, clock.now())
            return found is not None and found.state is state

        self.wait_until(stands)

    def kinds(self, draft: str, profile: str = A, part: str = "0") -> list[str]:
        """Returns what happened to a delivery, in order."""
        subject = f"delivery/{DeliveryKey(draft, part, profile)}"
        return [one.kind.removeprefix("delivery.") for one in self.journal.about(subject)]

    def wait_until(self, holds: Callable[[], object]) -> None:
        until = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < until, [
                (one.seq, one.kind, one.subject[-40:]) for one in all_entries(self.journal)
            ]
            time.sleep(0.01)

    def rest(self) -> None:
        """Waits until the senders have taken in all there is, and looked twice at it."""
        for sender, _, _ in self.senders:
            self.wait_until(partial(_has_looked, sender, sender.steps + 4))

    def close(self) -> None:
        self.stop()
        self.journal.close()


def _has_looked(sender: Sender, times: int) -> bool:
    sender.wake()
    return sender.steps >= times


@contextmanager
def desk(folder: Path, **network: Any) -> Iterator[Desk]:
    """A desk whose clock stands still unless the test moves it."""
    lead = clock.begin_exercise(clock.Pace(START, clock.real_s(), 0))
    one = Desk(folder, lead, **network)
    try:
        yield one
    finally:
        one.close()
        lead.end()
