"""Something long done with the record: aside, told of as it goes on, stopped when that is asked."""

import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from controlroom.store.journal.draft import Going, Stopped
from controlroom.ui.workshop import Workshop, nothing

if TYPE_CHECKING:
    from controlroom.store.journal.followed import Followed
    from controlroom.ui.journal.around import House

Job = Callable[["Followed", Going], Any]
"""Gets the record, opened for it, and what to tell; raises `Stopped` once that says so."""


class LongWork(QObject):
    """One job at a time, on a thread of its own.

    Signals:
        went_on: carries how many entries have been looked at.
        ended: carries what the job returned, None if it was stopped.
        failed: carries the `WorldError`.
    """

    went_on = Signal(int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running = False
        self._stop = threading.Event()
        self._work: Workshop | None = None
        self._made: Any = None
        self._undo: Callable[[Any], object] = nothing

    def begin(
        self, house: "House", officer: str, job: Job, undo: Callable[[Any], object] = nothing
    ) -> bool:
        """Begins a job; returns False if one runs already, which goes on.

        Args:
            undo: gets what the job has made after all if it was stopped meanwhile.
        """
        if self.running:
            return False
        self.running, self._stop, self._undo = True, threading.Event(), undo
        self._work = self._work or Workshop(self)
        going = partial(self._going, self._stop, self._work)
        self._work.do(partial(self._do, house, officer, job, going), self._end, self._fail)
        return True

    def stop(self) -> None:
        """Ends the job after the step that is under way."""
        self._stop.set()

    def close(self) -> None:
        """Stops, and waits until the record is not read any more."""
        self.stop()
        work, self._work = self._work, None
        if work is not None:
            work.close()
            work.deleteLater()
        if self.running:
            self._end(self._made)

    def _going(self, stop: threading.Event, work: Workshop, looked: int) -> bool:
        work.here(partial(self.went_on.emit, looked))
        return not stop.is_set()

    def _do(self, house: "House", officer: str, job: Job, going: Going) -> Any:
        try:
            with closing(house.record(officer)) as record:
                self._made = job(record, going)
        except Stopped:
            self._made = None
        return self._made

    def _end(self, made: Any) -> None:
        self.running, self._made = False, None
        if made is not None and self._stop.is_set():
            self._undo(made)
            made = None
        self.ended.emit(made)

    def _fail(self, error: object) -> None:
        self.running, self._made = False, None
        self.failed.emit(error)
