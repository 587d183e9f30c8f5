"""Gives conversations to people: who may be given one, the decision, Undo, and who was first."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import ConversationAssigned, Decision, read
from controlroom.model.journal_rights import Right
from controlroom.store.journal.errors import Conflict
from controlroom.team.rights import may
from controlroom.ui.language import language, told
from controlroom.ui.record.door import why_not
from controlroom.ui.together.names import officer_name
from controlroom.ui.together.talks import Talks, scope_of

if TYPE_CHECKING:
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
UNDO_MS = 10_000


class Assigning(QObject):
    """Decides whose a conversation is.

    Signals:
        done: it was decided; carries a sentence, and what would take it back or None.
        failed: it was not; carries a sentence.
        conflicted: somebody was first; carries a heading and what both decided.
    """

    done = Signal(str, object)
    failed = Signal(str)
    conflicted = Signal(str, str)

    def __init__(self, window: Any, book: "RecordBook", talks: Talks, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._book, self._talks = window, book, talks
        self._undo: Decision | None = None
        self._undo_seen = 0
        self._over = QTimer(self, interval=UNDO_MS, singleShot=True)
        self._over.timeout.connect(self.forget)

    def why_not(self, names: Sequence[str]) -> str:
        """Returns in words why a conversation cannot be given to anybody here, "" if it can."""
        if self._book.state is None:
            return translate("Together", "The record is still being read.")
        return why_not(self._window, Right.REPLY, scope_of(names))

    def officers(self, names: Sequence[str], *, private: bool) -> list[tuple[str, str]]:
        """Returns number and name of everybody who may read there, whoever works here first."""
        state, now = self._book.state, clock.now()
        if state is None:
            return []
        right, scope = (Right.READ_MESSAGES if private else Right.READ), scope_of(names)
        found = [
            (number, officer.name)
            for number, officer in state.officers.items()
            if may(state, number, right, scope, now) and may(state, number, Right.READ, scope, now)
        ]
        return sorted(found, key=lambda one: (one[0] != self._book.officer, one[1], one[0]))

    def assign(self, names: Sequence[str], officer: str, seen: int = 0) -> None:
        """Gives a conversation to somebody, "" for nobody.

        Args:
            seen: the last entry that was known when the person looked, 0 for the newest.
        """
        before = self._talks.dealing(names)
        if before.officer == officer and before.waits is None:
            return
        self._decide(ConversationAssigned(names[0], officer), before.officer, seen)

    def assign_to_me(self, names: Sequence[str]) -> None:
        """Gives a conversation to whoever works here."""
        self.assign(names, self._book.officer)

    def decide(self, decision: Decision) -> None:
        """Takes back what was decided last, unless somebody has decided since."""
        seen = self._undo_seen
        self.forget()
        self._book.decide(decision, self._tell_undone, partial(self._tell_failure, decision), seen)

    def undo(self) -> bool:
        """Takes back what was decided in the last seconds; returns whether there was anything."""
        decision = self._undo
        if decision is not None:
            self.decide(decision)
        return decision is not None

    def can_undo(self) -> bool:
        """Returns whether something can still be taken back."""
        return self._undo is not None

    def forget(self) -> None:
        """Nothing can be taken back any more."""
        self._over.stop()
        self._undo, self._undo_seen = None, 0

    def _decide(self, decision: ConversationAssigned, before: str, seen: int) -> None:
        undo = ConversationAssigned(decision.conversation, before)
        self._book.decide(
            decision,
            partial(self._tell, decision, undo),
            partial(self._tell_failure, decision),
            seen,
        )

    def _tell(self, decision: ConversationAssigned, undo: Decision, entry: Entry) -> None:
        self._undo, self._undo_seen = undo, entry.seq
        self._over.start()
        self.done.emit(self._sentence(decision.officer), undo)

    def _sentence(self, officer: str) -> str:
        if not officer:
            return translate("Together", "Nobody deals with this conversation any more")
        if officer == self._book.officer:
            return translate("Together", "You deal with this conversation now")
        text = translate("Together", "{name} deals with this conversation now")
        return text.format(name=officer_name(self._book.state, officer))

    def _tell_undone(self, _entry: Entry) -> None:
        self.done.emit(translate("Together", "Taken back"), None)

    def _tell_failure(self, decision: Decision, error: WorldError) -> None:
        if isinstance(error, Conflict) and isinstance(decision, ConversationAssigned):
            self.conflicted.emit(*self.conflict_told(error.first, decision.officer))
        else:
            self.failed.emit(told(error))

    def conflict_told(self, first: Entry, mine: str) -> tuple[str, str]:
        """Returns a heading and what both decided, where somebody was first."""
        state = self._book.state
        decided = read(first)
        theirs = decided.officer if isinstance(decided, ConversationAssigned) else ""
        heading = translate("Together", "{name} was first").format(
            name=officer_name(state, first.actor)
        )
        text = translate(
            "Together",
            "{name} decided at {time}: {theirs}.\nYou decided: {mine}.\n"
            "Theirs holds. Look, then decide again.",
        )
        return heading, text.format(
            name=officer_name(state, first.actor),
            time=language().clock(first.at.astimezone()),
            theirs=self._given(theirs),
            mine=self._given(mine),
        )

    def _given(self, officer: str) -> str:
        if not officer:
            return translate("Together", "for nobody")
        return translate("Together", "for {name}").format(
            name=officer_name(self._book.state, officer)
        )
