"""One drawer's side of the pen: who else replies, what is lost, and what has come over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.model.outgoing.content import Content, ContentUnreadable, read_content
from controlroom.model.pen import Said
from controlroom.ui.reply.pen_hold import PenHold
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.model.pen import Pen
    from controlroom.model.presence import Present
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class PenSide:
    """What the pen of a conversation means to whoever writes in a drawer.

    Attributes:
        pens: every pen of the team.
        hold: the pen of what is written here, while it is here.
    """

    def __init__(self, together: "Together", parent: QObject) -> None:
        self._together = together
        self.pens = together.company.pens
        self.hold = PenHold(self.pens, parent)

    def is_lost(self) -> bool:
        """Returns whether what is written here is another desk's to go on with, or about to be."""
        pen = self._pen()
        return pen is not None and _is_gone(pen)

    def lost_told(self) -> str:
        """Returns who has taken over what is written here, "" for nobody."""
        pen = self._pen()
        if pen is None or not _is_gone(pen):
            return ""
        template = translate(
            "Reply", "{name} has taken this reply over; what you wrote stays here as it was."
        )
        return template.format(name=self._name(pen.asker if pen.is_mine else pen.officer))

    def other_told(self) -> str:
        """Returns who replies at another desk, "" for nobody.

        Where the database knows nobody's pen, whoever types is taken for replying.
        """
        names = self.hold.names
        one: Pen | Present | None = self.pens.others(*names)
        if one is None and not self.pens.is_known and names:
            one = self._together.company.typing(*names)
        if one is None:
            return ""
        template = translate("Reply", "Send is locked: {name} is replying.")
        return template.format(name=self._name(one.officer))

    def follow(self, content: Content, *, private: bool) -> None:
        """Tells the team what is written here, unless another desk has the pen of it."""
        if self.hold.is_lost():
            self.hold.end()
        else:
            self.hold.follow(content, private=private)

    def has_come(self) -> str | None:
        """Returns what another desk wrote and this one goes on with, once; None for nothing."""
        text = self.pens.landed(*self.hold.names)
        if text is not None:
            self.hold.take()
        return text

    def _pen(self) -> "Pen | None":
        return self.pens.of(*self.hold.names)

    def _name(self, officer: str) -> str:
        return officer_name(self._together.book.state, officer)


def read_theirs(text: str) -> Content | None:
    """Returns what another desk wrote, None if it was written by another version."""
    try:
        return read_content(text)
    except ContentUnreadable:
        return None


def _is_gone(pen: "Pen") -> bool:
    return pen.lost_here or (pen.is_mine and pen.said is Said.GIVEN)
