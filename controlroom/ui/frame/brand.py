"""Crest, force and desk at the top left; a press opens the menu of all commands."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.frame.crest import draw_crest
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
CREST, LEFT, GAP, END = 24, 22, 10, 8


class Brand(Styled, QAbstractButton):
    """Who this desk belongs to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._force = self._desk = ""
        self._breadth = Breadth.WIDE
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def show_names(self, force: str, desk: str) -> None:
        """Shows the force and the desk."""
        self._force, self._desk = force, desk
        self.retranslate()
        self.updateGeometry()
        self.update()

    def fit(self, breadth: Breadth) -> None:
        """Shows names only where there is room."""
        self._breadth = breadth
        self.updateGeometry()

    def retranslate(self) -> None:
        self.setText(translate("Brand", "Control room · {desk}").format(desk=self._desk))
        name = translate("Brand", "Menu of all commands")
        self.setAccessibleName(f"{self._force}, {self.text()}")
        self.setAccessibleDescription(name)
        set_tip(self, name)

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        start = px(CREST) + px(LEFT)
        if self._breadth is Breadth.TIGHT:
            return QSize(start + px(END), theme().metrics.height.top_bar - px(8))
        names = max(width_of(self._force, Type.BODY, 600), width_of(self.text(), Type.CAPTION))
        return QSize(start + px(GAP) + names + px(END), theme().metrics.height.top_bar - px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.underMouse():
            ground = self.rect().adjusted(px(LEFT) - px(8), 0, 0, 0)
            box(painter, ground, theme().metrics.radius.button, colours.bg3)
        top = (self.height() - px(CREST)) / 2
        draw_crest(painter, QRectF(px(LEFT), top, px(CREST), px(CREST)))
        if self._breadth is Breadth.TIGHT:
            return
        left = px(LEFT) + px(CREST) + px(GAP)
        first, second = px(16), theme().fonts.line(Type.CAPTION)
        top_line = (self.height() - first - second) // 2
        width = self.width() - left
        names = QRect(left, top_line, width, first)
        words(painter, names, self._force, colours.text1, Type.BODY, 600)
        below = QRect(left, top_line + first, width, second)
        words(painter, below, self.text(), colours.text3, Type.CAPTION)
