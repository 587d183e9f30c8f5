"""Who writes the drafts, and who decides about what waits for a person, by what a screen shows."""

import random
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.publishing.records import Lies
from controlroom.model import clock
from controlroom.model.journal import Proposal
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_kinds import ProfilePlaced, proposal_of
from controlroom.model.journal_outgoing import DeliveryLetGo, DraftSubmitted, HoldPlaced
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.model.outgoing.delivery import Delivery, DeliveryState
from controlroom.model.outgoing.route import Route
from controlroom.store.journal.errors import Conflict
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing.routes import defined
from controlroom.team.state import State

EACH = 10
"""Profiles of a draft."""
CLEAN = 2
_WAITS = (DeliveryState.LATE, DeliveryState.FAILED, DeliveryState.HELD)


@dataclass
class People:
    """One officer for everything.

    Attributes:
        drafts: put forward so far.
        wanted: how often each text is meant to stand on each profile.
        unknown: deliveries that were shown as unknown at some time.
        let_go: decisions about single deliveries.
    """

    lies: Lies
    profiles: Sequence[str]
    keep: Callable[[Fold], None] = lambda _: None
    drafts: list[str] = field(default_factory=list)
    wanted: Counter[tuple[str, str]] = field(default_factory=Counter)
    unknown: set[str] = field(default_factory=set)
    let_go: int = 0
    fold: Fold = field(default_factory=Fold)
    _last: str = ""
    _open: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._journal = self.lies.open_as_officer()

    def furnish(self) -> None:
        """Places the profiles; who may publish sends by themselves."""
        for one in self.profiles:
            self._says(ProfilePlaced(one))
        self._says(defined((Route("free", ()),)))

    def submit(
        self, count: int, seed: int, at: datetime | None = None, *, equal: float = 0.05
    ) -> None:
        """Puts so many deliveries forward; a part has the same words as the draft before."""
        chance = random.Random(seed)
        while count > 0:
            targets = chance.sample(self.profiles, min(EACH, count, len(self.profiles)))
            text = f"Weir Street is closed at number {len(self.drafts)} of {seed}."
            if chance.random() < equal:
                targets = [one for one in targets if not one.startswith("x/")] or targets
                text = self._last or text
            self._submit(text, targets, at)
            count -= len(targets)
            self._last = text

    def submit_one(self, text: str, target: str, at: datetime) -> None:
        """Puts one delivery forward."""
        self._submit(text, [target], at)

    def hold(self) -> None:
        """Stops everything."""
        self._says(HoldPlaced("force"))

    def look(self) -> None:
        """Takes in what has happened."""
        while page := self._journal.entries(self.fold.state.seq):
            self.fold.take(page)
        self.keep(self.fold)

    def states(self) -> Counter[DeliveryState]:
        """Returns how many deliveries stand how."""
        return Counter(one.state for one in self.deliveries())

    def deliveries(self) -> list[Delivery]:
        """Returns all of them."""
        now = clock.now()
        return [
            one for draft in self.drafts for one in views.deliveries(self.fold.state, draft, now)
        ]

    def share_sent(self, wanted: int) -> float:
        """Returns how much of the work is done."""
        return len(self.fold.state.publishing.bound) / wanted

    def decide(self) -> int:
        """Decides about everything that waits for a person; returns how much is not sent yet."""
        self.look()
        state, now, left = self.fold.state, clock.now(), 0
        for draft in list(self._open):
            still = 0
            for one in views.deliveries(state, draft, now):
                still += one.state is not DeliveryState.SENT
                self._mind(state, one)
            left += still
            if not still:
                self._open.remove(draft)
        return left

    def _mind(self, state: State, one: Delivery) -> None:
        if one.state is DeliveryState.UNKNOWN:
            self.unknown.add(str(one.key))
        if one.state in _WAITS or _is_clean(state, one):
            self._let_go(state, one)

    def close(self) -> None:
        """Goes home."""
        self._journal.close()

    def _submit(self, text: str, targets: Sequence[str], at: datetime | None) -> None:
        draft = secrets.token_hex(16)
        content = Content(Act.POST, tuple(targets), (Piece(text),), at=at)
        self._says(DraftSubmitted(draft, written(content)))
        self.drafts.append(draft)
        self._open.add(draft)
        self.wanted.update((one, text) for one in targets)

    def _let_go(self, state: State, one: Delivery) -> None:
        again = one.state is DeliveryState.UNKNOWN
        draft = views.draft(state, one.key.draft)
        assert draft is not None
        told = proposal_of(DeliveryLetGo(str(one.key), draft.hash, again=again))
        with suppress(Conflict):
            self._append(told)
            self.let_go += 1

    def _says(self, decision: Decision) -> None:
        self._append(proposal_of(decision))

    def _append(self, proposal: Proposal) -> None:
        self._journal.append(proposal, self.fold.state.seq)


def _is_clean(state: State, one: Delivery) -> bool:
    """Whether it was looked for in vain often enough to be sent again."""
    if one.state is not DeliveryState.UNKNOWN:
        return False
    return one.read_backs >= CLEAN
