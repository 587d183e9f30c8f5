"""Who works at this desk, at the top right."""

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.draw import box, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
AVATAR, GAP, GLYPH = 28, 8, 15


class Person(Styled, QAbstractButton):
    """An avatar, square because it is one of us, and a name; nobody can sign in yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second = ""
        self._breadth = Breadth.WIDE
        self.setEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def fit(self, breadth: Breadth) -> None:
        """Leaves out the name where there is no room."""
        self._breadth = breadth
        self.updateGeometry()

    def retranslate(self) -> None:
        self.setText(translate("Person", "Not signed in"))
        self._second = translate("Person", "One person, one desk")
        reason = translate("Person", "Not possible yet: this version knows no officers.")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(reason)
        set_tip(self, f"{self.text()}\n{reason}")

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = px(AVATAR)
        if self._breadth is Breadth.WIDE:
            names = (width_of(self.text(), Type.SMALL, 500), width_of(self._second, Type.CAPTION))
            width += px(GAP) + max(names) + 1
        return QSize(width, theme().metrics.height.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        size, top = px(AVATAR), (self.height() - px(AVATAR)) // 2
        edge = theme().metrics.radius.thumb
        box(painter, QRect(0, top, size, size), edge, colours.bg2, colours.line2)
        inset = (size - px(GLYPH)) // 2
        draw_icon(painter, "person", inset, top + inset, px(GLYPH), colours.text_disabled)
        if self._breadth is not Breadth.WIDE:
            return
        left, line = size + px(GAP), theme().fonts.line(Type.CAPTION)
        first = QRect(left, self.height() // 2 - line, self.width() - left, line)
        words(painter, first, self.text(), colours.text2, Type.SMALL, 500)
        words(painter, first.translated(0, line + 1), self._second, colours.text3, Type.CAPTION)
