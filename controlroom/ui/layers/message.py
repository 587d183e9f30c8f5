"""A message that waits until it is read: an error in words, and what to do about it."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class Message(Panel):
    """A heading, a few sentences, and one button."""

    top_share = 0.2

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Prose(Type.HEADING, 600, "text1")
        self._text = Prose()
        self._heading.set_text(heading)
        self._text.set_text(text)
        self._close = Button(Kind.MAIN)
        self._close.clicked.connect(self.finished)
        for part in (self._heading, self._text):
            self.body.addWidget(part)
        self.body.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.follow()

    def first_focus(self) -> QWidget:
        return self._close

    def wanted_size(self, room: QSize) -> QSize:
        width = min(theme().metrics.px(520), room.width())
        return QSize(width, self.body.heightForWidth(width))

    def restyle(self) -> None:
        super().restyle()
        pad = theme().metrics.px(16)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme().metrics.px(12))

    def retranslate(self) -> None:
        self._close.set_face(translate("Message", "Close"))
        self._close.setAccessibleName(translate("Message", "Close"))
