"""Who writes which answer, in the window: one desk at a time has the pen of a conversation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from controlroom.model.presence import desk_called

if TYPE_CHECKING:
    from controlroom.model.pen import Ended, Pen
    from controlroom.team.pens import PenKeeper, PenTable


class PenBook(QObject):
    """The pens of a team. Lives and is asked in the window's thread; empty on a desk of one.

    Signals:
        changed: somebody took, asked for, or ended one; or they are known again, or no more.
        read: what is written where this desk watches; carries it, None if it is not for us.
        took: this desk has taken a pen, with what was written; look for it by `landed`.
        denied: the database did not let this desk take a pen it was not asking for.

    Attributes:
        all: every pen that somebody has, or had a moment ago.
        is_known: the team's database says who writes; without it nobody is held back by this.
        desk: what this workstation is called among the others, "" where there are none.
    """

    changed = Signal()
    read = Signal(object)
    took = Signal()
    denied = Signal()
    _heard = Signal(object, object)
    _came = Signal(object, object)
    _took = Signal(object, object, object)
    _left = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Pen, ...] = ()
        self.is_known = False
        self.desk = ""
        self._keeper: PenKeeper | None = None
        # What one house still told is nothing to the next.
        self._house: object = None
        self._landed: list[tuple[tuple[str, ...], str]] = []
        self._took.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._left.connect(self._deny, Qt.ConnectionType.QueuedConnection)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._take_text, Qt.ConnectionType.QueuedConnection)

    def begin(self, desk: str = "") -> "PenKeeper":
        """Returns what takes its turns beside presence, for another house."""
        from controlroom.team.pens import PenKeeper

        self.desk = desk_called(desk)
        house = self._house = object()
        self._keeper = PenKeeper(
            lambda pens: self._heard.emit(house, pens), lambda text: self._came.emit(house, text)
        )
        return self._keeper

    def close(self) -> None:
        """Nobody can know who writes any more."""
        self._keeper = self._house = None
        self.desk = ""
        self._landed.clear()
        self._take(None, None)

    def of(self, *names: str) -> "Pen | None":
        """Returns the pen of a conversation, None while nobody has it."""
        found = (one for one in self._all_of(names) if not one.ended)
        return next(found, None)

    def ended(self, *names: str) -> "Pen | None":
        """Returns the pen of a conversation that was let go of last, None for none."""
        return next((one for one in reversed(self._all_of(names)) if one.ended), None)

    def others(self, *names: str) -> "Pen | None":
        """Returns the pen of a conversation if another desk has it."""
        pen = self.of(*names)
        return pen if pen is not None and not pen.is_mine else None

    def is_mine(self, *names: str) -> bool:
        """Returns whether this desk has the pen of a conversation."""
        pen = self.of(*names)
        return pen is not None and pen.is_mine

    def write(self, names: tuple[str, ...], text: str, *, private: bool) -> None:
        """Takes the pen if nobody has it, and says what is written."""
        if self._keeper is not None:
            from controlroom.team.pens import Written

            self._keeper.write(Written(names, text, private))

    def rest(self) -> None:
        """What is written here is being put forward; whatever comes of it, `end` follows."""
        if self._keeper is not None:
            self._keeper.rest()

    def end(self, how: "Ended") -> None:
        """Lets go of the pen; does nothing without one."""
        if self._keeper is not None:
            self._keeper.end(how)

    def watch(self, names: tuple[str, ...]) -> None:
        """Reads from now on what somebody writes to a conversation; () for none."""
        if self._keeper is not None:
            self._keeper.watch(names)

    def ask(self, names: tuple[str, ...], *, asks: bool = True) -> None:
        """Asks for the pen of a conversation, or asks no more."""
        if self._keeper is not None:
            self._keeper.order(lambda table: table.ask(names, asks=asks))

    def answer(self, names: tuple[str, ...], *, gives: bool) -> None:
        """Says yes or no to whoever asked; what is written goes before it."""
        if self._keeper is not None:
            self._keeper.order(lambda table: table.answer(names, gives=gives))

    def take(self, pen: "Pen", *, at_once: bool = False) -> None:
        """Takes a pen from whoever has it, where that may be; `took` tells of it."""
        keeper, house = self._keeper, self._house
        if keeper is None:
            return

        def do(table: "PenTable") -> "tuple[Pen, ...]":
            if _has(table.look(), pen.names):
                return table.look()
            pens = table.take(pen, at_once=at_once)
            if _has(pens, pen.names):
                self._took.emit(house, pen.names, table.read(pen.names) or "")
            elif not pen.asked_here:
                self._left.emit(house)
            return pens

        keeper.order(do)

    def landed(self, *names: str) -> str | None:
        """Returns what was written where a pen was taken, once; None for nothing new."""
        found = next((one for one in self._landed if set(one[0]) & set(names)), None)
        if found is None:
            return None
        self._landed.remove(found)
        return found[1]

    def _land(self, house: object, names: tuple[str, ...], text: str) -> None:
        """What nobody takes up, because the conversation was closed, waits for its next opening."""
        keeper = self._keeper
        if house is not self._house or keeper is None:
            return
        self._landed.append((names, text))
        self.took.emit()
        if any(one[0] == names for one in self._landed):
            from controlroom.model.pen import Ended

            keeper.order(lambda table: table.end(names, Ended.LEFT))

    def _deny(self, house: object) -> None:
        if house is self._house:
            self.denied.emit()

    def _all_of(self, names: Sequence[str]) -> "list[Pen]":
        wanted = set(names)
        return [one for one in self.all if wanted & set(one.names)]

    def _take(self, house: object, pens: "tuple[Pen, ...] | None") -> None:
        if house is not self._house:
            return
        before = self.is_known, self.all
        self.is_known, self.all = pens is not None, pens or ()
        if before != (self.is_known, self.all) or any(one.asker for one in self.all):
            self.changed.emit()

    def _take_text(self, house: object, text: str | None) -> None:
        if house is self._house:
            self.read.emit(text)


def _has(pens: "tuple[Pen, ...]", names: tuple[str, ...]) -> bool:
    """Returns whether this desk has the pen of a conversation."""
    return any(one.is_mine and not one.ended and set(one.names) & set(names) for one in pens)
