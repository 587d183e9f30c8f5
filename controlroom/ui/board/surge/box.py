"""The groups of a surge above the cards: what many say in almost the same words, and how many."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.surge.digest import Tally
from controlroom.ui.controls.count import count_width, draw_count
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ROW = 46
LONGEST = 120


class GroupRow(NamedTuple):
    """One group as it is shown."""

    text: str
    second: str
    number: int
    newest: int


def rows_of(groups: Sequence[Tally], now_s: int) -> tuple[GroupRow, ...]:
    """Returns groups in words."""
    return tuple(_row(group, now_s) for group in groups)


def _row(group: Tally, now_s: int) -> GroupRow:
    growing = group.is_growing(now_s)
    how = translate("Surge", "growing") if growing else translate("Surge", "quiet")
    people = counted(
        group.authors,
        translate("Surge", "{n} author"),
        translate("Surge", "{n} authors"),
    )
    text = language().quoted(clean_line(group.text, LONGEST))
    return GroupRow(text, f"{people} · {how}", group.number, group.newest)


class GroupBox(Styled, QWidget):
    """Rows of groups.

    Signals:
        pressed: a group was pressed; carries the id of its newest post.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[GroupRow, ...] = ()
        self.setFixedHeight(0)
        self.follow()

    def say(self, rows: tuple[GroupRow, ...]) -> None:
        """Shows these groups; takes no room where there are none."""
        if rows == self.rows:
            return
        self.rows = rows
        self.setAccessibleName(", ".join(f"{row.text} {row.number}" for row in rows))
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(len(self.rows) * theme().metrics.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height = QPainter(self), theme().metrics.px(ROW)
        for place, row in enumerate(self.rows):
            self._paint_row(painter, QRect(0, place * height, self.width(), height), row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y()) // theme().metrics.px(ROW)
        if event.button() == Qt.MouseButton.LeftButton and place < len(self.rows):
            self.pressed.emit(self.rows[place].newest)

    @staticmethod
    def _paint_row(painter: QPainter, area: QRect, row: GroupRow) -> None:
        px, colours = theme().metrics.px, theme().palette
        painter.fillRect(area, colours.bg2)
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, colours.line1)
        count = language().short_figure(row.number)
        wide = count_width(count)
        left = area.right() + 1 - px(8) - wide
        draw_count(painter, left, area.y() + px(8), count)
        first = QRect(px(12), area.y() + px(7), left - px(18), px(18))
        words(painter, first, row.text, colours.text1, Type.BODY)
        draw_icon(painter, "repost", px(12), area.y() + px(28), px(12), colours.text2)
        second = QRect(px(29), area.y() + px(26), area.width() - px(40), px(16))
        words(painter, second, row.second, colours.text2, Type.CAPTION)
