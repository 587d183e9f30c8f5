"""The removal of old posts: by the engine while it holds the cache, else by the keeper."""

import threading
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.errors import WorldError
from controlroom.store.cache.retention import RetentionPlan
from controlroom.ui.keeper import Keeper
from controlroom.ui.language import told
from controlroom.ui.line import EngineLine
from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate


class Removing(QObject):
    """One removal at a time, in small steps that can be stopped between.

    Signals:
        went_on: carries how many are gone so far.
        ended: carries how many are gone in all.
        failed: carries a sentence; what is gone stays gone.
    """

    went_on = Signal(int)
    ended = Signal(int)
    failed = Signal(str)

    def __init__(
        self, keeper: Keeper, work: Workshop, line: EngineLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper, self._work, self._line = keeper, work, line
        self._ticket = 0
        self._stop = threading.Event()
        line.retained.connect(self._hear)
        line.running.connect(self._mind_engine)

    def begin(self, plan: RetentionPlan) -> None:
        """Removes what a plan names."""
        self._stop.clear()
        if self._line.reads:
            self._ticket = self._line.ticket()
            self._line.say(retain={"ticket": self._ticket, "removals": plan.removals})
        else:
            work = partial(self._keeper.remove, plan, self._told)
            self._work.do(work, self.ended.emit, self._met)

    def stop(self) -> None:
        """Ends the removal after the step that is under way."""
        self._stop.set()
        if self._ticket:
            self._line.say(retain={"ticket": self._ticket, "cancel": True})

    def _told(self, done: int) -> bool:
        self._work.here(partial(self.went_on.emit, done))
        return not self._stop.is_set()

    def _met(self, error: WorldError) -> None:
        self.failed.emit(told(error))

    def _hear(self, retained: Any) -> None:
        if not self._ticket or retained.ticket != self._ticket:
            return
        if not retained.ended:
            self.went_on.emit(retained.done)
            return
        self._ticket = 0
        if retained.text:
            self.failed.emit(retained.text)
        else:
            self.ended.emit(retained.done)

    def _mind_engine(self, reads: bool) -> None:
        if self._ticket and not reads:
            self._ticket = 0
            self.failed.emit(
                translate(
                    "Data", "The removal broke off before all was gone. Show again what would go."
                )
            )
