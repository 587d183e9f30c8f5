"""Has the pen of a conversation while its answer is written here, and before it may leave."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from controlroom.model.outgoing.content import Content, ContentTooLong, written
from controlroom.model.pen import Ended, Pen

if TYPE_CHECKING:
    from controlroom.ui.together.pens import PenBook

MOST_ANSWERED = 20
"""Keys of a conversation that its answer names; two desks that hold any of it share one of them."""


class PenHold(QObject):
    """The pen of one drawer's answer, from the first letter until it is put forward or left.

    Attributes:
        names: keys of the conversation, () while it is not known.
        is_wanted: somebody writes here: what was only opened again takes nothing.
    """

    def __init__(self, pens: "PenBook", parent: QObject) -> None:
        super().__init__(parent)
        self._pens = pens
        self.names: tuple[str, ...] = ()
        self.is_wanted = False
        self._then: Callable[[], None] | None = None
        self._lost: Pen | None = None
        pens.changed.connect(self._go_on)

    def follow(self, content: Content, *, private: bool) -> None:
        """Says what is written, if somebody writes here."""
        if self.is_wanted and self.names:
            self._pens.write(self.names, _text(content), private=private)

    def once_mine(self, content: Content, do: Callable[[], None], *, private: bool) -> None:
        """Does something once the pen is here; never if another desk has it.

        Where nobody can know who writes, it is done at once.
        """
        if not self._pens.is_known or self._pens.is_mine(*self.names):
            do()
            return
        self.is_wanted, self._then = True, do
        self.follow(content, private=private)

    @property
    def answers(self) -> tuple[str, ...]:
        """Keys of the conversation as its answer names them; () where nobody else could answer."""
        return self.names[:MOST_ANSWERED] if self._pens.desk else ()

    @property
    def desk(self) -> str:
        """What this workstation is called among the others."""
        return self._pens.desk

    def is_lost(self) -> bool:
        """Returns whether another desk has it, or has answered with it, which is told once."""
        pen = self._pens.of(*self.names)
        if pen is not None:
            return pen.lost_here
        ended, before = self._pens.ended(*self.names), self._lost
        self._lost = ended if ended is not None and ended.lost_here else None
        return self._lost is not None and self._lost != before

    def rest(self) -> None:
        """The answer is put forward: the database ends the pen with it."""
        self._pens.rest()

    def end(self, how: Ended = Ended.LEFT) -> None:
        """Lets go of it."""
        self._then = None
        if self.is_wanted:
            self.is_wanted = False
            self._pens.end(how)

    def take(self) -> None:
        """The pen has come from another desk."""
        self.is_wanted = True

    def _go_on(self) -> None:
        if self._then is None:
            return
        known = self._pens.is_known
        if known and self._pens.of(*self.names) is None:
            return
        do, self._then = self._then, None
        if not known or self._pens.is_mine(*self.names):
            do()


def _text(content: Content) -> str:
    """Returns a content as another desk could go on with it; nothing of one that is too long."""
    try:
        return written(content)
    except ContentTooLong:
        return ""
