"""Buttons: one main action in blue, all others plain; small ones for bars and banners."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CLEAR, KeyColours, keycap, keycap_width, width_of
from controlroom.ui.controls.draw import words as write
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme


class Kind(Enum):
    """How a button stands out."""

    MAIN = auto()
    PLAIN = auto()
    SMALL = auto()
    GHOST = auto()
    """Small and without an edge, for bars."""


class Button(Styled, QAbstractButton):
    """A button with an icon, words and its key; any of them may be missing.

    Attributes:
        warns: it is red, because what it does is for an emergency.
    """

    def __init__(self, kind: Kind = Kind.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.icon_name = ""
        self.key = ""
        self.roomy = True
        self.warns = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def set_face(self, text: str, icon_name: str = "", key: str = "") -> None:
        """Sets what the button shows; the key is only shown, not made to work."""
        if (text, icon_name, key) == (self.text(), self.icon_name, self.key):
            return
        self.icon_name, self.key = icon_name, key
        self.setText(text)
        self.updateGeometry()

    def set_roomy(self, roomy: bool) -> None:
        """Shows or leaves out the key, for narrow windows."""
        self.roomy = roomy
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * self._pad() + self._content_width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        colour = self._colour()
        x = (self.width() - self._content_width()) // 2
        middle = self.height() // 2
        if self.icon_name:
            size = self._icon_size()
            draw_icon(painter, self.icon_name, x, middle - size // 2, size, colour)
            x += size + (self._gap() if self.text() else 0)
        width = self._words_width()
        write(painter, QRect(x, 0, width, self.height()), self.text(), colour, *self._type())
        if self._shown_key():
            keycap(painter, x + width + self._gap(), middle, self.key, self._key_colours())

    def _paint_ground(self, painter: QPainter) -> None:
        colours, radius = theme().palette, theme().metrics.radius
        if self.kind is Kind.MAIN and self.isEnabled():
            box(painter, self.rect(), radius.button, colours.accent_fill)
        elif self.kind is Kind.GHOST:
            hovered = self.isEnabled() and self.underMouse()
            box(painter, self.rect(), radius.button_small, colours.bg3 if hovered else CLEAR)
        else:
            edge = colours.line3 if self.isEnabled() else colours.line2
            if self.warns and self.isEnabled():
                edge = colours.red_line
            hovered = self.isEnabled() and self.underMouse()
            box(painter, self.rect(), radius.button, colours.bg3 if hovered else colours.bg2, edge)

    def _colour(self) -> QColor:
        colours = theme().palette
        if not self.isEnabled():
            return colours.text_disabled
        if self.kind is Kind.MAIN:
            return colours.on_accent
        if self.warns:
            return colours.red
        return colours.text2 if self.kind is Kind.GHOST else colours.text1

    def _key_colours(self) -> KeyColours:
        colours = theme().palette
        if not self.isEnabled():
            return CLEAR, colours.line2, colours.text_disabled
        if self.kind is Kind.MAIN:
            return CLEAR, QColor(255, 255, 255, 140), colours.on_accent
        return colours.bg2, colours.line2, colours.text2

    def _is_small(self) -> bool:
        return self.kind in (Kind.SMALL, Kind.GHOST)

    def _type(self) -> tuple[Type, int]:
        step = Type.SMALL if self._is_small() else Type.BODY
        return step, 600 if self.kind is Kind.MAIN and self.isEnabled() else 500

    def _words_width(self) -> int:
        return width_of(self.text(), *self._type()) if self.text() else 0

    def _content_width(self) -> int:
        width = self._words_width()
        if self.icon_name:
            width += self._icon_size() + (self._gap() if self.text() else 0)
        return width + (self._gap() + keycap_width(self.key) if self._shown_key() else 0)

    def _shown_key(self) -> str:
        return self.key if self.roomy and self.text() else ""

    def _height(self) -> int:
        height = theme().metrics.height
        return height.button_small if self._is_small() else height.button

    def _icon_size(self) -> int:
        return theme().metrics.px(14 if self._is_small() else 15)

    def _gap(self) -> int:
        return theme().metrics.px(6 if self._is_small() else 7)

    def _pad(self) -> int:
        return theme().metrics.px((9 if self._is_small() else 12) if self.text() else 6)
