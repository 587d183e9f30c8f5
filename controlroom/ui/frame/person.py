"""Who works at this desk, at the top right."""

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.initials import initials
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
AVATAR, GAP, GLYPH = 28, 8, 15


class Person(Styled, QAbstractButton):
    """An avatar, square because it is one of us, a name and a force number.

    Disabled, with the reason, until the record says who that is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._name = self._second = ""
        self._breadth = Breadth.WIDE
        self.setEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def fit(self, breadth: Breadth) -> None:
        """Leaves out the name where there is no room."""
        self._breadth = breadth
        self.updateGeometry()

    def show_officer(self, number: str, name: str) -> None:
        """Shows who works here by force number and name; "" while the record does not know."""
        if (number, name) != (self._number, self._name):
            self._number, self._name = number, name
            self.setEnabled(bool(name))
            self.follow()
            self.updateGeometry()
            self.update()

    def retranslate(self) -> None:
        if self._name:
            self.setText(self._name)
            self._second = translate("Person", "Officer {number}").format(number=self._number)
            hint = translate("Person", "Who works at this desk")
        else:
            self.setText(translate("Person", "Not known yet"))
            self._second = translate("Person", "The record is being read")
            hint = translate("Person", "The record of this desk says who works here.")
        self.setAccessibleName(f"{self.text()}, {self._second}")
        self.setAccessibleDescription(hint)
        set_tip(self, f"{self.text()}\n{hint}")

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
        avatar = QRect(0, top, size, size)
        if self._name:
            box(painter, avatar, edge, colours.accent_tint, colours.accent_line)
            words(painter, avatar, initials(self._name), colours.accent, Type.CAPTION, 600, CENTRE)
        else:
            box(painter, avatar, edge, colours.bg2, colours.line2)
            inset = (size - px(GLYPH)) // 2
            draw_icon(painter, "person", inset, top + inset, px(GLYPH), colours.text_disabled)
        if self._breadth is not Breadth.WIDE:
            return
        left, line = size + px(GAP), theme().fonts.line(Type.CAPTION)
        first = QRect(left, self.height() // 2 - line, self.width() - left, line)
        words(
            painter,
            first,
            self.text(),
            colours.text1 if self._name else colours.text2,
            Type.SMALL,
            500,
        )
        words(painter, first.translated(0, line + 1), self._second, colours.text3, Type.CAPTION)
