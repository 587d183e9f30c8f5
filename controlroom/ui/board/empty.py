"""What the board says while there is nothing on it, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

WIDTH, ICON = 460, 40


class Empty(Styled, QWidget):
    """An icon, a heading, a sentence, and one button where something can be done.

    Signals:
        pressed: the button was pressed.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = "board"
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.sentence = Prose(Type.LEAD, 400, "text2", self)
        self.button = Button(Kind.MAIN, self)
        self.button.clicked.connect(self.pressed)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addSpacing(theme().metrics.px(ICON + 12))
        for part in (self.heading, self.sentence, self.button):
            if isinstance(part, Prose):
                part.centred = True
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow()

    def say(self, icon: str, heading: str, sentence: str, button: str = "") -> None:
        """Shows why the board is empty; without a word for the button it is hidden."""
        self._icon = icon
        self.heading.set_text(heading)
        self.sentence.set_text(sentence)
        self.button.setVisible(bool(button))
        self.button.set_face(button)
        self.button.setAccessibleName(button)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.restyle()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setSpacing(px(12))
        for prose in (self.heading, self.sentence):
            prose.fix_width(px(WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        left = (self.width() - px(ICON)) // 2
        top = self.heading.y() - px(12) - px(ICON)
        draw_icon(painter, self._icon, left, top, px(ICON), colours.text3)
