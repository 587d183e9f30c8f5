"""One post of a thread: its text, how long it is, and its place in the thread."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model.outgoing.content import Piece
from controlroom.outbound.counting.measure import Count
from controlroom.ui.compose.counter import Counter
from controlroom.ui.compose.text_box import TextBox
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import width_of
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class PieceBox(Styled, QWidget):
    """Its title where the network has titles, its text, and below that place and counter.

    Signals:
        titled: the title was changed; carries it.
        moved: it is wanted one further down (1) or up (-1).
        removed: it is not wanted any more.
    """

    titled = Signal(str)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self._total = number, 1
        self.title, self.box, self.counter = QLineEdit(self), TextBox(parent=self), Counter(self)
        self.place = Prose(Type.SMALL, 500, "text3", self)
        self.up, self.down = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.gone = Button(Kind.GHOST, self)
        self._build()
        self.follow()

    def show_piece(self, piece: Piece, total: int, *, has_title: bool) -> None:
        """Shows a piece and its place among all."""
        self._total = total
        self.box.fill(piece.text)
        if self.title.text() != piece.title:
            self.title.setText(piece.title)
        self.title.setVisible(has_title)
        several = total > 1
        for part in (self.place, self.up, self.down, self.gone):
            part.setVisible(several)
        self.up.setEnabled(self.number > 0)
        self.down.setEnabled(self.number < total - 1)
        self.retranslate()

    def show_count(self, count: Count | None) -> None:
        """Shows how long it is."""
        self.counter.say(count)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setSpacing(px(6))
        self.title.setFont(theme().fonts.font(Type.LEAD, 600))
        self.title.setFixedHeight(px(34))

    def retranslate(self) -> None:
        place = translate("Compose", "Post {n} of {all}")
        self.place.set_text(place.format(n=self.number + 1, all=self._total))
        self.place.fix_width(width_of(self.place.text(), Type.SMALL, 500) + 2)
        name = translate("Compose", "Text of the post")
        self.box.setAccessibleName(f"{name}, {self.place.text()}" if self._total > 1 else name)
        self.box.setPlaceholderText(translate("Compose", "What is to be said"))
        self.title.setPlaceholderText(translate("Compose", "Title"))
        self.title.setAccessibleName(self.title.placeholderText())
        for button, icon, text in (
            (self.up, "up", translate("Compose", "Move this post up")),
            (self.down, "down", translate("Compose", "Move this post down")),
            (self.gone, "x", translate("Compose", "Take this post out of the thread")),
        ):
            button.set_face("", icon)
            button.setAccessibleName(text)
            set_tip(button, text)

    def _build(self) -> None:
        self._column, row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.box)
        self._column.addLayout(row)
        row.addWidget(self.place)
        for button in (self.up, self.down, self.gone):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.counter)
        self.title.setMaxLength(1_000)
        self.title.textEdited.connect(self.titled)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.gone.clicked.connect(self.removed)
