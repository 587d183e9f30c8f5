"""Follows the record for a desk: one thread reads and folds, one appends.

Nothing here knows the window. What is told is told in the follower's own threads.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry, Proposal
from controlroom.store.journal.base import PAGE
from controlroom.store.journal.errors import Conflict, DatabaseAway, PenElsewhere, Unsettled
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.folded import forget_fold, keep_fold, kept_fold
from controlroom.store.journal.followed import Followed
from controlroom.store.journal.waiting import Waiting, WaitingShelf
from controlroom.team.fold import Fold
from controlroom.team.sealing import checkpointer, is_due
from controlroom.team.snapshot import SnapshotUnreadable, restored, snapshot
from controlroom.team.state import State

if TYPE_CHECKING:
    from controlroom.store.journal.checkpoints import Checkpointer

log = logging.getLogger(__name__)

Door = Callable[[], Followed]
"""Opens the record; each thread opens it for itself. May raise `WorldError`."""
KEPT_EACH = 2_000
"""Entries after which the folded state is kept anew: a start folds no more than these."""
LOOK_S = 0.5
REST_S = 2.0
CLOCK_S = 60.0
SEAL_LOOK_S = 60.0
"""How often it is looked whether a checkpoint is due, besides whenever something was appended."""


class Undecided(NamedTuple):
    """A decision that waits.

    Attributes:
        moved: what somebody else decided meanwhile, if that is known.
        seq: the entry it has become, which is still to be read; 0 while it waits.
        held: who writes the answer now that it would give; it is handed in again until they end.
    """

    waiting: Waiting
    moved: Entry | None
    seq: int = 0
    held: PenElsewhere | None = None


def unread(undecided: Iterable[Undecided], seq: int) -> tuple[Undecided, ...]:
    """Returns those that somebody who has read up to entry `seq` does not know the end of."""
    return tuple(one for one in undecided if not one.seq or one.seq > seq)


class Ears(NamedTuple):
    """Who is told.

    Attributes:
        begun: once, everything that is here; the fold is the hearer's from then on.
        came: new entries, in order, at most `PAGE` at a time.
        stood: what keeps the record from being reached; None when it is reached again.
        waits: the decisions that wait, whenever they change; those just handed in among them until
            what they became has been read, so that nothing is out of sight in between.
        leads: by how many seconds this computer's clock is ahead of the record's, now and then.
    """

    begun: Callable[[Fold], None]
    came: Callable[[Sequence[Entry]], None]
    stood: Callable[[WorldError | None], None]
    waits: Callable[[Sequence[Undecided]], None]
    leads: Callable[[float], None]


class Follower:
    """Runs from `begin` until `end`.

    Args:
        found: what a record without any entry begins with; None where it must not be begun here.
    """

    def __init__(self, door: Door, ears: Ears, found: Proposal | None = None) -> None:
        self._door, self._ears, self._found = door, ears, found
        self._over = threading.Event()
        self._reading = threading.Thread(target=self._follow, name="record")
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="record")
        self._own: Followed | None = None
        self._moved: dict[int, Entry] = {}
        self._held: dict[int, PenElsewhere] = {}
        self._told_waiting: Sequence[Undecided] = ()
        self._handed_in: list[Undecided] = []
        self._kept_back = threading.Event()
        self._told_to: int | None = None
        self._told_last = ""
        self._checkpointer: Checkpointer | None = None

    def begin(self) -> None:
        """Begins to follow."""
        self._reading.start()

    def decide(
        self,
        proposal: Proposal,
        seen: int,
        then: Callable[[Entry], object],
        failed: Callable[[WorldError], object],
    ) -> None:
        """Appends; `then` gets the entry, `failed` a conflict or what else kept it out.

        Where decisions may wait and the record cannot be reached, this one does: neither is called,
        and `Ears.waits` tells.
        """
        self._do(partial(self._append, proposal, seen, then), failed)

    def confirm(self, number: int, seen: int) -> None:
        """Hands in a decision that waits once more, in knowledge of everything up to `seen`."""
        self._do(partial(self._confirm, number, seen), self._tell)

    def drop(self, number: int) -> None:
        """Gives up a decision that waits."""
        self._do(partial(self._drop, number), self._tell)

    def reopen(self) -> None:
        """Appends through a record that is opened anew: somebody else acts from now on."""
        self._do(self._leave, self._tell)

    def end(self) -> None:
        """Ends both threads, and waits for what is being written."""
        self._over.set()
        if self._reading.ident is not None:
            self._reading.join()
        self._pool.submit(self._leave)
        self._pool.shutdown(wait=True)

    def _follow(self) -> None:
        while not self._over.is_set():
            try:
                with closing(self._door()) as record:
                    self._hand_over(record)
                    self._hear(record)
            except WorldError as error:
                self._tell(error)
                self._over.wait(REST_S)

    def _hand_over(self, record: Followed) -> None:
        """Hands over what is here, once; a new record is begun."""
        if self._told_to is not None:
            return
        if self._found is not None and not record.head().seq:
            record.append(self._found, 0)
        record.prepare()
        fold = folded(record, self._over)
        # From here on it is not ours, and may be ahead of this at any moment.
        self._told_to = fold.state.seq
        self._ears.begun(fold)

    def _hear(self, record: Followed) -> None:
        """Tells what comes until the end, or until the record cannot be reached."""
        assert self._told_to is not None
        reached, looked, measured = False, time.monotonic(), -CLOCK_S
        tried = looked
        while not self._over.is_set():
            if time.monotonic() - measured >= CLOCK_S:
                measured = time.monotonic()
                self._ears.leads(record.lead_s())
            if self._kept_back.is_set() and time.monotonic() - tried >= REST_S:
                # The way to write broke while this one held.
                tried = time.monotonic()
                self._kept_back.clear()
                self._do(self._settle, _log_waiting)
            more = record.wait(self._told_to, LOOK_S if reached else 0.0)
            if not reached:
                reached = True
                self._told_last = ""
                self._ears.stood(None)
                self._do(self._settle, self._tell)
            if more and (came := record.entries(self._told_to)):
                self._told_to = came[-1].seq
                self._ears.came(came)
            if more or time.monotonic() - looked >= SEAL_LOOK_S:
                looked = time.monotonic()
                self._do(self._seal, _log)

    def _do(self, work: Callable[[], None], failed: Callable[[WorldError], object]) -> None:
        if not self._over.is_set():
            self._pool.submit(self._done, work, failed)

    def _done(self, work: Callable[[], None], failed: Callable[[WorldError], object]) -> None:
        try:
            work()
        except WorldError as error:
            failed(error)
        except Exception:
            log.exception("the record was not written to")

    def _append(self, proposal: Proposal, seen: int, then: Callable[[Entry], object]) -> None:
        record = self._opened()
        try:
            then(record.append(proposal, seen))
        except (DatabaseAway, Unsettled):
            if not record.waits:
                raise
            WaitingShelf(record.database).add(proposal, seen, clock.now())
            self._kept_back.set()
            self._tell_waiting(record)

    def _seal(self) -> None:
        """Signs a checkpoint if one is due; a long record is read a page at a time until there."""
        record = self._opened()
        if not isinstance(record, JournalFile) or not is_due(record, clock.now()):
            return
        if self._checkpointer is None:
            self._checkpointer = checkpointer(record)
        if self._checkpointer.follow_some():
            self._do(self._seal, _log)
        else:
            self._checkpointer.sign_due(clock.now())

    def _settle(self) -> None:
        """Hands in what waits; a decision whose subject has moved waits for a person."""
        record = self._opened()
        if not record.waits:
            return
        shelf, before = WaitingShelf(record.database), self._held
        self._held = {}
        for one in shelf.all():
            try:
                entry = record.append(one.proposal, one.seen)
            except Conflict as conflict:
                self._moved[one.id] = conflict.first
            except PenElsewhere as error:
                self._hold_back(one.id, error, before.get(one.id))
            except (DatabaseAway, Unsettled):
                self._kept_back.set()
                raise
            else:
                shelf.drop(one.id)
                self._handed_in.append(Undecided(one, None, entry.seq))
        self._tell_waiting(record)

    def _hold_back(self, number: int, error: PenElsewhere, before: PenElsewhere | None) -> None:
        """Whoever writes that answer ends some day: it is handed in again until then."""
        is_same = before is not None and before.values == error.values
        self._held[number] = before if before is not None and is_same else error
        self._kept_back.set()

    def _confirm(self, number: int, seen: int) -> None:
        WaitingShelf(self._opened().database).confirm(number, seen)
        self._moved.pop(number, None)
        self._settle()

    def _drop(self, number: int) -> None:
        record = self._opened()
        WaitingShelf(record.database).drop(number)
        self._moved.pop(number, None)
        self._held.pop(number, None)
        self._tell_waiting(record)

    def _tell_waiting(self, record: Followed) -> None:
        self._handed_in = list(unread(self._handed_in, self._told_to or 0))
        waits = [
            Undecided(one, self._moved.get(one.id), held=self._held.get(one.id))
            for one in WaitingShelf(record.database).all()
        ]
        told = [*self._handed_in, *waits]
        if any(one.held for one in waits) and told == self._told_waiting:
            return
        self._told_waiting = told
        self._ears.waits(told)

    def _opened(self) -> Followed:
        if self._own is None:
            self._own = self._door()
        return self._own

    def _leave(self) -> None:
        own, self._own = self._own, None
        self._checkpointer = None
        if own is not None:
            own.close()

    def _tell(self, error: WorldError) -> None:
        if self._over.is_set():
            return
        # It is tried again every few seconds; the log needs to hear of it once.
        if error.told() != self._told_last:
            self._told_last = error.told()
            log.warning("%s", error.told())
        self._ears.stood(error)


def _log_waiting(error: WorldError) -> None:
    log.warning("decisions still wait: %s", error.told())


def _log(error: WorldError) -> None:
    """What was decided is in the record; only its checkpoint, or the copy of it, has to wait."""
    log.warning("no checkpoint: %s", error.told())


def folded(record: Followed, over: threading.Event | None = None) -> Fold:
    """Returns what the entries on this computer come to, and keeps it where that took long.

    Args:
        over: ends the work before its end when it is set.

    Raises `NotTheRecord` and what reading raises.
    """
    fold = Fold(_kept(record))
    begun = fold.state.seq
    while (over is None or not over.is_set()) and (page := record.entries(fold.state.seq, PAGE)):
        fold.take(page)
    if fold.state.seq - begun >= KEPT_EACH:
        state = fold.state
        keep_fold(record.database, state.seq, state.hash, snapshot(state))
    return fold


def _kept(record: Followed) -> State | None:
    raw = kept_fold(record.database)
    try:
        return restored(raw) if raw is not None else None
    except SnapshotUnreadable:
        forget_fold(record.database)
        # It may have stood for entries that are not here.
        record.prepare()
        return None
