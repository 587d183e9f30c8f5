"""Desks of a team as processes: each follows the record as a workstation does, and may hold."""

import logging
import os
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.measure import KEY
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_outgoing import HoldPlaced, HoldReleased
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.followed import CopiedJournal
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.fold import Fold
from controlroom.team.follower import Ears, Follower
from controlroom.team.publishing import views

_PATIENCE_S = 60.0


class _Following:
    """One desk's record; it notes when it learned that publishing is held, or goes on."""

    def __init__(self, folder: Path, url: str, number: str) -> None:
        folder.mkdir()
        self._begun, self._moved = threading.Event(), threading.Condition()
        self._held, self._since = False, 0.0
        self._fold = Fold()
        ears = Ears(self._begin, self._take, _ignore, _ignore, _ignore)

        def door() -> CopiedJournal:
            return CopiedJournal(TeamJournal(url), JournalFile.open(folder, KEY, number))

        self._follower = Follower(door, ears)
        self._follower.begin()
        self._begun.wait(_PATIENCE_S)

    def decide(self, decision: Decision) -> tuple[float, float]:
        """Decides as a press does; returns when it was pressed, and when it was in the record."""
        there, came = threading.Event(), [0.0]
        failed: list[WorldError] = []

        def then(_entry: Entry) -> None:
            came[0] = time.time()
            there.set()

        def fail(error: WorldError) -> None:
            failed.append(error)
            there.set()

        pressed = time.time()
        self._follower.decide(proposal_of(decision), self._fold.state.seq, then, fail)
        there.wait(_PATIENCE_S)
        if failed:
            raise failed[0]
        return pressed, came[0]

    def learned(self, held: bool) -> float:
        """Waits until this desk knows that publishing is held, or not; returns since when."""
        with self._moved:
            if not self._moved.wait_for(lambda: self._held is held, _PATIENCE_S):
                raise RuntimeError("a desk did not learn of it")
            return self._since

    def end(self) -> None:
        """Closes the desk."""
        self._follower.end()

    def _begin(self, fold: Fold) -> None:
        self._fold = fold
        self._begun.set()

    def _take(self, entries: Sequence[Entry]) -> None:
        self._fold.take(entries)
        held = bool(views.holds(self._fold.state))
        if held is not self._held:
            with self._moved:
                self._held, self._since = held, time.time()
                self._moved.notify_all()


def _ignore(_told: object) -> None:
    return None


def _live(folder: Path, url: str, number: str, orders: Connection) -> None:
    """Follows, and does what it is told, until the orders end."""
    logging.basicConfig(level=logging.CRITICAL)
    threading.Thread(target=_end_with_the_run, daemon=True).start()
    desk = _Following(folder, url, number)
    orders.send("open")
    with suppress(EOFError):
        while True:
            order = orders.recv()
            if order == "hold":
                orders.send(desk.decide(HoldPlaced("force")))
            elif order == "release":
                orders.send(desk.decide(HoldReleased("force", "It was a measurement")))
            else:
                orders.send(desk.learned(order == "held"))
    desk.end()


def _end_with_the_run() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


class Desk:
    """A desk's process, from outside.

    Args:
        number: of the officer whose login the address has.
    """

    def __init__(self, folder: Path, url: str, number: str) -> None:
        context = get_context("forkserver")
        self._orders, theirs = context.Pipe()
        self._process = context.Process(
            target=_live, args=(folder, url, number, theirs), daemon=True
        )
        self._process.start()
        theirs.close()
        self._orders.recv()

    def hold(self) -> tuple[float, float]:
        """Presses hold; returns when, and when it was in the record, by the clock of the day."""
        pressed: tuple[float, float] = self._asked("hold")
        return pressed

    def release(self) -> None:
        """Lets publishing go on."""
        self._asked("release")

    def learned(self, held: bool) -> float:
        """Returns when this desk learned that publishing is held, or goes on."""
        return float(self._asked("held" if held else "released"))

    def close(self) -> None:
        """Ends the process."""
        self._orders.close()
        self._process.join(_PATIENCE_S)

    def _asked(self, order: str) -> object:
        self._orders.send(order)
        return self._orders.recv()
