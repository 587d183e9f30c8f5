"""A question before something large is done: what will happen, and a way back."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH = 480


class Question(Panel):
    """A heading, what will happen, the answer in words, and Cancel, which has the focus.

    Signals:
        agreed: the person wants it.
    """

    agreed = Signal()
    top_share = 0.2

    def __init__(self, heading: str, text: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._text = Prose(Type.HEADING, 600, "text1"), Prose()
        self._heading.set_text(heading)
        self._text.set_text(text)
        self.yes, self.no = Button(Kind.MAIN), Button()
        self.yes.set_face(yes)
        self.yes.setAccessibleName(yes)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self._row = QHBoxLayout()
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.no

    def wanted_size(self, room: QSize) -> QSize:
        width = theme().metrics.px(WIDTH) + 2 * theme().metrics.px(16)
        return QSize(width, self.body.totalHeightForWidth(width))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(12))
        self._row.setSpacing(px(8))
        for prose in (self._heading, self._text):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        cancel = translate("Question", "Cancel")
        self.no.set_face(cancel)
        self.no.setAccessibleName(cancel)

    def _build(self) -> None:
        self.body.addWidget(self._heading)
        self.body.addWidget(self._text)
        self._row.addStretch(1)
        self._row.addWidget(self.no)
        self._row.addWidget(self.yes)
        self.body.addLayout(self._row)
        self.no.clicked.connect(self.finished)
        self.yes.clicked.connect(self.finished)
        self.yes.clicked.connect(self.agreed)
