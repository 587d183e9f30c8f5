"""Who else is here, in the window: at which desk, in which conversation, reading or typing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from controlroom.model.presence import Doing, Present
from controlroom.ui.together.pens import PenBook

if TYPE_CHECKING:
    from controlroom.team.presence import Meeting, Presence


class MeetingHouse(Protocol):
    """The open house, as far as presence needs it."""

    def presence(self, desk: str) -> "Meeting | None":
        """Returns where those of a team meet, None on a desk of one."""


class Company(QObject):
    """The others. Lives and is asked in the window's thread; alone on a desk of one.

    Signals:
        changed: others are here, or do something else.

    Attributes:
        others: everybody who is at another desk.
        is_team: whether there can be others.
        pens: who writes which answer.
    """

    changed = Signal()
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.others: tuple[Present, ...] = ()
        self.is_team = False
        self.pens = PenBook(self)
        self._presence: Presence | None = None
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def open(self, house: MeetingHouse, desk: str) -> None:
        """Begins to meet those of the house's team, if it has one.

        Args:
            desk: what this workstation is called.
        """
        self.close()
        first = house.presence(desk)
        if first is None:
            return
        from controlroom.team.presence import Presence

        self.is_team = True
        door = _door(first, partial(house.presence, desk))
        self._presence = Presence(door, self._heard.emit, self.pens.begin(desk))
        self._presence.begin()
        self.changed.emit()

    def close(self) -> None:
        """Leaves."""
        presence, self._presence = self._presence, None
        if presence is not None:
            presence.end()
            self.is_team, self.others = False, ()
            self.pens.close()
            self.changed.emit()

    def be(self, doing: Doing, about: str = "") -> None:
        """Tells the others what is done at this desk now."""
        if self._presence is not None:
            self._presence.be(doing, about)

    def typing(self, *conversation: str) -> Present | None:
        """Returns who types in a conversation, the first who began; None for nobody.

        Args:
            conversation: the keys it can have.
        """
        found = [one for one in self.others if one.doing is Doing.TYPING]
        mine = [one for one in found if one.about in conversation]
        return min(mine, key=lambda one: one.since, default=None)

    def reading(self, *conversation: str) -> Sequence[Present]:
        """Returns everybody who has a conversation open, the first who opened it first."""
        found = (one for one in self.others if one.about and one.about in conversation)
        return sorted(found, key=lambda one: one.since)

    def _take(self, others: tuple[Present, ...]) -> None:
        if self._presence is not None and others != self.others:
            self.others = others
            self.changed.emit()


def _door(first: "Meeting", again: "Callable[[], Meeting | None]") -> "Callable[[], Meeting]":
    """The meeting that was there to be asked is the first to be used."""
    kept = [first]

    def opened() -> "Meeting":
        found = kept.pop() if kept else again()
        assert found is not None
        return found

    return opened
