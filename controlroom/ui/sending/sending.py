"""What leaves, for one window: the outbox in the status bar, and alerts about what does not."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model import clock
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import read
from controlroom.model.journal_outgoing import DeliveryFailed, DeliveryUnknown
from controlroom.model.outgoing.delivery import delivery_key
from controlroom.team.publishing import views
from controlroom.ui.controls.segment import Segment
from controlroom.ui.language import announcement, counted, language
from controlroom.ui.officers.words import profile_told
from controlroom.ui.plain import set_tip
from controlroom.ui.sending.outbox import Outbox, leaving, outbox
from controlroom.ui.sending.outbox_panel import OutboxPanel
from controlroom.ui.sending.panel import DeliveriesPanel

if TYPE_CHECKING:
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
TOGETHER_MS, TICK_MS = 500, 15_000
KEY = "unsent"


class Sending(QObject):
    """Follows the record for a window."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self.book: RecordBook = window.record
        self.segment = Segment("send")
        self.figures = Outbox()
        self._soon = QTimer(self, interval=TOGETHER_MS, singleShot=True)
        self._tick = QTimer(self, interval=TICK_MS)
        window.status.add(self.segment)
        self.segment.hide()
        self.segment.clicked.connect(self.open_outbox)
        for timer in (self._soon, self._tick):
            timer.timeout.connect(self._count)
        for signal in (self.book.begun, self.book.acts):
            signal.connect(self._soon.start)
        self.book.changed.connect(self._hear)
        announcement.changed.connect(self._count)
        window.house_closed.connect(self._stop)
        window.closed.connect(self._stop)

    def open_outbox(self) -> None:
        """Shows everything on its way."""
        self._window.open_layer(OutboxPanel(self._window))

    def open_sent(self) -> None:
        """Shows everything that was sent."""
        # Only who looks back needs it.
        from controlroom.ui.sent.panel import SentPanel

        self._window.open_layer(SentPanel(self._window))

    def show_draft(self, draft: str) -> None:
        """Shows a draft profile by profile."""
        self._window.open_layer(DeliveriesPanel(self._window, draft))

    def _hear(self, entries: Sequence[Entry]) -> None:
        if any(entry.kind.startswith(("draft.", "delivery.", "hold.")) for entry in entries):
            self._soon.start()
            self._tick.start()
        for entry in entries:
            if entry.kind in (DeliveryFailed.kind, DeliveryUnknown.kind):
                self._tell(entry)

    def _count(self) -> None:
        state = self.book.state
        if state is None:
            return
        self.figures = outbox(leaving(state, clock.now()))
        going, scheduled, held, trouble = self.figures
        parts = [translate("Sending", "Outbox {n}").format(n=language().figure(going))]
        if scheduled:
            told = translate("Sending", "{n} scheduled")
            parts.append(told.format(n=language().figure(scheduled)))
        if held:
            parts.append(translate("Sending", "{n} held").format(n=language().figure(held)))
        self.segment.say(" · ".join(parts))
        self.segment.setVisible(any(self.figures))
        self.segment.setAccessibleName(self.segment.text())
        set_tip(self.segment, translate("Sending", "What is on its way, and what needs a person"))
        self._window.status.stand(KEY, self._trouble_told if trouble else None, "outbox")

    def _trouble_told(self) -> tuple[str, str]:
        number = self.figures.trouble
        words = counted(
            number,
            translate("Sending", "{n} post needs you"),
            translate("Sending", "{n} posts need you"),
        )
        return words, translate(
            "Sending", "Something did not leave, or nobody knows whether it did."
        )

    def _tell(self, entry: Entry) -> None:
        """Says in the status bar what did not leave, to whoever wrote or approved it."""
        told, state = read(entry), self.book.state
        if not isinstance(told, DeliveryFailed | DeliveryUnknown) or state is None:
            return
        if entry.seq in state.refused or getattr(told, "again_at", None) is not None:
            return
        key = delivery_key(told.delivery)
        draft = views.draft(state, key.draft)
        behind = {*draft.authors, *(a.officer for a in draft.approvals)} if draft else set()
        if draft is None or self.book.officer not in behind:
            return
        words = (
            translate("Sending", "Unknown whether “{title}” was sent to {profile}.")
            if isinstance(told, DeliveryUnknown)
            else translate("Sending", "“{title}” was not sent to {profile}.")
        )
        name = profile_told(key.profile, self._window.office.profiles)
        self._window.status.say_shortly(words.format(title=draft.title, profile=name))

    def _stop(self) -> None:
        self._soon.stop()
        self._tick.stop()
        self.segment.hide()
        self._window.status.stand(KEY, None)
