"""What has been looked at of a draft, and what is still to be opened."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

ROW, TICK = 26, 15


class Part(NamedTuple):
    """Something to be opened; `key` is what `DraftApproved.opened` names it by."""

    key: str
    name: str
    is_opened: bool


class PartRow(Button):
    """A line with a tick; pressed it shows the part."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(Kind.GHOST, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.part = part
        self.say(part)

    def say(self, part: Part) -> None:
        """Shows whether it has been opened."""
        self.part = part
        self.set_face(part.name)
        self.setAccessibleName(part.name)
        self.setCheckable(True)
        self.setChecked(part.is_opened)
        self.update()

    def nextCheckState(self) -> None:
        """Opening it ticks it, pressing does not."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), colours.bg3)
        tick = QRect(px(2), (self.height() - px(TICK)) // 2, px(TICK), px(TICK))
        done = self.part.is_opened
        ground = colours.accent_fill if done else colours.bg1
        box(painter, tick, px(3), ground, colours.accent_fill if done else colours.line3)
        if done:
            draw_icon(
                painter, "check", tick.left() + 2, tick.top() + 2, px(TICK) - 4, colours.on_accent
            )
        place = self.rect().adjusted(px(TICK + 10), 0, 0, 0)
        words(painter, place, self.part.name, colours.text1, Type.SMALL)


class LookedList(Styled, QWidget):
    """The lines, one below the other.

    Signals:
        wanted: a part is to be shown; carries its key.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PartRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.follow()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Shows parts."""
        if [row.part.key for row in self.rows] != [part.key for part in parts]:
            self._make(parts)
        for row, part in zip(self.rows, parts, strict=True):
            row.say(part)

    def restyle(self) -> None:
        for row in self.rows:
            row.setFixedHeight(theme().metrics.px(ROW))

    def _make(self, parts: Sequence[Part]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PartRow(part, self) for part in parts]
        for row in self.rows:
            self._column.addWidget(row)
            row.clicked.connect(lambda _on=False, row=row: self.wanted.emit(row.part.key))
        self.restyle()
