"""Signs in line by line of a file, a few at a time, and saves all that succeeded at the end."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, Signal

from controlroom.feeds.signing_in import Offer
from controlroom.model.profile_file import FileLine
from controlroom.ui.line import EngineLine
from controlroom.ui.profiles.connection import Connection

AT_ONCE = 4


class Fate(Enum):
    """What became of a line."""

    WAITS = auto()
    ASKED = auto()
    GOOD = auto()
    FAILED = auto()


@dataclass(slots=True)
class Checked:
    """A line and what the network said of it."""

    line: FileLine
    fate: Fate = Fate.WAITS
    offer: Offer | None = None
    text: str = ""


class ImportRun(QObject):
    """One run through a file. Nothing is saved before every line has been checked.

    Signals:
        moved: a line's fate has changed, by its place.
        checked: every line has been checked.
        saved: with how many profiles.
        refused: an error of the keychain.
    """

    moved = Signal(int)
    checked = Signal()
    saved = Signal(int)
    refused = Signal(object)

    def __init__(self, lines: Sequence[FileLine], line: EngineLine, parent: QObject) -> None:
        super().__init__(parent)
        self.rows = [Checked(one) for one in lines]
        self._line = line
        self._waiting: deque[int] = deque()
        self._asked: dict[int, int] = {}
        self._connection = Connection(line, self)
        self._connection.done.connect(self.saved)
        self._connection.refused.connect(self.refused)
        line.connected.connect(self._connected)
        line.unconnected.connect(self._unconnected)

    def start(self) -> None:
        """Checks every line that can be used and was not good before."""
        usable = (n for n, row in enumerate(self.rows) if row.line.wrong is None)
        self._waiting = deque(n for n in usable if self.rows[n].fate is not Fate.GOOD)
        self._ask_more()

    def stop(self) -> None:
        """Ends the checking; what is good stays good."""
        self._waiting.clear()
        for ticket in self._asked:
            self._line.say(connect={"ticket": ticket, "cancel": True})
        self._asked.clear()

    def good(self) -> int:
        """Returns how many lines are good."""
        return sum(row.fate is Fate.GOOD for row in self.rows)

    def under_way(self) -> bool:
        """Returns whether lines are being checked."""
        return bool(self._asked or self._waiting)

    def save(self) -> None:
        """Saves what is good."""
        rows = [row for row in self.rows if row.offer is not None]
        offers = [row.offer for row in rows if row.offer is not None]
        self._connection.save(
            offers, [row.line.group for row in rows], [row.line.owner for row in rows]
        )

    def _ask_more(self) -> None:
        while self._waiting and len(self._asked) < AT_ONCE:
            self._ask(self._waiting.popleft())
        if not self.under_way():
            self.checked.emit()

    def _ask(self, place: int) -> None:
        line, ticket = self.rows[place].line, self._line.ticket()
        self._asked[ticket] = place
        self._set(place, Fate.ASKED)
        self._line.say(
            connect={
                "ticket": ticket,
                "network": line.network,
                "way": line.way,
                "host": line.host,
                "handle": line.handle,
                "secret": line.token,
            }
        )

    def _connected(self, told: Any) -> None:
        place = self._asked.pop(told.ticket, None)
        if place is not None:
            self.rows[place].offer = told.offers[0]
            self._set(place, Fate.GOOD)
            self._ask_more()

    def _unconnected(self, told: Any) -> None:
        place = self._asked.pop(told.ticket, None)
        if place is not None:
            self._set(place, Fate.FAILED, told.text)
            self._ask_more()

    def _set(self, place: int, fate: Fate, text: str = "") -> None:
        row = self.rows[place]
        row.fate, row.text = fate, text
        self.moved.emit(place)
