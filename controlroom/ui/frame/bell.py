"""The bell: opens the list of notices, with the number of new ones."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.count import draw_count
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ICON, MOST = 18, 99


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
        if count != self._count:
            self._count = count
            self.retranslate()
            self.update()

    def count(self) -> int:
        """Returns how many notices are shown as new."""
        return self._count

    def retranslate(self) -> None:
        self.setText(describe(self, self._commands, "notices").words())
        if self._count:
            new = counted(self._count, translate("Bell", "{n} new"), translate("Bell", "{n} new"))
            self.setAccessibleName(f"{self.text()}, {new}")

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
            draw_count(painter, px(17), 0, _figure(self._count), chosen=True)


def _figure(count: int) -> str:
    return language().figure(count) if count <= MOST else f"{MOST}+"
