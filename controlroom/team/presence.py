"""Tells the team what is done at this desk, and hears of the others: one thread.

Nothing here knows the window. What is heard is told in that thread.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple, Protocol

from controlroom.model.errors import WorldError
from controlroom.model.presence import Doing, Present

if TYPE_CHECKING:
    from controlroom.team.pens import PenKeeper, PenTable, PenTurns

log = logging.getLogger(__name__)

BEAT_S = 10.0
"""Somebody of whom nothing was heard for three of these is gone."""
LOOK_S = 0.2
"""After this long at most what changed here is told."""
BREATH_S = 0.1
REST_S = 2.0


class Meeting(Protocol):
    """Where those of a team tell each other what they do."""

    def tell(self, doing: Doing, about: str) -> list[Present]:
        """Tells what is done here; returns the others. Raises `WorldError`."""

    def others(self) -> list[Present]:
        """Returns who is there apart from this desk. Raises `WorldError`."""

    def wait(self, timeout_s: float) -> bool:
        """Waits until something may be other than before. Raises `WorldError`."""

    def close(self) -> None:
        """Leaves."""

    @property
    def pens(self) -> "PenTable":
        """Who writes the answer to which conversation."""


class _Deed(NamedTuple):
    doing: Doing
    about: str


class Presence:
    """Runs from `begin` until `end`.

    Args:
        door: opens the meeting, again after it broke off. May raise `WorldError`.
        heard: gets the others whenever they change; nobody while the meeting is out of reach.
        pens: takes its turns in this thread, so that a desk needs one connection for both.
    """

    def __init__(
        self,
        door: Callable[[], Meeting],
        heard: Callable[[Sequence[Present]], None],
        pens: "PenKeeper | None" = None,
    ) -> None:
        self._door, self._heard, self._pens = door, heard, pens
        self._deed = _Deed(Doing.HERE, "")
        self._others: Sequence[Present] = ()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="presence")

    def begin(self) -> None:
        """Begins to tell and to hear."""
        self._thread.start()

    def be(self, doing: Doing, about: str = "") -> None:
        """Notes what is done here now; told within `LOOK_S`. From any thread."""
        self._deed = _Deed(doing, about)

    def end(self) -> None:
        """Says that nobody is at this desk any more, if the meeting can be reached, and ends."""
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _follow(self) -> None:
        while not self._over.is_set():
            try:
                with closing(self._door()) as meeting:
                    self._meet(meeting)
            except WorldError as error:
                log.info("presence: %s", error.told())
                self._hear(())
                if self._pens is not None:
                    self._pens.lost()
                self._over.wait(REST_S)

    def _meet(self, meeting: Meeting) -> None:
        told, due = None, 0.0
        pens = self._with_pens(meeting)
        while not self._over.is_set():
            deed = self._deed
            if deed != told or time.monotonic() >= due:
                self._hear(meeting.tell(*deed))
                told, due = deed, time.monotonic() + BEAT_S
            pens.turn()
            if meeting.wait(LOOK_S):
                self._hear(meeting.others())
                pens.look()
                # Many may change at once: that is read once.
                self._over.wait(BREATH_S)
        pens.leave()
        meeting.tell(Doing.GONE, "")

    def _with_pens(self, meeting: Meeting) -> "PenTurns":
        from controlroom.team.pens import PenTurns

        return PenTurns(self._pens, meeting.pens if self._pens is not None else None)

    def _hear(self, others: Sequence[Present]) -> None:
        if list(others) != list(self._others):
            self._others = others
            self._heard(tuple(others))
