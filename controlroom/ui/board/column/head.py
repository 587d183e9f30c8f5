"""The head of a column: title row, the stream line where news is announced, the filter."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.board.column.filter_line import FilterLine
from controlroom.ui.board.column.hour import Hour
from controlroom.ui.board.column.stream_line import StreamLine
from controlroom.ui.board.column.title import TitleRow
from controlroom.ui.board.state import Standing
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme


class Head(Styled, QWidget):
    """Title row, stream line and filter line on the ground of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.line, self.filter = TitleRow(self), StreamLine(self), FilterLine(self)
        self.current = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 1)
        rows.setSpacing(0)
        for part in (self.title, self.line, self.filter):
            rows.addWidget(part)
        self.follow()

    def mark(self, current: bool) -> None:
        """Marks the column as the one keys act on, or not."""
        if current != self.current:
            self.current = current
            self.update()

    def say(self, glyph: str, title: str, *, pinned: bool) -> None:
        """Shows glyph and title."""
        self.title.glyph, self.title.title, self.title.pinned = glyph, title, pinned
        self.title.update()

    def say_filter(self, query: str) -> None:
        """Shows what the column is narrowed to."""
        self.filter.say(query)
        self.title.say_filter(bool(query) or self.filter.editing)

    def say_unread(self, number: int, *, more: bool) -> None:
        """Shows how many posts are unread; `more` if there are others."""
        if (number, more) != (self.title.unread, self.title.more_unread):
            self.title.unread, self.title.more_unread = number, more
            self.title.update()

    def say_standing(
        self, standing: Standing, hour: Hour, rate: str, waiting: int, *, paused: bool
    ) -> None:
        """Shows how the stream stands, its last hour, and what waits."""
        line = self.line
        shown = (standing, hour, rate, waiting, paused)
        if shown == (line.standing, line.hour, line.rate, line.pill.count, line.pill.outline):
            return
        line.standing, line.hour, line.rate = standing, hour, rate
        line.pill.say(waiting, outline=paused)
        self.title.say_paused(paused)
        line.update()

    def say_waiting(self, number: int) -> None:
        """Shows how many posts wait; everything else stays."""
        pill = self.line.pill
        if number != pill.count:
            pill.say(number, outline=pill.outline)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        if self.current:
            painter.fillRect(0, 0, self.width(), 2, colours.accent)
