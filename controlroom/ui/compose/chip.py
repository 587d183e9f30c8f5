"""A chip: a word that is pressed, blue while it holds."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

HEIGHT, PAD, ICON, GAP, WIDEST = 24, 8, 12, 5, 220


class Chip(Styled, QAbstractButton):
    """An icon, a word, or both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.follow()

    def say(self, text: str, icon: str = "", name: str = "") -> None:
        """Sets the word, the icon before it, and the name for screen readers if it is another."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(name or text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = 2 * px(PAD) + (width_of(self.text(), Type.SMALL, 500) if self.text() else 0)
        if self._icon:
            width += px(ICON) + (px(GAP) if self.text() else 0)
        return QSize(min(width, px(WIDEST)), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        ground = colours.bg3 if self.underMouse() and self.isEnabled() else colours.bg2
        edge, ink = colours.line2, colours.text2 if self.isEnabled() else colours.text_disabled
        if self.isChecked():
            ground, edge, ink = colours.accent_tint, colours.accent_line, colours.accent
        box(painter, self.rect(), theme().metrics.radius.badge, ground, edge)
        left = px(PAD)
        if self._icon:
            top = (self.height() - px(ICON)) // 2
            draw_icon(painter, self._icon, left, top, px(ICON), ink)
            left += px(ICON) + px(GAP)
        area = QRect(left, 0, self.width() - left - px(PAD) + 1, self.height())
        words(painter, area, self.text(), ink, Type.SMALL, 500)
