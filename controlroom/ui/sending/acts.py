"""What a person may do about a delivery or a draft, why not, and doing it."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_outgoing import DeliveryLetGo, DeliveryMarkedSent, DraftWithdrawn
from controlroom.model.outgoing.delivery import Delivery, DeliveryState
from controlroom.team.publishing import views
from controlroom.ui.officers.reasons import failure_told, refusal_told

if TYPE_CHECKING:
    from controlroom.model.journal_rights import Refusal
    from controlroom.team.state import State
    from controlroom.ui.compose.kept import Sheet
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate


class SendingActs:
    """Decides for who works at a window."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.book: RecordBook = window.record

    @property
    def state(self) -> "State | None":
        """What the record says, None until it has been read."""
        return self.book.state

    def why_not_let_go(self, one: Delivery) -> str:
        """Returns in words why it cannot be sent (again) by who works here, "" if it can."""
        again = one.state is DeliveryState.UNKNOWN
        return self._asked(
            lambda state, now: views.why_not_let_go(
                state, self.book.officer, one.key, now, again=again
            )
        )

    def why_not_mark(self, one: Delivery) -> str:
        """Returns in words why nobody here can say that it was sent elsewhere, "" if they can."""
        return self._asked(
            lambda state, now: views.why_not_mark_sent(state, self.book.officer, one.key, now)
        )

    def why_not_withdraw(self, draft: str, instead: str = "") -> str:
        """Returns in words why a draft cannot be taken back by who works here, "" if it can."""
        return self._asked(
            lambda state, now: views.why_not_withdraw(state, self.book.officer, draft, now, instead)
        )

    def rewritten(self, draft: str) -> "Sheet | None":
        """Returns what may be written anew of a draft, None for nothing."""
        from controlroom.ui.sending.rewriting import rewritten

        state = self.state
        return None if state is None else rewritten(state, self.book.officer, draft, clock.now())

    def let_go(self, ones: Iterable[Delivery]) -> None:
        """Sends what may be sent; what is unknown counts as seen not to be there."""
        for one in ones:
            draft = views.draft(self.state, one.key.draft) if self.state is not None else None
            if draft is not None and not self.why_not_let_go(one):
                again = one.state is DeliveryState.UNKNOWN
                self.decide(DeliveryLetGo(str(one.key), draft.hash, again=again))

    def mark_sent(self, one: Delivery, url: str) -> None:
        """Says that it was sent elsewhere, or found by a person."""
        self.decide(DeliveryMarkedSent(str(one.key), url))

    def withdraw(self, draft: str, reason: str, instead: str = "") -> None:
        """Takes a draft back everywhere."""
        self.decide(DraftWithdrawn(draft, reason, instead))

    def decide(self, decision: Decision) -> None:
        """Puts a decision into the record, and says what kept it out."""
        self.book.decide(decision, failed=partial(self._tell))

    def _asked(self, ask: Any) -> str:
        if self.state is None:
            return translate("Sending", "The record is still being read.")
        refusal: Refusal | None = ask(self.state, clock.now())
        if refusal is None:
            return ""
        return translate("Sending", "Not possible: {why}").format(why=refusal_told(refusal))

    def _tell(self, error: WorldError) -> None:
        self.window.status.say_shortly(failure_told(self.window.office, error))
