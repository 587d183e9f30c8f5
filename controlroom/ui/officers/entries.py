"""Who decided something and when: entries of the record, looked up aside by their number."""

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.ui.record.book import RecordBook

MOST_KEPT = 20_000


class Entries(QObject):
    """Gives an entry at once if it is here, else looks it up; what is asked together comes so.

    Signals:
        came: entries that were asked for are here now.
    """

    came = Signal()

    def __init__(self, book: "RecordBook", parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._house: Any = None
        self._work = Workshop(self)
        self._known: dict[int, Entry] = {}
        self._wanted: set[int] = set()
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._fetch)

    def open(self, house: Any) -> None:
        """Takes the house whose record is asked."""
        self._known, self._wanted, self._house = {}, set(), house

    def close(self) -> None:
        """Lets go of the house."""
        self._house = None
        self._soon.stop()

    def end(self) -> None:
        """Ends for good."""
        self.close()
        self._work.close()

    def hear(self, entries: Iterable[Entry]) -> None:
        """Keeps entries that came anyway."""
        self._keep(list(entries))

    def get(self, seq: int) -> Entry | None:
        """Returns an entry if it is here; if not, `came` tells when it is."""
        found = self._known.get(seq)
        if found is None and seq and self._house is not None:
            self._wanted.add(seq)
            if not self._soon.isActive():
                self._soon.start()
        return found

    def _fetch(self) -> None:
        house, wanted, officer = self._house, frozenset(self._wanted), self._book.officer
        self._wanted.clear()
        if house is not None and wanted:
            self._work.do(lambda: _looked_up(house, officer, wanted), self._take, _forget)

    def _take(self, entries: list[Entry]) -> None:
        if self._house is not None and entries:
            self._keep(entries)
            self.came.emit()

    def _keep(self, entries: list[Entry]) -> None:
        if len(self._known) + len(entries) > MOST_KEPT:
            self._known.clear()
        self._known.update({one.seq: one for one in entries})


def _looked_up(house: Any, officer: str, wanted: Iterable[int]) -> list[Entry]:
    with closing(house.record(officer)) as record:
        return [one for seq in sorted(wanted) for one in record.entries(seq - 1, 1)]


def _forget(_error: WorldError) -> None:
    """The record tells by itself that it cannot be reached; the entry stays unknown."""
