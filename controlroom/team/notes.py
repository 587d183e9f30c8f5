"""Internal notes, as the entries about them come to. Pure."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import ConversationNoted, NoteChanged, read
from controlroom.model.journal_subject import conversation_of_note


@dataclass(frozen=True, slots=True)
class Version:
    """What a note said from one entry on; None once a retention rule has erased it."""

    seq: int
    officer: str
    at: datetime
    text: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """An internal note; `versions` are in order, the first is how it began."""

    key: str
    versions: tuple[Version, ...]

    @property
    def conversation(self) -> str:
        """Key of the conversation it is on."""
        return conversation_of_note(self.key)

    @property
    def first(self) -> Version:
        """How it began: whose it is."""
        return self.versions[0]

    @property
    def last(self) -> Version:
        """What it says now."""
        return self.versions[-1]


def notes_of(entries: Iterable[Entry], refused: Container[int] = ()) -> Sequence[Note]:
    """Returns the notes that entries come to, in the order in which they began.

    Args:
        refused: entries that have no effect. A change of what was never noted has none either.
    """
    found: dict[str, list[Version]] = {}
    for entry in entries:
        if entry.seq in refused:
            continue
        key = entry.subject.partition("/")[2]
        version = Version(entry.seq, entry.actor, entry.at, note_text(entry))
        if entry.kind == ConversationNoted.kind and key not in found:
            found[key] = [version]
        elif entry.kind == NoteChanged.kind and key in found:
            found[key].append(version)
    return tuple(Note(key, tuple(versions)) for key, versions in found.items())


def note_text(entry: Entry) -> str | None:
    """Returns what a note says by an entry, None where that is erased or unknown."""
    told = read(entry)
    return told.text if isinstance(told, ConversationNoted | NoteChanged) else None
