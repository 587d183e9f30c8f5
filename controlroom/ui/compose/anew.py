"""Has an open draft judged anew: incidents, lists and rights change while nobody types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from controlroom.model.journal import Entry
    from controlroom.ui.compose.judging import Judging
    from controlroom.ui.line import EngineLine
    from controlroom.ui.record.book import RecordBook

SETTLE_MS = 80
"""What the record tells at once is shown once."""
_INCIDENTS = ("incident.", "group.", "profile.")
_LISTS = ("case_list.",)
_RIGHTS = ("officer.", "role.", "cover.", "publishers.")
_WEIGHING = (*_INCIDENTS, *_LISTS, *_RIGHTS)


class Anew(QObject):
    """Hears what a judgement depends on beside the words.

    The findings stand for the draft no longer as soon as something was heard, so that nothing
    leaves in between; they are looked for again once for all that came at once.

    Signals:
        changed: whoever works here may do other things now, or other things are looked for.
    """

    changed = Signal()

    def __init__(
        self, book: "RecordBook", line: "EngineLine", judging: "Judging", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._judging = judging
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._soon.timeout.connect(self.changed)
        book.changed.connect(self._hear)
        line.guarded.connect(self._begin)

    def stop(self) -> None:
        """Hears of nothing any more until something else happens."""
        self._soon.stop()

    def _hear(self, entries: "Iterable[Entry]") -> None:
        if weighs(entries):
            self._begin()

    def _begin(self) -> None:
        self._judging.ask_anew()
        if not self._soon.isActive():
            self._soon.start()


def weighs(entries: "Iterable[Entry]") -> bool:
    """Returns whether a draft may be judged otherwise after some entries than before."""
    return any(entry.kind.startswith(_WEIGHING) for entry in entries)
