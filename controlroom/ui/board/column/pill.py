"""The pill: where new posts are announced, and nowhere else."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CLEAR, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
MOST_SHOWN = 99


class Pill(Styled, QAbstractButton):
    """How many new posts wait; a press shows them. Only an outline while the column is paused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.outline = 0, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def say(self, count: int, *, outline: bool) -> None:
        """Shows a number, nothing for 0."""
        if (count, outline) == (self.count, self.outline):
            return
        self.count, self.outline = count, outline
        self.retranslate()
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        number = language().figure(min(self.count, MOST_SHOWN))
        number += "+" if self.count > MOST_SHOWN else ""
        text = (
            translate("Column", "{n} waiting") if self.outline else translate("Column", "{n} new")
        )
        self.setText(text.format(n=number))
        name = translate("Column", "Show {text}, full stop").format(text=self.text())
        self.setAccessibleName(name)
        set_tip(self, translate("Column", "Show new posts  ·  ."))

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = px(6 + 11 + 4 + 8) + width_of(self.text(), Type.CAPTION, 600)
        return QSize(width, theme().metrics.height.pill)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        ground = CLEAR if self.outline else colours.accent_fill
        edge = colours.accent_line if self.outline else None
        colour = colours.accent if self.outline else colours.on_accent
        box(painter, self.rect(), self.height() / 2, ground, edge)
        top = (self.height() - px(11)) // 2
        draw_icon(painter, "up", px(6), top, px(11), colour)
        area = self.rect().adjusted(px(6 + 11 + 4), 0, -px(4), 0)
        words(painter, area, self.text(), colour, Type.CAPTION, 600)
