"""The line under a search field: what is wrong with the search, at the character where it is."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from controlroom.model.query.errors import QueryError
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

MARK = 7


class QueryErrorLine(Styled, QWidget):
    """A small red mark under the characters at fault, and the sentence below it.

    Its height is kept free, so that nothing jumps when an error comes or goes.
    """

    def __init__(self, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.error: QueryError | None = None
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
        """Returns left edge and width of the mark, in pixels."""
        if self.error is None:
            return 0, 0
        before = self._field.text()[: self.error.position]
        at = self._field.text()[self.error.position :][: max(1, self.error.length)]
        measure = self._field.fontMetrics()
        # The field's own padding stands before its text.
        left = theme().metrics.px(8) + 2 + measure.horizontalAdvance(before)
        return min(left, self.width() - 4), max(4, measure.horizontalAdvance(at))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.error is not None:
            left, width = self.mark_place()
            QPainter(self).fillRect(left, 2, width, 2, theme().palette.red)
