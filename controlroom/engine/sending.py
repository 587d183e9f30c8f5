"""A sender in an engine, and what it works on."""

import secrets
import threading
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import BinaryIO

from controlroom.engine.clock_watch import running_time
from controlroom.engine.sending_beside import Beside, Guarding, Own, nobody
from controlroom.engine.sending_checks import BlockingRules
from controlroom.engine.sending_record import FoldedRecord, Kept
from controlroom.model import clock
from controlroom.model.guard import Guard
from controlroom.outbound.sending.attempts import Hands
from controlroom.outbound.sending.doors import Checks, Files, Networks, Running
from controlroom.outbound.sending.lanes import Lanes
from controlroom.outbound.sending.pace import Pace
from controlroom.outbound.sending.sender import Doubt, Sender, Trouble
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.outcomes import OutcomeShelf
from controlroom.store.shelf.base import Shelf
from controlroom.store.shelf.file import ShelfFile
from controlroom.team.fold import Fold
from controlroom.team.follower import folded

ENGINE = "login:engine"
"""As whom the engine of a desk of one appends: no officer, so it can decide nothing."""


def running() -> float:
    """Returns seconds of a clock that nobody sets and that goes on while the computer sleeps.

    In an exercise they pass at its pace.
    """
    return running_time() if clock.pace() is None else clock.steady_s()


def make_sender(
    journal: Kept,
    fold: Fold,
    outcomes: OutcomeShelf,
    networks: Networks,
    files: Files,
    *,
    alone: bool = True,
    doubt: Doubt = lambda _: None,
    trouble: Trouble = lambda _: None,
    checks: Checks | None = None,
    pace: Pace | None = None,
    running: Running = running,
    guard: Guarding = Guard,
    own: Own = nobody,
) -> Sender:
    """Returns a sender on a record, with a name of its own.

    Args:
        guard, own: what this computer gives to the checks.
    """
    me, chosen = secrets.token_hex(16), pace or Pace()
    record = FoldedRecord(journal, fold, outcomes, me)
    lanes = Lanes(chosen)
    rules = checks or BlockingRules(Beside(record.case_list, guard, own))
    hands = Hands(me, record, networks, files, rules, lanes, chosen, running)
    return Sender(hands, alone=alone, doubt=doubt, trouble=trouble)


def at_a_desk(
    stack: ExitStack,
    over: threading.Event,
    folder: Path,
    key: bytes,
    networks: Networks,
    doubt: Doubt,
    trouble: Trouble,
    guard: Guarding = Guard,
    own: Own = nobody,
) -> Sender:
    """Returns the sender of a desk of one.

    Args:
        stack: closes the record and the files.
        over: set when there is no use in reading the record to its end.
        folder, key: of the files; the key has 32 bytes.
        guard, own: what this computer gives to the checks.

    Raises what opening raises.
    """
    journal = JournalFile.open(folder, key, ENGINE)
    stack.enter_context(closing(journal))
    outcomes = stack.enter_context(closing(OutcomeShelf.open(folder, key)))
    files = stack.enter_context(closing(LateShelf(lambda: ShelfFile.open_in(folder, key))))
    fold = folded(journal, over)
    return make_sender(
        journal,
        fold,
        outcomes,
        networks,
        files,
        doubt=doubt,
        trouble=trouble,
        guard=guard,
        own=own,
    )


class LateShelf:
    """`Files` from a shelf that is opened with the first file that leaves."""

    def __init__(self, opens: Callable[[], Shelf]) -> None:
        self._opens = opens
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None

    def has(self, sha256: str) -> bool:
        return self._opened().has(sha256)

    def open(self, sha256: str) -> BinaryIO:
        return self._opened().open(sha256)

    def close(self) -> None:
        """Closes it if it was opened."""
        if self._shelf is not None:
            self._shelf.close()

    def _opened(self) -> Shelf:
        with self._lock:
            if self._shelf is None:
                self._shelf = self._opens()
            return self._shelf
