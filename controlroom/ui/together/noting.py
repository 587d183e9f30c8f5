"""Internal notes on the conversation that is open: read from the record, kept, changed."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import ConversationNoted, Decision, NoteChanged, subject_of
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import conversation_of_note, note_key
from controlroom.store.journal.below import below
from controlroom.team.notes import Note, notes_of
from controlroom.ui.record.door import why_none_of, why_not
from controlroom.ui.together.talks import scope_of
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.store.journal.followed import Followed
    from controlroom.team.follower import Undecided
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
MOST_NOTES = 500
"""Entries about notes that are read of one conversation, the newest."""
_SUBJECT = f"{ConversationNoted.about}/"
Taken = Callable[[], object]
Failed = Callable[[WorldError], object]


class Noting(QObject):
    """The notes of one conversation at a time.

    Signals:
        changed: there are others, or they can be read now.

    Attributes:
        notes: what the record says, in the order in which they began.
        names: keys of the conversation, () while none is open.
    """

    changed = Signal()

    def __init__(self, window: Any, book: "RecordBook", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._book = window, book
        self._work = Workshop(self)
        self._entries: dict[int, Entry] = {}
        self._kept: dict[str, Taken] = {}
        self.notes: Sequence[Note] = ()
        self.names: tuple[str, ...] = ()
        self._private = False
        book.begun.connect(self._read_anew)
        book.changed.connect(self._hear)
        book.waiting.connect(self._hear_waiting)

    def show(self, names: tuple[str, ...], *, private: bool) -> None:
        """Reads the notes of a conversation; () for none."""
        self._private = private
        if set(names) == set(self.names):
            return
        self.names = names
        self._entries.clear()
        self._gather()
        if names and self._book.state is not None:
            house, officer = self._window.house, self._book.officer
            self._work.do(
                partial(_read, house, officer, names), partial(self._take, names), self._lost
            )

    def _read_anew(self) -> None:
        names, self.names = self.names, ()
        self.show(names, private=self._private)

    def leave(self) -> None:
        """No conversation is open any more."""
        self.names, self.notes = (), ()
        self._entries.clear()

    def close(self) -> None:
        """Ends for good; waits for what is being read."""
        self._work.close()

    def why_not_read(self) -> str:
        """Returns in words why the notes are not shown here, "" if they are."""
        if not self.names or self._book.state is None:
            return translate("Together", "The record is still being read.")
        right = Right.READ_MESSAGES if self._private else Right.READ
        return why_not(self._window, right, scope_of(self.names))

    def why_not_write(self) -> str:
        """Returns in words why no note can be kept here, "" if one can."""
        if not self.names or self._book.state is None:
            return translate("Together", "The record is still being read.")
        return why_none_of(self._window, scope_of(self.names), Right.REPLY, Right.DRAFT)

    def waiting(self) -> "list[Undecided]":
        """Returns what was written on this conversation and waits for the team's database."""
        return [one for one in self._book.undecided if self._is_here(one.waiting.proposal.subject)]

    def find(self, key: str) -> Note | None:
        """Returns a note of the conversation, None for one that is not there."""
        return next((one for one in self.notes if one.key == key), None)

    def keep(self, text: str, taken: Taken, failed: Failed) -> None:
        """Keeps a new note.

        Args:
            taken: it is in the record, or safe on this computer until the record is reached.
        """
        key = note_key(self.names[0], secrets.token_hex(8))
        self._decide(ConversationNoted(key, text), taken, failed)

    def change(self, key: str, text: str, seen: int, taken: Taken, failed: Failed) -> None:
        """Writes a note anew, in knowledge of the entry `seen`: newer ones are a conflict."""
        self._decide(NoteChanged(key, text), taken, failed, seen)

    def _decide(self, decision: Decision, taken: Taken, failed: Failed, seen: int = 0) -> None:
        subject = subject_of(decision)
        self._kept[subject] = taken

        def done(_entry: Entry) -> None:
            self._settle(subject)

        def lost(error: WorldError) -> None:
            self._kept.pop(subject, None)
            failed(error)

        self._book.decide(decision, done, lost, seen)

    def _settle(self, subject: str) -> None:
        taken = self._kept.pop(subject, None)
        if taken is not None:
            taken()

    def _hear(self, entries: Iterable[Entry]) -> None:
        mine = [entry for entry in entries if self._is_here(entry.subject)]
        self._entries.update((entry.seq, entry) for entry in mine)
        if mine:
            self._gather()

    def _hear_waiting(self) -> None:
        for one in self._book.undecided:
            self._settle(one.waiting.proposal.subject)
        self.changed.emit()

    def _is_here(self, subject: str) -> bool:
        if not subject.startswith(_SUBJECT):
            return False
        return conversation_of_note(subject.removeprefix(_SUBJECT)) in self.names

    def _take(self, names: tuple[str, ...], entries: list[Entry]) -> None:
        if names == self.names:
            self._entries.update((entry.seq, entry) for entry in entries)
            self._gather()

    def _gather(self) -> None:
        state = self._book.state
        if state is not None:
            # What is not folded yet is judged, and told, when it is.
            there = [self._entries[seq] for seq in sorted(self._entries) if seq <= state.seq]
            here = (entry for entry in there if self._is_here(entry.subject))
            self.notes = notes_of(here, state.refused)
        self.changed.emit()

    def _lost(self, error: WorldError) -> None:
        self._window.trouble.emit(error)


def _read(house: Any, officer: str, names: Sequence[str]) -> list[Entry]:
    """Reads what is noted on a conversation; runs off the window's thread."""
    record: Followed
    with closing(house.record(officer)) as record:
        return [
            one for name in names for one in below(record.database, _SUBJECT + name, MOST_NOTES)
        ]
