"""Puts the replies of one drawer into the record, and hears what becomes of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.journal_outgoing import DeliverySent, DraftSubmitted
from controlroom.model.outgoing.content import written
from controlroom.store.journal.errors import AnsweredSince, PenElsewhere
from controlroom.ui.language import told
from controlroom.ui.reply.waiting import WaitingReplies
from controlroom.ui.together.second_answers import elsewhere_told, since_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from controlroom.model.errors import WorldError
    from controlroom.model.journal import Entry
    from controlroom.ui.compose.kept import Sheet
    from controlroom.ui.reply.pen_hold import PenHold
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class PuttingForward(QObject):
    """One reply at a time, from the press of the button until the record has it or refuses it.

    Signals:
        recorded: the record has a reply; carries its id, and the name under which it was kept
            here, "" for one that has waited.
        returned: the record has not taken it, or nobody wants it to any more; carries its id.
        changed: others wait for the database.
    """

    recorded = Signal(str, str)
    returned = Signal(str)
    changed = Signal()

    def __init__(self, together: "Together", parent: QObject) -> None:
        super().__init__(parent)
        self._together = together
        self._waits = WaitingReplies(together.book, self)
        # The last entry that whoever writes here could know when they began.
        self._known = 0
        self._under_way = ""
        self._left: set[str] = set()
        self._waits.ended.connect(self._hear_waiting)
        self._waits.changed.connect(self.changed)

    @property
    def is_under_way(self) -> bool:
        """A reply is on its way to the record."""
        return bool(self._under_way)

    def know(self) -> None:
        """Whoever writes here sees what the conversation has come to."""
        state = self._together.book.state
        self._known = state.seq if state is not None else 0

    def forget(self) -> None:
        """Another reply is written from now on."""
        self._under_way = ""

    def waits_told(self, draft: str) -> str:
        """Returns why a reply cannot be sent again, "" if it does not wait."""
        return self._waits.told(draft)

    def is_recorded(self, draft: str) -> bool:
        """Returns whether the record has a reply."""
        return self._waits.is_recorded(draft)

    def put(self, sheet: "Sheet", name: str, confirmed: tuple[str, ...], hold: "PenHold") -> None:
        """Puts a reply forward.

        Args:
            name: under which it is kept here.
            confirmed: rules that asked, and were answered.
            hold: the pen it is written with.
        """
        self._under_way = sheet.id
        self._left.add(sheet.id)
        hold.rest()
        self._together.book.decide(
            DraftSubmitted(
                sheet.id, written(sheet.content), confirmed, answers=hold.answers, desk=hold.desk
            ),
            lambda _entry: self.recorded.emit(sheet.id, name),
            lambda error: self._fail(sheet.id, error),
            self._known,
        )

    def has_left(self, entries: "Iterable[Entry]") -> bool:
        """Returns whether something that was put forward here has been sent."""
        names = tuple(f"{DeliverySent.about}/{one}/" for one in self._left)
        return any(
            one.kind == DeliverySent.kind and one.subject.startswith(names) for one in entries
        )

    def _fail(self, draft: str, error: "WorldError") -> None:
        self.returned.emit(draft)
        book = self._together.book
        heading, text = translate("Reply", "The reply was not put forward"), told(error)
        if isinstance(error, AnsweredSince):
            heading, text = since_told(book, error)
        elif isinstance(error, PenElsewhere):
            heading, text = elsewhere_told(book, error)
        self._together.window.tell(heading, text)

    def _hear_waiting(self, draft: str, is_recorded: bool) -> None:
        """What waited for the database is in the record, or nobody wants it to be any more."""
        if is_recorded:
            self.recorded.emit(draft, "")
        else:
            self.returned.emit(draft)
