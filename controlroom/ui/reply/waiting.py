"""Replies that were put forward while the team's database was away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.team.follower import Undecided
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
_SUBJECT = f"{DraftSubmitted.about}/"


class WaitingReplies(QObject):
    """Knows which replies wait, and tells when one does no more.

    Signals:
        ended: a reply waits no more; carries its id, and whether the record has it.
        changed: others wait.
    """

    ended = Signal(str, bool)
    changed = Signal()

    def __init__(self, book: "RecordBook", parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._waiting = self._ids()
        book.waiting.connect(self._look)
        book.changed.connect(self._look)

    def told(self, draft: str) -> str:
        """Returns why a reply cannot be sent again, "" if it does not wait."""
        one = self._waiting.get(draft)
        if one is None:
            return ""
        if one.moved is not None:
            return translate("Reply", "It waits for you in the record: somebody answered since.")
        if one.held is not None:
            name = officer_name(self._book.state, one.held.officer)
            return translate("Reply", "It waits: {name} is writing an answer.").format(name=name)
        return translate("Reply", "Put forward; it waits for the team’s database.")

    def is_recorded(self, draft: str) -> bool:
        """Returns whether the record has a reply."""
        state = self._book.state
        return state is not None and draft in state.publishing.drafts

    def _look(self, _entries: object = None) -> None:
        before, self._waiting = self._waiting, self._ids()
        for draft in before.keys() - self._waiting.keys():
            self.ended.emit(draft, self.is_recorded(draft))
        if before != self._waiting:
            self.changed.emit()

    def _ids(self) -> "dict[str, Undecided]":
        return {
            one.waiting.proposal.subject.removeprefix(_SUBJECT): one
            for one in self._book.undecided
            if one.waiting.proposal.kind == DraftSubmitted.kind
        }
