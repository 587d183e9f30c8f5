"""The headings over the list: its columns, how much is listed, and what is new."""

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.column.pill import Pill
from controlroom.ui.controls.draw import RIGHT, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal.row_paint import columns
from controlroom.ui.language import counted
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEIGHT = 30


class NewPill(Pill):
    """How many new entries stand above what is shown."""

    def retranslate(self) -> None:
        super().retranslate()
        name = counted(
            self.count,
            translate("Record", "Show {n} new entry, full stop"),
            translate("Record", "Show {n} new entries, full stop"),
        )
        self.setAccessibleName(name)
        set_tip(self, translate("Record", "Show new entries  ·  ."))


class ListHead(Styled, QWidget):
    """Time, what was decided, the entry's number."""

    def __init__(self, gutter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gutter, self.told = gutter, ""
        self.pill = NewPill(self)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.pill)
        self._row.addStretch(1)
        self.pill.hide()
        self.follow()

    def say(self, told: str) -> None:
        """Says how much is listed."""
        self.told = told
        self.setAccessibleName(told)
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(HEIGHT))
        self._row.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, look = QPainter(self), theme().palette, look_now()
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line2)
        at = columns(self.width() - self._gutter, self.height(), look)
        captions = translate("Record", "Time"), translate("Record", "What was decided")
        for place, text in zip((at.time, at.told), captions, strict=True):
            words(painter, place, text, colours.text2, Type.CAPTION, 600)
        if at.number.width() > 0:
            last = translate("Record", "Entry")
            words(painter, at.number, last, colours.text2, Type.CAPTION, 600, RIGHT)
        wide = width_of(self.told, Type.CAPTION, 500)
        right = at.told.right() - look.metrics.px(8)
        count = QRect(right - wide, 0, wide, self.height())
        if count.x() > self.pill.geometry().right() or not self.pill.isVisible():
            words(painter, count, self.told, colours.text2, Type.CAPTION, 500)
