"""The stream line of a column: how its stream stands, and the pill."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.board.column.pill import Pill
from controlroom.ui.board.column.standing import Standing
from controlroom.ui.controls.draw import box, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme


class StreamLine(Styled, QWidget):
    """State in an icon and a word, and the pill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing("sync", "")
        self.pill = Pill(self)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.pill)
        self.follow()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.height.stream_line)
        self._row.setContentsMargins(0, 1, theme().metrics.px(8), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(0, 0, self.width(), 1, colours.line1)
        colour = getattr(colours, self.standing.colour)
        middle, size = (self.height() + 1) // 2, px(12)
        if self.standing.icon == "dot":
            size = px(6)
            dot = QRect(px(12), middle - size // 2, size, size)
            box(painter, dot, size / 2, colour)
        else:
            draw_icon(painter, self.standing.icon, px(12), middle - size // 2, size, colour)
        end = self.pill.x() - px(6) if self.pill.isVisible() else self.width() - px(8)
        left = px(12) + size + px(5)
        area = QRect(left, 1, end - left, self.height() - 1)
        words(painter, area, self.standing.word, colour, Type.CAPTION, 500)
        left += width_of(self.standing.word, Type.CAPTION, 500) + px(6)
        rest = QRect(left, 1, max(0, end - left), self.height() - 1)
        if rest.width() > px(24):
            words(painter, rest, self.standing.detail, colours.text3, Type.CAPTION)
