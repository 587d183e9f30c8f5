"""The stream line of a column: how its stream stands, its last hour, and the pill."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.board.column.hour import Hour
from controlroom.ui.board.column.pill import Pill
from controlroom.ui.board.state import Standing
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

BARS_WIDTH, BARS_HEIGHT = 64, 12


class StreamLine(Styled, QWidget):
    """State in an icon and a word, bars of the last hour, the pace, and the pill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing, self.hour, self.rate = Standing("sync", ""), Hour(), ""
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
        end = self.pill.x() - px(6) if self.pill.isVisible() else self.width() - px(8)
        left = self._paint_word(painter, end)
        if self.standing.is_live and any(self.hour.bars) and end - left > px(BARS_WIDTH + 24):
            self._paint_bars(painter, left)
            left += px(BARS_WIDTH + 6)
        detail = " · ".join(part for part in (self.rate, self.standing.detail) if part)
        rest = QRect(left, 1, max(0, end - left), self.height() - 1)
        if rest.width() > px(24):
            words(painter, rest, detail, colours.text3, Type.CAPTION)

    def _paint_word(self, painter: QPainter, end: int) -> int:
        px, colours = theme().metrics.px, theme().palette
        colour = getattr(colours, self.standing.colour)
        middle, size = (self.height() + 1) // 2, px(12)
        if self.standing.icon == "dot":
            size = px(6)
            box(painter, QRect(px(12), middle - size // 2, size, size), size / 2, colour)
        else:
            draw_icon(painter, self.standing.icon, px(12), middle - size // 2, size, colour)
        left = px(12) + size + px(5)
        area = QRect(left, 1, end - left, self.height() - 1)
        words(painter, area, self.standing.word, colour, Type.CAPTION, 500)
        return left + width_of(self.standing.word, Type.CAPTION, 500) + px(6)

    def _paint_bars(self, painter: QPainter, left: int) -> None:
        px, colour, bars = theme().metrics.px, theme().palette.text3, self.hour.bars
        high, step = px(BARS_HEIGHT), px(BARS_WIDTH) / len(bars)
        foot, most = (self.height() + 1 + high) // 2, max(bars)
        for place, number in enumerate(bars):
            height = max(1, round(high * number / most))
            x, end = round(left + place * step), round(left + (place + 1) * step) - 1
            painter.fillRect(x, foot - height, max(1, end - x), height, colour)
