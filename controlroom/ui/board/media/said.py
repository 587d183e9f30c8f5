"""What stands on the stage while there is nothing to be seen: why, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.board.media.picture_stage import GROUND
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import PlainLabel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme


class Said(Styled, QWidget):
    """A sentence in the middle, and sometimes a button below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.button = PlainLabel("", self), Button(Kind.PLAIN, self)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        rows.addWidget(self.text)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow()

    @property
    def asks(self) -> bool:
        """Whether the button can be pressed."""
        return bool(self.button.text())

    def say(self, text: str, answer: str = "") -> None:
        """Shows a sentence, and a button if there is an answer to it."""
        self.text.setText(text)
        self.button.set_face(answer)
        self.button.setAccessibleName(answer)
        self.button.setVisible(bool(answer))

    def restyle(self) -> None:
        self.text.setFont(theme().fonts.font(Type.LEAD))
        # On the stage, which is dark in both themes.
        self.text.setStyleSheet("color: #f1f4f8; background: transparent;")

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), GROUND)
