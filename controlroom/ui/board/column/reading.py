"""Reads for the board on threads of its own; answers come back on the window's thread."""

import logging
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from controlroom.model.errors import WorldError

T = TypeVar("T")
log = logging.getLogger(__name__)
Answer = Callable[[Any], None]
SWITCH_S = 0.0002
"""The window waits for a reading thread no longer than this each time; a frame may wait often."""

LATER_MS = 60
"""What may come later begins after this pause: what has just been read is painted meanwhile."""
MOST_PUT_OFF = 20
"""Pauses after which it begins although more is being asked."""


class Showing(Protocol):
    """Something that shows answers a little later."""

    def is_on(self) -> bool:
        """Returns whether any are still to be shown."""


class Reading(QObject):
    """Runs questions and hands back their answers.

    Signals:
        failed: the cache could not be read or the desk's file not be written; carries the error.
    """

    failed = Signal(object)
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        # One each: with more, the window has to wait for every one of them in a surge.
        self._reader = ThreadPoolExecutor(1, "board-read")
        self._searcher = ThreadPoolExecutor(1, "board-search")
        self._keeper = ThreadPoolExecutor(1, "board-keep")
        self._open = 0
        self._urgent: set[Future[Any]] = set()
        self._later: list[tuple[QObject, Callable[[], Any], Answer, bool]] = []
        self._put_off = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(LATER_MS)
        self._rest.timeout.connect(self._ask_the_later)
        self._closed = False
        self._showing: WeakSet[Showing] = WeakSet()
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def ask(
        self, owner: QObject, question: Callable[[], Any], answer: Answer, *, slow: bool = False
    ) -> None:
        """Runs `question` on another thread, then `answer` here, unless its owner is gone.

        Args:
            slow: it may search through everything, and those that do not shall not wait for it.
        """
        if self._closed:
            return
        self._open += 1
        self._urgent.add(self._submit(owner, question, answer, slow))

    def ask_later(
        self, owner: QObject, question: Callable[[], Any], answer: Answer, *, slow: bool = False
    ) -> None:
        """As `ask`, once everything else that was asked has been answered and painted."""
        if self._closed:
            return
        self._open += 1
        self._later.append((owner, question, answer, slow))
        if not self._rest.isActive():
            self._rest.start()

    def keep(self, change: Callable[[], Any]) -> None:
        """Runs a small write on another thread, in the order of the calls."""
        if self._closed:
            return
        self._open += 1
        future = self._keeper.submit(change)
        future.add_done_callback(lambda done: self._tell(done, self, _ignore))

    def keep_now(self, change: Callable[[], T]) -> T:
        """Runs a write after those before it and waits for its answer; raises what it raises."""
        return self._keeper.submit(change).result()

    def busy(self) -> bool:
        """Returns whether an answer is still to come or to be shown."""
        return self._open > 0 or any(isValid(one) and one.is_on() for one in self._showing)

    def count_in(self, showing: "Showing") -> None:
        """Counts something that shows answers a little later."""
        self._showing.add(showing)

    def close(self) -> None:
        """Finishes what is being written, gives up what is being read; nothing new is taken."""
        self._closed = True
        self._rest.stop()
        self._later.clear()
        for readers in (self._reader, self._searcher):
            readers.shutdown(wait=True, cancel_futures=True)
        self._keeper.shutdown(wait=True)

    def _submit(
        self, owner: QObject, question: Callable[[], Any], answer: Answer, slow: bool
    ) -> "Future[Any]":
        future = (self._searcher if slow else self._reader).submit(question)
        future.add_done_callback(lambda done: self._tell(done, owner, answer))
        return future

    def _ask_the_later(self) -> None:
        if self._urgent and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            self._rest.start()
            return
        self._put_off = 0
        later, self._later = self._later, []
        for one in later:
            self._submit(*one)

    def _tell(self, done: "Future[Any]", owner: QObject, answer: Answer) -> None:
        if not done.cancelled() and isValid(self):
            self._answered.emit(owner, answer, done)

    def _hand_over(self, owner: QObject, answer: Answer, done: "Future[Any]") -> None:
        self._open -= 1
        self._urgent.discard(done)
        error = done.exception()
        if isinstance(error, WorldError):
            log.warning("%s", error.told())
            self.failed.emit(error)
        elif error is not None:
            raise error
        elif isValid(owner):
            answer(done.result())


def _ignore(_answer: object) -> None:
    pass
