"""The page of a section that is not built yet: what it will hold, and nothing more."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.controls.draw import CENTRE, words
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.sections import Section
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ICON, WIDTH = 40, 460


class Placeholder(Styled, QWidget):
    """Icon, name, what the section will hold, and that it is not there yet."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = section
        self._not_yet = ""
        self._holds = Prose(Type.LEAD, colour="text2", parent=self)
        self._holds.centred = True
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._holds, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow()

    def restyle(self) -> None:
        self._holds.fix_width(theme().metrics.px(WIDTH))

    def retranslate(self) -> None:
        self._not_yet = translate("Placeholder", "Not part of this version yet")
        self._holds.set_text(self._section.holds_words())
        self.setAccessibleName(self._section.name())
        self.setAccessibleDescription(f"{self._not_yet}. {self._section.holds_words()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        text = self._holds.geometry()
        line = theme().fonts.line(Type.TITLE)
        name = QRect(0, text.top() - px(12) - line, self.width(), line)
        words(painter, name, self._section.name(), colours.text1, Type.TITLE, 600, CENTRE)
        left = (self.width() - px(ICON)) // 2
        top = name.top() - px(12) - px(ICON)
        draw_icon(painter, self._section.icon, left, top, px(ICON), colours.text3)
        below = QRect(0, text.bottom() + px(12), self.width(), theme().fonts.line(Type.SMALL))
        words(painter, below, self._not_yet, colours.text3, Type.SMALL, 400, CENTRE)
