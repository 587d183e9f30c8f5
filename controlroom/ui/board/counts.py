"""How much is unread in columns nobody sees: all of them in one question, once a second at most."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model.board import Column
from controlroom.ui.board.column.answers import Asker, Unread, count_of
from controlroom.ui.board.column.desk import BoardDesk

PAUSE_MS = 1000


class Counts(QObject):
    """Counts of columns out of view.

    Signals:
        counted: the counts are others.
    """

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: dict[int, Unread] = {}
        self._wanted: tuple[BoardDesk, list[Column]] | None = None
        self._asking = False
        self._desk: BoardDesk | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._ask)

    def want(self, desk: BoardDesk, columns: Sequence[Column]) -> None:
        """Counts these columns, now or once the last count is a second old."""
        known = [one for one in columns if one.id in desk.lines]
        self._wanted = (desk, known) if known else None
        if not self._rest.isActive() and not self._asking:
            self._ask()

    def close(self) -> None:
        """Forgets everything."""
        self._rest.stop()
        self._wanted, self._asking, self._desk = None, False, None
        self.found.clear()

    def _ask(self) -> None:
        if self._wanted is None:
            return
        (desk, columns), self._wanted = self._wanted, None
        askers = [(one.id, desk.asker(one), desk.lines[one.id]) for one in columns]
        self._asking = True
        desk.reading.ask_later(self, lambda: (desk, _counted(askers)), self._take)
        self._desk = desk

    def _take(self, answer: tuple[BoardDesk, dict[int, Unread]]) -> None:
        desk, found = answer
        if desk is not self._desk:
            return
        self._asking = False
        self._rest.start()
        if any(self.found.get(number) != count for number, count in found.items()):
            self.found.update(found)
            self.counted.emit()


def _counted(askers: Sequence[tuple[int, Asker, int]]) -> dict[int, Unread]:
    return {number: count_of(asker, line) for number, asker, line in askers}
