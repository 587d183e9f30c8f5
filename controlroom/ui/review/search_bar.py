"""The search field with its buttons, what is wrong with the search, and what narrows it."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.query.errors import QueryError
from controlroom.model.query.tree import Everything, Node
from controlroom.ui.board.column.chip import ChipButton
from controlroom.ui.board.column.filter_field import FilterField
from controlroom.ui.board.query_error import QueryErrorLine
from controlroom.ui.commands.keys import caption
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.styled import Styled
from controlroom.ui.review.narrowing import Narrowing
from controlroom.ui.review.tally import Tally
from controlroom.ui.review.words import chips_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
PAUSE_MS = 350
"""After a pause this long in typing the search runs by itself, if it can be read."""


class SearchBar(Styled, QWidget):
    """What is searched for.

    Signals:
        searched: the words are others now.
        narrowed: something that narrows was taken away; carries the `Narrowing` that is left.
        left: Esc in the field, or Enter: on to the hits.
    """

    searched = Signal()
    narrowed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.node: Node = Everything()
        self.field = FilterField(self)
        self.error = QueryErrorLine(self.field, self)
        self.save, self.column = Button(Kind.PLAIN, self), Button(Kind.PLAIN, self)
        self.export = Button(Kind.PLAIN, self)
        self.clear, self.tally = Button(Kind.GHOST, self), Tally(self)
        self.chips: list[ChipButton] = []
        self._narrowing = Narrowing()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._build()
        self._wire()
        self.error.hide()
        self.follow()

    def set_text(self, text: str, node: Node) -> None:
        """Puts a search into the field without telling of it."""
        self._pause.stop()
        self.node = node
        self.field.setText(text)
        self._forget_error()

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Shows what narrows as chips."""
        self._narrowing = narrowing
        self._make_chips()

    def hurry(self) -> None:
        """Takes what was typed without waiting for a pause; tells what is wrong with it."""
        self._pause.stop()
        self._take(tell=True)

    def restyle(self) -> None:
        px, metrics = theme().metrics.px, theme().metrics
        self._column.setContentsMargins(px(14), px(10), px(14), px(6))
        self._column.setSpacing(px(6))
        self._first.setSpacing(px(8))
        self._second.setSpacing(px(6))
        self.field.setFixedHeight(metrics.height.field + px(4))
        self.field.setFont(theme().fonts.font(Type.LEAD))
        self._make_chips()

    def retranslate(self) -> None:
        name = translate("Review", "Search everything that is kept")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(
            translate("Review", "Search: smoke OR fire  -hoax  from:…  has:image  since:7d   ( / )")
        )
        for button, text, icon, key in (
            (self.save, translate("Review", "Save search"), "star", caption("Ctrl+S")),
            (self.column, translate("Review", "As column"), "board", ""),
            (self.export, translate("Review", "Export…"), "export", caption("Ctrl+E")),
            (self.clear, translate("Review", "Clear all"), "", ""),
        ):
            button.set_face(text, icon, key)
            button.setAccessibleName(f"{text}, {key}" if key else text)
        self.column.setAccessibleName(translate("Review", "Show this search as a column"))
        self._make_chips()

    def fit(self, *, roomy: bool) -> None:
        """Leaves the keys out of the buttons where there is little room."""
        for button in (self.save, self.export):
            button.set_roomy(roomy)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self.field, 1)
        for button in (self.save, self.column, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._first.addWidget(button)
        self.clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chips = QHBoxLayout()
        self._second.addLayout(self._chips)
        self._second.addWidget(self.clear)
        self._second.addStretch(1)
        self._second.addWidget(self.tally)
        self._column.addLayout(self._first)
        self._column.addWidget(self.error)
        self._column.addLayout(self._second)

    def _wire(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.textChanged.connect(lambda _: self._pause.start() if self._edits() else None)
        self.field.returnPressed.connect(self._enter)
        self.field.left.connect(self._leave)
        self._pause.timeout.connect(lambda: self._take(tell=False))
        self.clear.clicked.connect(lambda: self.narrowed.emit(Narrowing()))

    def _edits(self) -> bool:
        return self.field.hasFocus()

    def _typed(self, _text: str) -> None:
        self._forget_error()
        self._pause.start()

    def _leave(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._take(tell=False)
        # The field says the same of Esc and of the keyboard going elsewhere.
        if self.field.hasFocus():
            self.left.emit()

    def _enter(self) -> None:
        self._pause.stop()
        if self._take(tell=True):
            self.left.emit()

    def _take(self, *, tell: bool) -> bool:
        from controlroom.model.query.parse import parse

        try:
            node = parse(self.field.text().strip())
        except QueryError as error:
            if tell:
                self.error.show()
                self.error.say(error)
            return False
        self._forget_error()
        if node != self.node:
            self.node = node
            self.searched.emit()
        return True

    def _forget_error(self) -> None:
        self.error.clear()
        self.error.hide()

    def _make_chips(self) -> None:
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for text, left in chips_told(self._narrowing):
            chip = ChipButton(text, self)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setFixedSize(chip.sizeHint())
            chip.clicked.connect(lambda _on=False, rest=left: self.narrowed.emit(rest))
            self.chips.append(chip)
            self._chips.addWidget(chip)
            chip.show()
        self.clear.setVisible(not self._narrowing.is_empty())
