"""The record as a sender works with it: folded in memory, appended to at once.

An outcome is recorded for certain. While the record is away it lies on this computer's disk, and is
handed in before anything else happens; the network is never asked a second time for that.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry, Proposal
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_outgoing import DeliveryClaimed, DeliveryFailed
from controlroom.model.outgoing.content import About, Content
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState, Unsent
from controlroom.outbound.sending.doors import ClaimRefused
from controlroom.outbound.sending.jobs import Claim, Job
from controlroom.store.journal.base import Journal
from controlroom.store.journal.errors import Conflict, Unsettled
from controlroom.store.journal.outcomes import OutcomeShelf
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing_state import CaseItem

log = logging.getLogger(__name__)

_CLOCK_S = 60.0
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
_SETTLED_S = 5.0
"""How long a claim that may have got through is asked about before it is given up."""
_PAUSE_S = 0.2
_HAIR = timedelta(milliseconds=20)
"""By so much another computer's clock is known only; a claim that is early would be refused."""


class Kept(Journal, Protocol):
    """A record that tells how this computer's clock stands to its own."""

    def lead_s(self) -> float:
        """Returns by how many seconds this computer's clock is ahead of the record's."""


class FoldedRecord:
    """A `Record` of the sending room. Safe in several threads.

    Args:
        journal: kept open, and closed by whoever opened it.
        fold: as far as it has come.
        shelf: where outcomes lie while the record is away.
        me: names the sender.
    """

    def __init__(self, journal: Kept, fold: Fold, shelf: OutcomeShelf, me: str) -> None:
        self._journal, self._fold, self._shelf, self._me = journal, fold, shelf, me
        self._lock, self._handing_in = threading.RLock(), threading.Lock()
        self._kept: list[Proposal] = []
        self._lies = True
        self._stamped = _LONG_AGO
        self._lead = timedelta(0)
        self._lead_at = -_CLOCK_S

    @property
    def seq(self) -> int:
        return self._fold.state.seq

    def now(self) -> datetime:
        return clock.now() - self._lead

    def stamped(self) -> datetime:
        return self._stamped

    def catch_up(self) -> None:
        """Hands in what lies here first: nobody may think of those that nobody knows."""
        self._mind_the_clock()
        if self._lies:
            self._hand_in()
        self._take_in()

    def wait(self, after: int, timeout_s: float) -> int:
        self._journal.wait(after, timeout_s)
        return self._journal.head().seq

    def due(
        self, at: datetime, free: Callable[[str], bool], may: Callable[[Delivery], bool]
    ) -> Sequence[Delivery]:
        """A thousand may be due: all but the first of a profile cost next to nothing."""
        found: dict[str, Delivery] = {}
        with self._lock:
            state = self._fold.state
            for one in views.due_where(state, at, lambda key: key not in found and free(key)):
                if may(one):
                    found[one.key.profile] = one
        return list(found.values())

    def case_list(self) -> dict[str, CaseItem]:
        """Returns the items of the case lists, by their ids."""
        with self._lock:
            return dict(self._fold.state.publishing.case_list)

    def next_due(self, at: datetime) -> datetime | None:
        with self._lock:
            return views.next_due(self._fold.state, at)

    def unresolved(self) -> Sequence[Delivery]:
        with self._lock:
            return views.unresolved(self._fold.state, self.now())

    def to_see_gone(self) -> Sequence[Delivery]:
        with self._lock:
            return views.withdrawals_to_confirm(self._fold.state, self.now())

    def is_bound(self, profile: str, remote_id: str) -> bool:
        with self._lock:
            return views.is_bound(self._fold.state, profile, remote_id)

    def job(self, key: DeliveryKey) -> Job | None:
        with self._lock:
            state = self._fold.state
            draft = views.draft(state, key.draft)
            delivery = views.delivery(state, key, self.now())
            if draft is None or delivery is None:
                return None
            # Of a draft that has ended only what takes it back is still to be done.
            content = draft.content or Content(draft.act, draft.targets)
            about = self._about(key, content)
            return Job(delivery, content, draft.hash, about, draft.instead, self._claim(key))

    def claim(self, claim: DeliveryClaimed) -> int:
        try:
            entry = self._surely(proposal_of(claim), self.seq)
            self._take_in()
        except Conflict:
            return 0
        except WorldError:
            # It may be there, and nothing was sent on it.
            slept = DeliveryFailed(claim.delivery, self._me, str(Unsent.SLEPT), "", self.now())
            self._keep(proposal_of(slept))
            raise
        with self._lock:
            refusal = self._fold.state.refused.get(entry.seq)
        if refusal is not None:
            raise ClaimRefused(reason=refusal)
        return entry.seq

    def stopped(self, key: DeliveryKey, claim: int) -> str:
        self._take_in()
        with self._lock:
            state = self._fold.state
            delivery = views.delivery(state, key, self.now())
            held = views.why_held(state, key)
            draft = views.draft(state, key.draft)
        if delivery is None or draft is None or delivery.state is not DeliveryState.SENDING:
            return "given up"
        if delivery.seq != claim:
            return "claimed anew"
        if draft.stage is views.Stage.WITHDRAWN and not key.withdraws:
            return "withdrawn"
        return str(held) if held is not None else ""

    def tell(self, decision: Decision) -> None:
        proposal = proposal_of(decision)
        try:
            self._told(proposal)
        except WorldError as error:
            log.warning("an outcome waits on this computer: %s", error)
            self._keep(proposal)
            return
        with suppress(WorldError):
            self._take_in()

    def _about(self, key: DeliveryKey, content: Content) -> About | None:
        before = views.sent_before(self._fold.state, key)
        if not before:
            return content.about
        if content.about is not None:
            return About(before, root=content.about.root or content.about.remote_id)
        first = views.sent_before(self._fold.state, DeliveryKey(key.draft, "w0", key.profile))
        return About(before, root=first if first != before else "")

    def _claim(self, key: DeliveryKey) -> Claim | None:
        found = views.claim(self._fold.state, key)
        return Claim(found.sender, found.first, found.key, found.keyed) if found else None

    def _take_in(self) -> None:
        with self._lock:
            if self._stamped == _LONG_AGO and self.seq:
                self._stamped = self._journal.entries(self.seq - 1, 1)[0].at
            while page := self._journal.entries(self._fold.state.seq):
                self._fold.take(page)
                self._stamped = max(self._stamped, page[-1].at)

    def _surely(self, proposal: Proposal, seen: int) -> Entry:
        """Appends; asks again and again whether it was if nobody knows. Raises `Conflict`."""
        until = clock.real_s() + _SETTLED_S
        while True:
            try:
                return self._journal.append(proposal, seen)
            except Unsettled:
                if clock.real_s() > until:
                    raise
                threading.Event().wait(_PAUSE_S)

    def _told(self, proposal: Proposal) -> None:
        """Appends an outcome unless it is there, whoever else says something about the delivery."""
        seen = self.seq
        while True:
            try:
                self._surely(proposal, seen)
            except Conflict as conflict:
                seen = conflict.first.seq
                continue
            return

    def _keep(self, proposal: Proposal) -> None:
        try:
            self._shelf.add(proposal)
        except WorldError as error:
            log.warning("an outcome is only in memory: %s", error)
            with self._handing_in:
                self._kept.append(proposal)
        self._lies = True

    def _hand_in(self) -> None:
        with self._handing_in:
            self._lies = False
            try:
                for number, proposal in self._shelf.all():
                    self._hand_in_once(proposal)
                    self._shelf.drop(number)
                while self._kept:
                    self._hand_in_once(self._kept[0])
                    self._kept.pop(0)
            except BaseException:
                self._lies = True
                raise

    def _hand_in_once(self, proposal: Proposal) -> None:
        """It may be there already: nobody knew when the record went away."""
        there = self._journal.about(proposal.subject)
        if all(one.body_hash != proposal.body_hash for one in there):
            self._told(proposal)

    def _mind_the_clock(self) -> None:
        if clock.real_s() - self._lead_at >= _CLOCK_S:
            lead = self._journal.lead_s()
            self._lead = timedelta(seconds=lead) + (_HAIR if lead else timedelta(0))
            self._lead_at = clock.real_s()
