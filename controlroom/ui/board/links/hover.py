"""What the mouse is over in texts drawn by ourselves: shape of the pointer, line below a link."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from controlroom.ui.board.links.spans import Found


class Hover(QObject):
    """Follows the mouse over a viewport.

    Attributes:
        whose: id of the post whose link the mouse is over, 0 for none.
    """

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.whose, self._hand = 0, False
        self._found: Found | None = None
        self._viewport = viewport
        viewport.setMouseTracking(True)
        viewport.installEventFilter(self)

    def over(self, whose: int, found: "Found | None", *, acts: bool = False) -> None:
        """Notes what the mouse is over.

        Args:
            acts: a press there does something, though it is no link.
        """
        hand = acts or found is not None
        if hand is not self._hand:
            self._hand = hand
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self._viewport.setCursor(shape)
        whose = whose if found is not None else 0
        if (whose, found) != (self.whose, self._found):
            self.whose, self._found = whose, found
            self._viewport.update()

    def leave(self) -> None:
        """The mouse is over nothing any more, or what lay below it has moved on."""
        self.over(0, None)

    def paint(self, painter: QPainter, text: QPoint, colour: QColor) -> None:
        """Draws the line below the link; `text` is the top left corner of its text."""
        for line in self._found.lines if self._found is not None else ():
            painter.fillRect(line.translated(text), colour)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.leave()
        return False
