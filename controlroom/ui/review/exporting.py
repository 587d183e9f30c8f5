"""An export under way: one at a time, aside, told of and stopped from the window."""

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.query.tree import Node
from controlroom.store.cache.reader import CacheReader
from controlroom.store.export.form import Form
from controlroom.store.export.hit import About
from controlroom.store.export.run import Exported, export, writer_of
from controlroom.store.export.sheet import PageWords
from controlroom.ui.language import language
from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate


class Exporting(QObject):
    """Writes hits into a file on a thread of its own.

    Signals:
        went_on: carries how many posts are written.
        ended: carries the `Exported`, None if it was stopped.
        failed: carries the `WorldError`; nothing is left of the file.
    """

    went_on = Signal(int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running = False
        self._stop = threading.Event()
        self._work: Workshop | None = None

    def begin(
        self,
        cache: CacheReader,
        node: Node,
        path: Path,
        form: Form,
        about: About,
        only: Sequence[int] = (),
    ) -> None:
        """Begins an export; one that runs already goes on and this one is not begun.

        Args:
            only: ids of the posts that are wanted, none for all that fit.
        """
        if self.running:
            return
        self.running = True
        self._stop = threading.Event()
        self._work = self._work or Workshop(self)
        writer, told = writer_of(form, page_words()), partial(self._told, self._stop, self._work)
        work = partial(export, cache, node, path, writer, about, told, only)
        self._work.do(work, self._end, self._fail)

    def stop(self) -> None:
        """Ends the export after the step that is under way; nothing is left of it."""
        self._stop.set()

    def close(self) -> None:
        """Stops, and waits until the cache is not read any more."""
        self.stop()
        work, self._work = self._work, None
        if work is not None:
            work.close()
            work.deleteLater()
        if self.running:
            self._end(None)

    def _told(self, stop: threading.Event, work: Workshop, posts: int) -> bool:
        work.here(partial(self.went_on.emit, posts))
        return not stop.is_set()

    def _end(self, done: Exported | None) -> None:
        self.running = False
        self.ended.emit(done)

    def _fail(self, error: object) -> None:
        self.running = False
        self.failed.emit(error)


def page_words() -> PageWords:
    """Returns the words of an exported page in the language in force."""
    return PageWords(
        code=language().code,
        title=translate("Export", "Posts found"),
        question=translate("Export", "Search: {query}"),
        everything=translate("Export", "every post"),
        chosen=translate("Export", "Chosen by hand among the posts found"),
        made=translate("Export", "Exported {time} (UTC)"),
        through=translate("Export", "through {profiles}"),
        edited=translate("Export", "Edited {time}"),
        gone=translate("Export", "Deleted, seen {time}"),
        earlier=translate("Export", "Before, from {time}:"),
        media=translate("Export", "Media: {alt}"),
        no_alt=translate("Export", "no description"),
        count=translate("Export", "Posts: {n}"),
        conversation=translate("Export", "Conversation, posts: {n}"),
    )
