"""The record as the window has it: what it comes to, who acts here, and the way to decide."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.model.journal_rights import Answer, Refusal, Right
from controlroom.model.journal_subject import FORCE
from controlroom.team.fold import Fold
from controlroom.team.follower import Ears, Follower, Undecided, unread
from controlroom.team.rights import answer, may
from controlroom.ui.workshop import nothing

if TYPE_CHECKING:
    from controlroom.team.state import State
    from controlroom.ui.record.around import RecordHouse

Then = Callable[[Entry], object]
Failed = Callable[[WorldError], object]


class WithoutEffect(WorldError):
    """The record keeps the decision, but it changes nothing.

    Attributes:
        refusal: why.
    """

    sentence = "The record has this decision, but it has no effect: you may not make it."
    remedy = "Who may is told in Profiles, under Officers and rights."

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__()


class NotFollowed(WorldError):
    sentence = "The record has not been read yet."
    remedy = "Try again in a moment."


class RecordBook(QObject):
    """Follows the record of the open house. Lives and is asked in the window's thread.

    Signals:
        begun: the record has been read; `state` is there.
        changed: entries were added and folded; carries them, in order.
        stood: what keeps the record from being reached, None when it is reached again.
        waiting: the decisions that wait are others now.
        acts: somebody else works at this desk now.
        leads: by how many seconds this computer's clock is ahead of the record's.

    Attributes:
        state: what the record says so far, None until it has been read. Only to be looked at.
        officer: force number of who works at this desk, "" until that is known.
        trouble: what keeps the record from being reached now.
        undecided: decisions that wait for the team's database, or for a person.
    """

    begun = Signal()
    changed = Signal(object)
    stood = Signal(object)
    waiting = Signal()
    acts = Signal()
    leads = Signal(float)
    _here = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: State | None = None
        self.officer = ""
        self.trouble: WorldError | None = None
        self.undecided: Sequence[Undecided] = ()
        self._fold: Fold | None = None
        self._house: RecordHouse | None = None
        self._follower: Follower | None = None
        self._pending: dict[int, tuple[Entry, Then, Failed]] = {}
        self._here.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def open(self, house: "RecordHouse", officer: str = "") -> None:
        """Begins to follow the record of a house.

        Args:
            officer: who works at this desk, as far as that is up to this desk.
        """
        self.close()
        self._house, self.officer = house, house.acting(officer)
        ears = Ears(
            partial(self._post, self._begin),
            partial(self._post, self._take),
            partial(self._post, self._stand),
            partial(self._post, self._wait),
            partial(self._post, self.leads.emit),
        )
        self._follower = Follower(lambda: house.record(self.officer), ears, house.founding(officer))
        self._follower.begin()

    def close(self) -> None:
        """Lets go of the record; waits for what is being written."""
        follower, self._follower = self._follower, None
        self._house = None
        if follower is not None:
            follower.end()
        self._fold = self.state = None
        self._pending.clear()

    def act_as(self, officer: str) -> None:
        """Lets somebody else of the record work at this desk, where that is up to the desk."""
        if self._house is None or self._follower is None or officer == self.officer:
            return
        self.officer = self._house.acting(officer)
        self._follower.reopen()
        self.acts.emit()

    @property
    def is_own(self) -> bool:
        """Whether it is up to this desk who works here, as it is outside a team."""
        return self._house is None or self._house.acting("0") == "0"

    def may(self, right: Right, scope: str = FORCE) -> bool:
        """Returns whether who works here may do something now; nobody may before `begun`."""
        return self.state is not None and may(self.state, self.officer, right, scope, clock.now())

    def why(self, right: Right, scope: str = FORCE) -> Answer:
        """Returns whether who works here may do something, with every reason.

        Raises `NotFollowed`.
        """
        if self.state is None:
            raise NotFollowed
        return answer(self.state, self.officer, right, scope, clock.now())

    def decide(
        self, decision: Decision, then: Then = nothing, failed: Failed = nothing, seen: int = 0
    ) -> None:
        """Puts a decision into the record, in knowledge of what `state` says.

        Args:
            then: gets the entry once `state` has it.
            failed: gets a `Conflict`, a `WithoutEffect`, or what keeps the record from being
                written. Neither is called for a decision that waits.
            seen: the last entry that whoever decides has looked at, where that is not the newest:
                what came since is a `Conflict`.
        """
        if self.state is None or self._follower is None:
            failed(NotFollowed())
            return
        appended = partial(self._appended, then=then, failed=failed)
        self._follower.decide(
            proposal_of(decision),
            seen or self.state.seq,
            partial(self._post, appended),
            partial(self._post, failed),
        )

    def decide_all(self, decisions: Iterable[Decision], failed: Failed = nothing) -> None:
        """Puts several decisions into the record, each of another subject."""
        for decision in decisions:
            self.decide(decision, failed=failed)

    def confirm(self, number: int) -> None:
        """Holds on to a decision that waits, although its subject has moved."""
        if self._follower is not None and self.state is not None:
            moved = (one.moved for one in self.undecided if one.waiting.id == number)
            seen = max((one.seq for one in moved if one is not None), default=0)
            self._follower.confirm(number, max(seen, self.state.seq))

    def drop(self, number: int) -> None:
        """Gives up a decision that waits."""
        if self._follower is not None:
            self._follower.drop(number)

    def _post(self, call: Callable[[Any], object], value: Any) -> None:
        """Calls something in the window's thread; from any thread."""
        self._here.emit(partial(call, value))

    def _run(self, call: Callable[[], None]) -> None:
        if self._follower is not None:
            call()

    def _begin(self, fold: Fold) -> None:
        self._fold, self.state = fold, fold.state
        acting = self._house.acting_of(fold.state, self.officer) if self._house else self.officer
        if acting != self.officer:
            self.act_as(acting)
        self.begun.emit()

    def _take(self, entries: Sequence[Entry]) -> None:
        if self._fold is None:
            return
        try:
            self._fold.take(entries)
        except WorldError as error:
            self._stand(error)
            return
        before, self.undecided = self.undecided, unread(self.undecided, self._fold.state.seq)
        self.changed.emit(entries)
        if self.undecided != before:
            self.waiting.emit()
        self._settle()

    def _stand(self, error: WorldError | None) -> None:
        self.trouble = error
        self.stood.emit(error)

    def _wait(self, undecided: Sequence[Undecided]) -> None:
        self.undecided = unread(undecided, self.state.seq if self.state is not None else 0)
        self.waiting.emit()

    def _appended(self, entry: Entry, then: Then, failed: Failed) -> None:
        self._pending[entry.seq] = (entry, then, failed)
        self._settle()

    def _settle(self) -> None:
        """Answers for the decisions that the state has now."""
        assert self.state is not None
        for seq in [seq for seq in self._pending if seq <= self.state.seq]:
            entry, then, failed = self._pending.pop(seq)
            refusal = self.state.refused.get(seq)
            if refusal is None:
                then(entry)
            else:
                failed(WithoutEffect(refusal))
