"""The head of a part of the composer: an icon, what it is, and what belongs beside that."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.draw import fill, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

HEIGHT, PAD, ICON, GAP = 40, 14, 16, 8


class PaneHead(Styled, QWidget):
    """Further widgets stand at the right."""

    def __init__(self, icon: str, *ends: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._text, self._aside = icon, "", ""
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for end in ends:
            self._row.addWidget(end)
        self._ends = ends
        self.follow()

    def say(self, text: str, aside: str = "") -> None:
        """Sets the words, and quieter ones behind them."""
        self._text, self._aside = text, aside
        self.setAccessibleName(f"{text} {aside}".strip())
        self.update()

    def room_beside(self) -> int:
        """Returns how wide what stands at the right may be without cutting the words."""
        px = theme().metrics.px
        taken = px(PAD + ICON + GAP) + width_of(self._text, Type.BODY, 600) + px(GAP + PAD)
        return max(0, self.width() - taken)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(PAD), 0, px(PAD), 1)
        self._row.setSpacing(px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), colours.line1)
        draw_icon(
            painter, self._icon, px(PAD), (self.height() - px(ICON)) // 2, px(ICON), colours.text2
        )
        left = px(PAD + ICON + GAP)
        end = min(
            (one.x() for one in self._ends if one.isVisible()), default=self.width() - px(PAD)
        )
        width = min(width_of(self._text, Type.BODY, 600), max(0, end - left - px(4)))
        area = QRect(left, 0, width, self.height())
        words(painter, area, self._text, colours.text1, Type.BODY, 600)
        rest = QRect(area.right() + px(GAP), 0, end - area.right() - px(2 * GAP), self.height())
        if self._aside and rest.width() > 0:
            words(painter, rest, self._aside, colours.text3, Type.SMALL)
