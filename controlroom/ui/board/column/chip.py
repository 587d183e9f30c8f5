"""A chip: one part of a filter, taken away by a press."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class ChipButton(Styled, QAbstractButton):
    """A part of a filter with a cross."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.follow()

    def retranslate(self) -> None:
        name = translate("Column", "Take away the filter {text}").format(text=self.text())
        self.setAccessibleName(name)
        set_tip(self, name)

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = px(7 + 5 + 11 + 7) + width_of(self.text(), Type.CAPTION, 500)
        return QSize(width, theme().metrics.height.chip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        radius = theme().metrics.radius.badge
        box(painter, self.rect(), radius, colours.accent_tint, colours.accent_line)
        cross = self.width() - px(7 + 11)
        area = self.rect().adjusted(px(7), 0, cross - px(4) - self.width(), 0)
        words(painter, area, self.text(), colours.accent, Type.CAPTION, 500)
        top = (self.height() - px(11)) // 2
        draw_icon(painter, "x", cross, top, px(11), colours.accent)
