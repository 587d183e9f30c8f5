"""The line under a search field: what is wrong with the search, at the character where it is."""

from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from controlroom.model.query.errors import QueryError
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

MARK, THICK, LEAST = 9, 3, 8
"""Room of the mark, its height, and the width it has at least, in pixels at 100 %."""
_ANCHOR = Qt.InputMethodQuery.ImAnchorRectangle
_CURSOR = Qt.InputMethodQuery.ImCursorRectangle


class QueryErrorLine(Styled, QWidget):
    """A small red mark under the characters at fault, and the sentence below it.

    Its height is kept free, so that nothing jumps when an error comes or goes.
    """

    def __init__(self, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.error: QueryError | None = None
        self._ends = [0, 0]
        self.text = Prose(Type.SMALL, 400, "text1", self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.textEdited.connect(self.clear)
        self.follow()

    def say(self, error: QueryError) -> None:
        """Shows an error and puts the cursor at its characters."""
        self.error = error
        self.text.set_text(told(error))
        self._field.setAccessibleDescription(told(error))
        self._field.setSelection(error.position, max(1, error.length))
        # A field scrolls to its cursor only as it is painted.
        self._field.repaint()
        self.resizeEvent(None)
        self.update()

    def clear(self, *_text: str) -> None:
        """Shows nothing."""
        self.error = None
        self.text.set_text("")
        self._field.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().metrics.px(MARK) + 3 * theme().fonts.line(Type.SMALL))

    def resizeEvent(self, _event: object) -> None:
        top = theme().metrics.px(MARK)
        self.text.setGeometry(0, top, self.width(), max(0, self.height() - top))

    def mark_place(self) -> tuple[int, int]:
        """Returns left edge and width of the mark, in pixels: 0 and 0 without an error."""
        if self.error is None:
            return 0, 0
        if self._field.selectionStart() == self.error.position:
            # Later the cursor may go elsewhere, and the mark stays.
            self._ends = sorted(self._x_of(end) for end in (_ANCHOR, _CURSOR))
        ends = self._ends
        least = theme().metrics.px(LEAST)
        width = min(max(least, ends[1] - ends[0]), self.width())
        left = (ends[0] + ends[1] - width) // 2
        return max(0, min(left, self.width() - width)), width

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.error is not None:
            px = theme().metrics.px
            left, width = self.mark_place()
            # Clear of the ring around the field.
            QPainter(self).fillRect(left, px(4), width, px(THICK), theme().palette.red)

    def _x_of(self, end: Qt.InputMethodQuery) -> int:
        """Returns where an end of what is selected is seen, whatever way the text runs."""
        rect = cast("QRect", self._field.inputMethodQuery(end))
        # Qt gives the room around a text cursor, which stands in its middle.
        place = self._field.mapToGlobal(QPoint(rect.x() + rect.width() // 2, 0))
        return self.mapFromGlobal(place).x()
