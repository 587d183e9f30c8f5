"""Asks for one of many: a person, a subject, a kind; or for none in particular."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.layers.layer import Panel
from controlroom.ui.officers.chooser import Chooser, Offered
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, ROWS = 520, 11


class PickPanel(Panel):
    """A list that typing narrows; Enter takes the current one.

    Signals:
        picked: carries the value, "" for none in particular.
    """

    picked = Signal(str)
    top_share = 0.1

    def __init__(
        self, question: str, offered: Sequence[Offered], value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chooser = Chooser(self)
        self.take, self.any = Button(Kind.MAIN), Button()
        self._row = QHBoxLayout()
        self._build()
        self.setAccessibleName(question)
        self.chooser.ask(question, offered, value)
        self.follow()

    def first_focus(self) -> QWidget:
        return self.chooser.field

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(WIDTH), room.width()), min(px(ROWS * 30 + 150), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(12))
        self._row.setSpacing(px(8))
        self.chooser.list.setMaximumHeight(px(30) * ROWS)

    def retranslate(self) -> None:
        for button, text in (
            (self.take, translate("Record", "Show")),
            (self.any, translate("Record", "Without this filter")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        self.body.addWidget(self.chooser, 1)
        self._row.addWidget(self.any)
        self._row.addStretch(1)
        self._row.addWidget(self.take)
        self.body.addLayout(self._row)
        for button in (self.any, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.take.clicked.connect(lambda: self._pick(self.chooser.value()))
        self.any.clicked.connect(lambda: self._pick(""))
        self.chooser.field.returnPressed.connect(self.take.click)
        self.chooser.list.activated.connect(self.take.click)

    def _pick(self, value: str) -> None:
        self.finished.emit()
        self.picked.emit(value)
