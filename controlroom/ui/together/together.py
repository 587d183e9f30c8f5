"""What several people at several desks do with conversations, for one window."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.cached import CachedPost
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import ConversationAssigned, OfficerChanged
from controlroom.model.post import PostKind
from controlroom.ui.together.assigning import Assigning
from controlroom.ui.together.company import Company
from controlroom.ui.together.noting import Noting
from controlroom.ui.together.second_answers import SecondAnswers
from controlroom.ui.together.talks import Talks

if TYPE_CHECKING:
    from controlroom.model.errors import WorldError
    from controlroom.team.follower import Undecided
    from controlroom.ui.record.book import RecordBook
    from controlroom.ui.together.answers import Answers

translate = QCoreApplication.translate
_SHOWN = (ConversationAssigned.kind, OfficerChanged.kind)


class Together(QObject):
    """The record and the others' presence, as one window has them.

    Signals:
        changed: somebody else deals with a conversation, or a decision waits no longer.
        stands: the record can be reached, or cannot, other than before.

    Attributes:
        handles: what the force's profiles are called, by their keys.
        answers: what lets a conversation be answered, None where nothing does.
    """

    changed = Signal()
    stands = Signal()

    def __init__(self, window: Any, book: "RecordBook") -> None:
        super().__init__(window)
        self.window, self.book = window, book
        self.handles: Mapping[str, str] = {}
        self.talks = Talks(book)
        self.company = Company(self)
        self.assigning = Assigning(window, book, self.talks, self)
        self.noting = Noting(window, book, self)
        self.second_answers = SecondAnswers(window, book, self)
        self.answers: Answers | None = None
        self._asked: set[tuple[int, int]] = set()
        self._wire()

    def learn(self, keys: Mapping[int, str], handles: Mapping[int, str]) -> None:
        """Takes what is known of the force's profiles: names in the record and handles, by id."""
        self.talks.profiles = keys
        self.handles = {key: handles.get(number, "") for number, key in keys.items()}
        self.changed.emit()

    def open(self, house: Any) -> None:
        """Meets those of the house's team."""
        self.company.open(house, self.window.settings.desk_name)

    def close(self) -> None:
        """Leaves them; the house is about to be closed."""
        self.noting.leave()
        self.assigning.forget()
        self.company.close()

    def end(self) -> None:
        """Ends for good, with the window."""
        self.close()
        self.noting.close()

    def is_private(self, post: CachedPost) -> bool:
        """Returns whether reading a conversation takes the right to read messages."""
        return post.post.kind is PostKind.MESSAGE

    def ask_moved(self, one: "Undecided", mine: str) -> None:
        """Asks whether an assignment stands that waited while somebody else decided."""
        if one.moved is None:
            return
        from controlroom.ui.layers.question import Question

        heading, text = self.assigning.conflict_told(one.moved, mine)
        question = Question(heading, text, translate("Together", "Decide as I did"))
        question.no.set_face(translate("Together", "Leave theirs"))
        question.no.setAccessibleName(question.no.text())
        question.agreed.connect(partial(self.book.confirm, one.waiting.id))
        question.no.clicked.connect(partial(self.book.drop, one.waiting.id))
        self.window.open_layer(question)

    def _wire(self) -> None:
        book = self.book
        book.begun.connect(self.changed)
        book.changed.connect(self._hear)
        book.waiting.connect(self._hear_waiting)
        book.stood.connect(self._stand)
        book.acts.connect(self.changed)
        self.assigning.done.connect(self._say)
        self.assigning.failed.connect(self._say_failure)
        self.assigning.conflicted.connect(self.window.tell)

    def _hear(self, entries: Iterable[Entry]) -> None:
        if any(entry.kind in _SHOWN for entry in entries):
            self.changed.emit()

    def _hear_waiting(self) -> None:
        self.changed.emit()
        self._ask_anew(self.book.undecided)

    def _ask_anew(self, undecided: "Sequence[Undecided]") -> None:
        """An assignment that waited is asked about once for each who decided meanwhile."""
        for one in undecided:
            proposal = one.waiting.proposal
            if one.moved is None or (one.waiting.id, one.moved.seq) in self._asked:
                continue
            if proposal.kind == ConversationAssigned.kind:
                from controlroom.ui.together.waiting import body_of

                self._asked.add((one.waiting.id, one.moved.seq))
                self.ask_moved(one, str(body_of(one).get("officer", "")))

    def _stand(self, _error: "WorldError | None") -> None:
        self.stands.emit()

    def _say(self, text: str, undo: object) -> None:
        if undo is not None:
            text = translate("Together", "{text} · Ctrl Z takes it back").format(text=text)
        self.window.status.say_shortly(text)
        self.window.commands.changed.emit()

    def _say_failure(self, text: str) -> None:
        self.window.tell(translate("Together", "It was not decided"), text)
