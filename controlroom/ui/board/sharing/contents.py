"""What entries of the record say a shared board is made of: heard as they come, or read."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model.board_shape import Shape
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import BoardShared, read
from controlroom.store.desk.board_file import BoardFileError, read_shape
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.store.journal.followed import Followed

AGAIN_MS = 5_000
"""An entry that has not been copied to this computer yet is looked for again after this."""


class Contents(QObject):
    """What is kept of entries about boards, by their numbers.

    Signals:
        came: more is known than before.
    """

    came = Signal()

    def __init__(self, window: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._work = Workshop(self)
        self._known: dict[int, tuple[str, Shape | None]] = {}
        self._asked: set[int] = set()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.came)

    def clear(self) -> None:
        """Forgets everything: another record is read."""
        self._known.clear()
        self._asked.clear()
        self._again.stop()

    def close(self) -> None:
        """Ends for good; waits for what is being read."""
        self._again.stop()
        self._work.close()

    def hear(self, entries: Iterable[Entry]) -> None:
        """Takes entries as they come."""
        for entry in entries:
            said = read(entry)
            if isinstance(said, BoardShared):
                self._known[entry.seq] = entry.actor, _shape(said)

    def has(self, *seqs: int) -> bool:
        """Returns whether what these entries say is known; reads it if not. 0 is no entry."""
        missing = {seq for seq in seqs if seq} - {*self._known}
        if wanted := missing - self._asked:
            self._asked |= wanted
            house, officer = self._window.house, self._window.record.officer
            work = partial(_read, house, officer, sorted(wanted))
            self._work.do(work, partial(self._take, wanted), partial(self._lost, wanted))
        return not missing

    def shape(self, seq: int) -> Shape | None:
        """Returns the board of an entry, None if this version cannot read it."""
        return self._known.get(seq, ("", None))[1]

    def actor(self, seq: int) -> str:
        """Returns the force number of whoever decided it."""
        return self._known.get(seq, ("", None))[0]

    def _take(self, wanted: set[int], entries: list[Entry]) -> None:
        self._asked -= wanted
        self.hear(entries)
        for entry in entries:
            self._known.setdefault(entry.seq, (entry.actor, None))
        if any(seq in self._known for seq in wanted):
            self.came.emit()
        else:
            self._again.start()

    def _lost(self, wanted: set[int], error: WorldError) -> None:
        self._asked -= wanted
        self._again.start()
        self._window.trouble.emit(error)


def _shape(said: BoardShared) -> Shape | None:
    try:
        return read_shape(said.content)
    except BoardFileError:
        return None


def _read(house: Any, officer: str, seqs: Sequence[int]) -> list[Entry]:
    """Reads entries; runs off the window's thread."""
    record: Followed
    with closing(house.record(officer)) as record:
        return [one for seq in seqs for one in record.entries(seq - 1, 1) if one.seq == seq]
