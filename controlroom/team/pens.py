"""Keeps the team told of what is written at this desk, and hears who else writes: in one thread.

It takes its turns in the thread of `Presence`. What is heard is told in that thread.
"""

import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple, Protocol

from controlroom.model.pen import Ended, Pen
from controlroom.store.journal.errors import JournalBusy, NoTeamHere

log = logging.getLogger(__name__)

TELL_S = 1.0
"""What is written is told once in this time at most, and read as often while it is watched."""
BEAT_S = 10.0
"""Who writes says so at least as often as this: a third of the silence that means gone."""

Pens = tuple[Pen, ...]


class PenTable(Protocol):
    """Where a team keeps who writes; see `PenLink`. All raise `WorldError`."""

    def look(self) -> Pens: ...
    def hold(self, names: tuple[str, ...], text: str, *, private: bool) -> Pens: ...
    def end(self, names: tuple[str, ...], how: Ended) -> Pens: ...
    def read(self, names: tuple[str, ...]) -> str | None: ...
    def ask(self, names: tuple[str, ...], *, asks: bool = True) -> Pens: ...
    def answer(self, names: tuple[str, ...], *, gives: bool) -> Pens: ...
    def take(self, pen: Pen, *, at_once: bool) -> Pens: ...


Order = Callable[[PenTable], Pens]


class Written(NamedTuple):
    """What is written at this desk; one answer at a time."""

    names: tuple[str, ...]
    text: str
    private: bool


class PenKeeper:
    """One desk's side of the pens.

    Args:
        heard: gets the pens whenever they were read, None while nobody can know them.
        read: gets what is written where this desk watches, None if that is not for it.
    """

    def __init__(
        self, heard: Callable[[Pens | None], None], read: Callable[[str | None], None]
    ) -> None:
        self._heard, self._read = heard, read
        self._orders: deque[Order] = deque()
        self._lock = threading.Lock()
        self._written: Written | None = None
        self._at_rest: Written | None = None
        self._watched: tuple[str, ...] = ()
        self._pens: Pens | None = None
        self._told: Written | None = None
        self._told_at = self._read_at = self._looked_at = 0.0

    def write(self, written: Written) -> None:
        """Notes what is written here: the pen is taken, or what was written is told anew."""
        with self._lock:
            self._written, self._at_rest = written, None

    def rest(self) -> None:
        """What is written here is being put forward: nothing more is said of it until it ends.

        The database lets go of the pen with the answer; while that waits for the database, the
        pen becomes free as that of any desk that is gone.
        """
        with self._lock:
            self._written, self._at_rest = None, self._written or self._at_rest

    def end(self, how: Ended) -> None:
        """Notes that nothing is written here any more."""
        with self._lock:
            before = self._written or self._at_rest
            self._written = self._at_rest = None
            if before is not None:
                self._orders.append(lambda table: table.end(before.names, how))

    def order(self, order: Order) -> None:
        """Has something done with the pens in the next turn, behind what is written now."""
        with self._lock:
            written = self._written
            if written is not None and self._has(written):
                self._orders.append(
                    lambda table: table.hold(written.names, written.text, private=written.private)
                )
            self._orders.append(order)

    def watch(self, names: tuple[str, ...]) -> None:
        """Reads from now on what is written to a conversation; () for none."""
        self._watched, self._read_at = names, 0.0

    def begin(self, table: PenTable) -> None:
        """Looks before anything is told: what was taken meanwhile is not held any more."""
        self._told = None
        self._hear(table.look())
        with self._lock:
            if self._written is not None and self._was_answered(self._written):
                self._written = None

    def turn(self, table: PenTable) -> None:
        """Does what is due. Raises `WorldError`."""
        while order := self._next():
            self._hear(order(table))
            # Not before: what could not be done because the table was busy is done next.
            self._orders.popleft()
        self._tell(table)
        if self._watched and time.monotonic() >= self._read_at + TELL_S:
            self._read_at = time.monotonic()
            self._read(table.read(self._watched))
        if time.monotonic() >= self._looked_at + self._patience_s():
            self.look(table)

    def look(self, table: PenTable) -> None:
        """Something may be other than before."""
        self._hear(table.look())

    def lost(self) -> None:
        """The table is out of reach; what was to be done with it is not done later."""
        with self._lock:
            self._orders.clear()
        self._pens, self._told = None, None
        self._heard(None)

    def leave(self, table: PenTable) -> None:
        """Lets go of the pen, with the desk."""
        self.end(Ended.LEFT)
        while order := self._next():
            order(table)
            self._orders.popleft()

    def _next(self) -> Order | None:
        with self._lock:
            return self._orders[0] if self._orders else None

    def _tell(self, table: PenTable) -> None:
        with self._lock:
            written = self._written
        now = time.monotonic()
        if written is None or self._was_lost(written):
            self._told = None
            return
        is_new = self._told is None or self._told.names[0] != written.names[0]
        waited = now - self._told_at
        if is_new or waited >= BEAT_S or (written != self._told and waited >= TELL_S):
            self._told, self._told_at = written, now
            self._hear(table.hold(written.names, written.text, private=written.private))
        elif self._is_free(written):
            self._told_at = now
            self._hear(table.hold(written.names, written.text, private=written.private))

    def _hear(self, pens: Pens) -> None:
        self._looked_at = time.monotonic()
        self._pens = pens
        self._heard(pens)

    def _has(self, written: Written) -> bool:
        return any(one.is_mine for one in self._of(written))

    def _is_free(self, written: Written) -> bool:
        return not self._of(written)

    def _was_lost(self, written: Written) -> bool:
        """Whoever lost the pen does not take it back by what they had written."""
        return any(one.lost_here for one in self._of(written))

    def _was_answered(self, written: Written) -> bool:
        """Whoever comes back to somebody else's answer takes the pen by another letter alone."""
        names = set(written.names)
        ended = (one for one in self._pens or () if one.ended and names & set(one.names))
        return any(one.lost_here for one in ended)

    def _of(self, written: Written) -> list[Pen]:
        names = set(written.names)
        return [one for one in self._pens or () if not one.ended and names & set(one.names)]

    def _patience_s(self) -> float:
        """A desk that is gone sends no word of it: that is looked for while others write."""
        if self._is_asked():
            return TELL_S
        others = any(not one.is_mine and not one.ended for one in self._pens or ())
        return BEAT_S if others else math.inf

    def _is_asked(self) -> bool:
        return any(one.asker for one in self._pens or () if one.is_mine or one.asked_here)


class PenTurns:
    """The turns of one keeper at one table, until the connection breaks; none without a keeper.

    A database from before there were pens has no table: nothing is told of them there.
    """

    def __init__(self, keeper: PenKeeper | None, table: PenTable | None) -> None:
        self._keeper, self._table, self._begun = keeper, table, False

    def turn(self) -> None:
        """Does what is due. Raises `WorldError`."""
        self._do(PenKeeper.turn)

    def look(self) -> None:
        """Something may be other than before. Raises `WorldError`."""
        self._do(PenKeeper.look)

    def leave(self) -> None:
        """Lets go of the pen, with the desk. Raises `WorldError`."""
        self._do(PenKeeper.leave)

    def _do(self, what: Callable[[PenKeeper, PenTable], None]) -> None:
        if self._keeper is None or self._table is None:
            return
        try:
            if not self._begun:
                self._keeper.begin(self._table)
                self._begun = True
            what(self._keeper, self._table)
        except JournalBusy:
            log.info("pens: somebody holds the table; asked again")
        except NoTeamHere:
            self._table = None
            self._keeper.lost()
