"""How many drafts wait for who works here, on the rail; what was returned to them is told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model import clock
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import read
from controlroom.model.journal_outgoing import DraftReturned
from controlroom.team.publishing import views
from controlroom.ui.approvals.queue import for_you, queue
from controlroom.ui.approvals.words import title_told
from controlroom.ui.officers.words import name_of

if TYPE_CHECKING:
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
TOGETHER_MS = 400


class ApprovalsCount(QObject):
    """Follows the record for a window."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._book: RecordBook = window.record
        self._soon = QTimer(self, interval=TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self._count)
        for signal in (self._book.begun, self._book.acts):
            signal.connect(self._soon.start)
        self._book.changed.connect(self._hear)
        window.house_closed.connect(self._soon.stop)
        window.closed.connect(self._soon.stop)

    def _hear(self, entries: Sequence[Entry]) -> None:
        if any(entry.kind.startswith("draft.") for entry in entries):
            self._soon.start()
        for entry in entries:
            if entry.kind == DraftReturned.kind:
                self._tell_return(entry)

    def _count(self) -> None:
        state = self._book.state
        if state is not None:
            mine = for_you(queue(state, self._book.officer, clock.now()))
            self._window.rail.items["approvals"].show_count(len(mine))

    def _tell_return(self, entry: Entry) -> None:
        told, state = read(entry), self._book.state
        if not isinstance(told, DraftReturned) or state is None or entry.seq in state.refused:
            return
        draft = views.draft(state, told.draft)
        if draft is not None and self._book.officer in draft.authors:
            words = translate("Approvals", "{who} returned “{title}” to you.")
            self._window.status.say_shortly(
                words.format(who=name_of(state, entry.actor), title=title_told(draft))
            )
