"""The bell: opens the list of notices, with the number of new ones."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.count import draw_count
from controlroom.ui.controls.draw import box
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

ICON = 18


class Bell(Styled, QAbstractButton):
    """The bell in the top bar."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands, self._count = commands, 0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bind(self, commands, "notices")
        self.follow()

    def show_count(self, count: int) -> None:
        """Shows how many notices are new; none for 0."""
        self._count = count
        self.update()

    def retranslate(self) -> None:
        self.setText(describe(self, self._commands, "notices").words())

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.px(38), theme().metrics.height.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.underMouse() and self.isEnabled():
            box(painter, self.rect(), theme().metrics.radius.button, colours.bg3)
        colour = colours.text2 if self.isEnabled() else colours.text_disabled
        left, top = px(6), (self.height() - px(ICON)) // 2
        draw_icon(painter, "bell", left, top, px(ICON), colour)
        if self._count:
            draw_count(painter, px(17), 0, language().figure(self._count), chosen=True)
