"""The head of a column: title row, and the stream line where news is announced."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.board.column.standing import Standing
from controlroom.ui.board.column.stream_line import StreamLine
from controlroom.ui.board.column.title import TitleRow
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme


class Head(Styled, QWidget):
    """Title row and stream line on the ground of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.line = TitleRow(self), StreamLine(self)
        self.current = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 1)
        rows.setSpacing(0)
        rows.addWidget(self.title)
        rows.addWidget(self.line)
        self.follow()

    def mark(self, current: bool) -> None:
        """Marks the column as the one keys act on, or not."""
        if current != self.current:
            self.current = current
            self.update()

    def say(self, glyph: str, title: str) -> None:
        """Shows glyph and title."""
        self.title.glyph, self.title.title = glyph, title
        self.title.update()

    def say_unread(self, number: int, *, more: bool) -> None:
        """Shows how many posts are unread; `more` if there are others."""
        if (number, more) != (self.title.unread, self.title.more_unread):
            self.title.unread, self.title.more_unread = number, more
            self.title.update()

    def say_standing(self, standing: Standing, waiting: int, *, paused: bool) -> None:
        """Shows how the stream stands and what waits."""
        line = self.line
        if (standing, waiting, paused) == (line.standing, line.pill.count, line.pill.outline):
            return
        line.standing = standing
        line.pill.say(waiting, outline=paused)
        self.title.say_paused(paused)
        line.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        if self.current:
            painter.fillRect(0, 0, self.width(), 2, colours.accent)
