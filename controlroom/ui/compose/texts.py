"""Saved texts and holding statements, as the record has them; in several languages, with fields."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.journal_outgoing import TextRemoved, TextSaved
from controlroom.store.journal.below import below
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.model.journal import Entry
    from controlroom.ui.record.book import RecordBook

_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")
_SUBJECT = f"{TextSaved.about}/"
MOST = 2_000
"""Entries about saved texts that are read, the newest."""


@dataclass(frozen=True, slots=True)
class SavedText:
    """A text that stands ready.

    Attributes:
        content: by BCP 47 language.
        seq: the entry that wrote it last.
    """

    key: str
    name: str
    content: Mapping[str, str]
    kind: str = ""
    seq: int = 0

    def in_language(self, code: str) -> str:
        """Returns the text in a language, in the first there is where it has no such."""
        return self.content.get(code) or next(iter(self.content.values()), "")


def fields_of(text: str) -> tuple[str, ...]:
    """Returns the names of a text's {fields}, each once, in their order."""
    return tuple(dict.fromkeys(match[1].strip() for match in _FIELD.finditer(text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Returns a text with its fields filled in; one without a value stays as it is."""

    def value(match: re.Match[str]) -> str:
        return values.get(match[1].strip()) or match[0]

    return _FIELD.sub(value, text)


def texts_of(entries: "Iterable[Entry]", refused: Iterable[int]) -> dict[str, SavedText]:
    """Returns the texts that stand after some entries, those without effect left out."""
    import msgspec

    from controlroom.model.decoding import anything

    gone, texts = frozenset(refused), dict[str, SavedText]()
    for entry in sorted(entries, key=lambda one: one.seq):
        key = entry.subject.removeprefix(_SUBJECT)
        if entry.seq in gone:
            continue
        if entry.kind == TextRemoved.kind:
            texts.pop(key, None)
        elif entry.kind == TextSaved.kind and entry.body is not None:
            with suppress(msgspec.MsgspecError, KeyError, TypeError):
                told = anything(entry.body)
                texts[key] = SavedText(
                    key, told["name"], told["content"], told.get("kind_of", ""), entry.seq
                )
    return texts


class Texts(QObject):
    """The saved texts of one window.

    Signals:
        changed: there are others now.
    """

    changed = Signal()

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._book: RecordBook = window.record
        self._work = Workshop(self)
        self._entries: dict[int, Entry] = {}
        self.is_read = False
        self._book.changed.connect(self._hear)
        self._book.begun.connect(self.read)
        window.closed.connect(self._work.close)
        self.read()

    def all(self) -> Sequence[SavedText]:
        """Returns the texts by name."""
        state = self._book.state
        if state is None:
            return ()
        found = texts_of(self._entries.values(), state.refused)
        return sorted(found.values(), key=lambda one: one.name.casefold())

    def read(self) -> None:
        """Reads them anew."""
        house = self._window.house
        if house is not None and self._book.state is not None:
            self._work.do(partial(_read, house, self._book.officer), self._take, _forget)

    def save(self, text: SavedText, failed: Callable[[WorldError], object]) -> None:
        """Puts a text into the record."""
        decision = TextSaved(text.key, text.name, dict(text.content), text.kind)
        self._book.decide(decision, failed=failed, seen=text.seq)

    def remove(self, text: SavedText, failed: Callable[[WorldError], object]) -> None:
        """Takes a text away; the record keeps that it was there."""
        self._book.decide(TextRemoved(text.key), failed=failed, seen=text.seq)

    def _take(self, entries: "Sequence[Entry]") -> None:
        self._entries.update({one.seq: one for one in entries})
        self.is_read = True
        self.changed.emit()

    def _hear(self, entries: "Iterable[Entry]") -> None:
        ours = [one for one in entries if one.kind in (TextSaved.kind, TextRemoved.kind)]
        if ours:
            self._entries.update({one.seq: one for one in ours})
            self.changed.emit()


def _read(house: Any, officer: str) -> "Sequence[Entry]":
    with closing(house.record(officer)) as record:
        return below(record.database, TextSaved.about, MOST)


def _forget(_error: object) -> None:
    """Whoever shows the record meets the same error, and tells it."""
