"""A segment of the status bar: icon, words, a key; pressed where it is a switch."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.draw import fill, key_colours, keycap, keycap_width, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

PAD, GAP, ICON, RULE = 9, 5, 13, 14


class Segment(Styled, QAbstractButton):
    """One segment; `colour` names a colour of the palette."""

    def __init__(
        self, icon: str, parent: QWidget | None = None, ruled: bool = True, colour: str = "text2"
    ) -> None:
        super().__init__(parent)
        self.icon_name = icon
        self._ruled, self._colour, self._key = ruled, colour, ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.follow()

    def say(self, text: str, key: str = "") -> None:
        """Sets the words and the key shown after them."""
        self._key = key
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = self._left() + width_of(self.text(), Type.CAPTION, 500)
        if self._key:
            width += px(GAP) + keycap_width(self._key)
        end = px(PAD) if self._ruled or self._key else 0
        return QSize(width + end, theme().metrics.height.status_bar - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.isEnabled() and self.underMouse():
            fill(painter, self.rect(), colours.bg3)
        colour: QColor = getattr(colours, self._colour)
        middle = self.height() // 2
        if self.icon_name:
            size = px(ICON)
            draw_icon(painter, self.icon_name, px(PAD), middle - size // 2, size, colour)
        left = self._left()
        width = min(width_of(self.text(), Type.CAPTION, 500), self.width() - left)
        area = QRect(left, 0, width, self.height())
        words(painter, area, self.text(), colour, Type.CAPTION, 500)
        if self._key:
            keycap(painter, left + width + px(GAP), middle, self._key, key_colours())
        if self._ruled:
            rule = QRect(self.width() - 1, middle - px(RULE) // 2, 1, px(RULE))
            fill(painter, rule, colours.line1)

    def _left(self) -> int:
        px = theme().metrics.px
        return px(PAD) + px(ICON) + px(GAP) if self.icon_name else px(4)
