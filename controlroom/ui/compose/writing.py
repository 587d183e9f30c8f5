"""The draft that is being written: every change goes through here, and is kept at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from controlroom.model.errors import WorldError
from controlroom.model.outgoing.content import Content
from controlroom.ui.compose import editing, kept
from controlroom.ui.compose.kept import COMPOSE, Sheet, new_sheet
from controlroom.ui.compose.repeating import rule_for

if TYPE_CHECKING:
    from controlroom.store.desk.store import DeskStore

KEEP_MS = 250
"""A change is on the disk no later than this after it."""


class Writing(QObject):
    """One draft at a time. Lives in the window's thread, and writes on one of its own.

    Signals:
        changed: the content is another one.
        turned: another draft is being written.
        saved: it was written to the disk; carries the moment.
        failed: it could not be written; carries the error.

    Attributes:
        name: under which the draft lies in the desk's file.
    """

    changed = Signal()
    turned = Signal()
    saved = Signal(object)
    failed = Signal(object)

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = new_sheet()
        self.name = COMPOSE + self.sheet.id
        self.saved_at: datetime | None = None
        self._store: DeskStore | None = None
        self._unsaved, self._open = False, True
        self._keeper = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._soon = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._soon.timeout.connect(self.keep)
        self._done.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def content(self) -> Content:
        """What it says now."""
        return self.sheet.content

    def open(self, store: "DeskStore") -> None:
        """Keeps drafts in this file from now on."""
        self._store = store

    def close(self) -> None:
        """Keeps what is not kept yet, and lets go of the file once it is."""
        self.keep()
        self.settle()
        self._store = None

    def end(self) -> None:
        """Ends for good."""
        if self._open:
            self.close()
            self._open = False
            self._keeper.shutdown(wait=True)

    def settle(self) -> None:
        """Waits until everything is on the disk that was to be kept."""
        if self._open:
            self._keeper.submit(lambda: None).result()

    def turn_to(self, sheet: Sheet, name: str = "", saved_at: datetime | None = None) -> None:
        """Writes on another draft from now on; the one before is kept."""
        self.keep()
        self.sheet, self.name, self.saved_at = sheet, name or COMPOSE + sheet.id, saved_at
        self.turned.emit()
        self.changed.emit()

    def put(self, content: Content) -> None:
        """Takes another content."""
        if content == self.sheet.content:
            return
        rule = rule_for(self.sheet.rule, self.content, content)
        self.sheet = replace(self.sheet, content=content, rule=rule)
        self._change()

    def set_text(self, variant: str, piece: int, text: str) -> None:
        """Takes what somebody typed."""
        whole = text.encode("utf-8", "replace").decode()
        self.put(editing.with_text(self.content, variant, piece, whole))

    def confirm(self, rule: str, *, yes: bool) -> None:
        """Answers a rule's question with yes, or takes that back."""
        others = tuple(one for one in self.sheet.confirmed if one != rule)
        self.sheet = replace(self.sheet, confirmed=(*others, rule) if yes else others)
        self._change()

    def set_rule(self, rule: str) -> None:
        """Takes how often it comes again, "" for once."""
        if rule != self.sheet.rule:
            self.sheet = replace(self.sheet, rule=rule)
            self._change()

    def mark_submitted(self, hash_: str) -> None:
        """Remembers under which hash the record has it."""
        self.sheet = replace(self.sheet, submitted=hash_)
        self._unsaved = True
        self.keep()

    def keep(self) -> None:
        """Has it written to the disk now; an empty draft is forgotten."""
        self._soon.stop()
        if not self._unsaved or self._store is None:
            return
        self._unsaved = False
        if editing.says_nothing(self.content) and not self.sheet.submitted:
            self._work(partial(_remove, self._store, self.name))
        else:
            self._work(partial(kept.save, self._store, self.name, self.sheet))

    def discard(self) -> None:
        """Forgets the draft on this workstation and begins an empty one."""
        self.forget()
        self.turn_to(new_sheet())

    def forget(self) -> None:
        """Forgets what is kept here of the draft; the record keeps what it has."""
        self._soon.stop()
        self._unsaved = False
        if self._store is not None:
            self._work(partial(_remove, self._store, self.name))

    def _change(self) -> None:
        self._unsaved = True
        if not self._soon.isActive():
            self._soon.start()
        self.changed.emit()

    def _work(self, work: Callable[[], datetime | None]) -> None:
        """Writes in the order of the calls, off the window's thread."""
        self._keeper.submit(self._do, work)

    def _do(self, work: Callable[[], datetime | None]) -> None:
        try:
            self._done.emit(work(), None)
        except WorldError as error:
            self._done.emit(None, error)

    def _hear(self, at: datetime | None, error: WorldError | None) -> None:
        if error is not None:
            self._unsaved = True
            self.failed.emit(error)
        elif at is not None:
            self.saved_at = at
            self.saved.emit(at)


def _remove(store: "DeskStore", name: str) -> None:
    store.remove_draft(name)
