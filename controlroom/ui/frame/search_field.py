"""The field in the top bar that opens the palette."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.keys import caption
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import key_colours, keycap, keycap_width, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTHS = {Breadth.WIDE: 430, Breadth.COMPACT: 270, Breadth.TIGHT: 220}
LEAST = 110


class SearchField(Styled, QAbstractButton):
    """Looks like a field, works like a button."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._key = ""
        self._breadth = Breadth.WIDE
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        bind(self, commands, "palette")
        self.follow()

    def fit(self, breadth: Breadth) -> None:
        """Takes the width that goes with the window's."""
        self._breadth = breadth
        self.updateGeometry()

    def retranslate(self) -> None:
        command = describe(self, self._commands, "palette")
        self._key = caption(command.keys[0])
        self.setText(translate("Search", "Type a command or a section"))

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.px(WIDTHS[self._breadth]), theme().metrics.height.field)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().metrics.px(LEAST), theme().metrics.height.field)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        ground = colours.bg1 if colours.dark else colours.field
        box(painter, self.rect(), theme().metrics.radius.field, ground, colours.line3)
        middle, size = self.height() // 2, px(15)
        draw_icon(painter, "search", px(9), middle - size // 2, size, colours.text3)
        right = self.width() - px(8) - keycap_width(self._key)
        keycap(painter, right, middle, self._key, key_colours())
        left = px(9) + size + px(8)
        area = QRect(left, 0, right - left - px(8), self.height())
        words(painter, area, self.text(), colours.text3)
