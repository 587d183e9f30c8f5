"""What was sent, read aside while its panel is open; a newer search replaces an older."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from controlroom.ui.sent.searching import Asked, Found, search
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.store.database import Database


class SentReading(QObject):
    """One thread reads, in small steps.

    Signals:
        found: carries a `Found`.
        failed: carries the `WorldError`.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self._work: Workshop | None = None
        self._house: Any = None
        self._officer, self._search = "", 0
        self._record: Any = None

    def open(self, house: Any, officer: str) -> None:
        """Takes a house; its record is opened when it is first read."""
        self.close()
        self._house, self._officer, self._work = house, officer, Workshop(self)

    def close(self) -> None:
        """Lets go of the record; what is being read is waited for and forgotten."""
        self.forget()
        work, self._work = self._work, None
        if work is not None:
            work.close()
            work.deleteLater()
        record, self._record = self._record, None
        if record is not None:
            record.close()

    def forget(self) -> None:
        """Wants nothing any more of what was asked for."""
        self._search += 1
        self.busy = False

    def look(self, asked: Asked, before: int) -> None:
        """Looks for the next page below a number."""
        if self._work is None:
            return
        self.busy, number = True, self._search
        self._work.do(
            lambda: self._look(asked, before, number),
            partial(self._heard, number),
            partial(self._fail, number),
        )

    def _look(self, asked: Asked, before: int, number: int) -> Found | None:
        if number != self._search:
            return None
        return search(self._database(), asked, before, going=lambda: number == self._search)

    def _database(self) -> "Database":
        if self._record is None:
            self._record = self._house.record(self._officer)
        found: Database = self._record.database
        return found

    def _heard(self, number: int, found: Found | None) -> None:
        if number == self._search and found is not None:
            self.busy = False
            self.found.emit(found)

    def _fail(self, number: int, error: object) -> None:
        if number == self._search:
            self.busy = False
            self.failed.emit(error)
