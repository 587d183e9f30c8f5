"""How long whoever a reply answers can still be answered, told anew as the time runs out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model import clock
from controlroom.outbound.checks.answering import answerable
from controlroom.ui.compose.answer_told import is_refused, window_told

if TYPE_CHECKING:
    from controlroom.model.outgoing.content import Content
    from controlroom.ui.reply.reply_box import ReplyBox

TICK_MS = 15_000
"""How often it is told anew."""


class AnswerTime(QObject):
    """The line of a reply box that says it; silent where nobody asks.

    Signals:
        turned: it has become too late, or is not too late any more.
        ticked: some of the time has passed.
    """

    turned = Signal()
    ticked = Signal()

    def __init__(self, box: "ReplyBox", parent: QObject) -> None:
        super().__init__(parent)
        self._box, self._was_over = box, False
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.ticked)

    @property
    def is_running(self) -> bool:
        """It is told anew from time to time."""
        return self._tick.isActive()

    def show(self, content: "Content | None") -> None:
        """Shows it for what is written; None while nothing is."""
        known = answerable(content) if content is not None else None
        now = clock.now()
        over = known is not None and known.is_over(now)
        self._box.show_window(
            window_told(known, now) if known is not None else "",
            ("red" if is_refused(known) else "amber") if over and known is not None else "text2",
        )
        if over != self._was_over:
            self._was_over = over
            self.turned.emit()
        if (known is not None) != self.is_running:
            self._tick.start() if known is not None else self.stop()

    def stop(self) -> None:
        """Lets the time pass unseen."""
        self._tick.stop()
