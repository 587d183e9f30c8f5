"""Unfinished notes, kept on this workstation from the first letter."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from controlroom.model import clock
from controlroom.store.desk.notes import UnsentDraft

if TYPE_CHECKING:
    from controlroom.ui.board.column.desk import BoardDesk


class Drafts:
    """The drafts of one open house, by what they are for: a conversation, or a note in it."""

    def __init__(self, desk: "BoardDesk") -> None:
        self._desk = desk

    def load(self, owner: QObject, name: str, then: Callable[[str], None]) -> None:
        """Reads a draft behind everything that was written before; `then` gets "" for none."""
        self._desk.reading.ask(owner, partial(self._found, name), then)

    def save(self, name: str, text: str) -> None:
        """Keeps a draft, or forgets it where there is no text."""
        store = self._desk.store
        if text:
            unsent = UnsentDraft(_id(name), text.encode("utf-8", "replace"), clock.now())
            self._desk.reading.keep(partial(store.save_draft, unsent))
        else:
            self._desk.reading.keep(partial(store.remove_draft, _id(name)))

    def _found(self, name: str) -> str:
        # Waits for what is being written, off the window's thread.
        found = self._desk.reading.keep_now(partial(self._desk.store.draft, _id(name)))
        return found.body.decode("utf-8", "replace") if found is not None else ""


def _id(name: str) -> str:
    return f"note/{name}"
