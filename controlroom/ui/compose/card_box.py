"""The card of a link: its address, title and description, written and never fetched."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model.outgoing.content import Card, Piece
from controlroom.outbound.counting.links import links_in
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
LONGEST = 300


class CardBox(Styled, QWidget):
    """Hidden while the post has no card.

    Signals:
        changed: the card is another one; carries it, None for none.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Prose(Type.BODY, 600, "text1", self)
        self.url, self.title, self.description = (QLineEdit(self) for _ in range(3))
        self.note, self.gone = Prose(Type.SMALL, parent=self), Button(Kind.GHOST, self)
        self._build()
        self.follow()
        self.hide()

    @staticmethod
    def turned(piece: Piece) -> Card | None:
        """Returns a card for the first link of a post in place of none, and none for a card."""
        if piece.card is not None:
            return None
        links = links_in(piece.text)
        first = piece.text[links[0].start : links[0].end] if links else ""
        return Card(first if "://" in first or not first else f"https://{first}", "")

    def show_card(self, card: Card | None) -> None:
        """Shows a card, or hides."""
        self.setVisible(card is not None)
        if card is None:
            return
        told = (card.url, card.title, card.description)
        for field, text in zip(self._fields, told, strict=True):
            if field.text() != text:
                field.setText(text)
        self._say(card)

    def restyle(self) -> None:
        self._column.setSpacing(theme().metrics.px(6))
        for field in self._fields:
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        self.heading.set_text(translate("Compose", "Card for a link"))
        for field, text in (
            (self.url, translate("Compose", "Address of the page")),
            (self.title, translate("Compose", "Title of the card")),
            (self.description, translate("Compose", "Description on the card")),
        ):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        text = translate("Compose", "Remove the card")
        self.gone.set_face(text, "x")
        self.gone.setAccessibleName(text)
        set_tip(self.gone, text)
        self._say(self._card())

    @property
    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.url, self.title, self.description

    def _build(self) -> None:
        self._column, row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        for field in self._fields:
            field.setMaxLength(LONGEST)
            field.textEdited.connect(self._tell)
            self._column.addWidget(field)
        self._column.addLayout(row)
        row.addWidget(self.note, 1)
        row.addWidget(self.gone)
        self.url.setMaxLength(2_000)
        self.gone.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.gone.clicked.connect(lambda: self.changed.emit(None))

    def _card(self) -> Card:
        return Card(self.url.text().strip(), self.title.text(), self.description.text())

    def _tell(self, _why: object = None) -> None:
        self.changed.emit(self._card())

    def _say(self, card: Card) -> None:
        if card.url.startswith(("https://", "http://")) and card.title.strip():
            told = translate("Compose", "A photo on this post is the card’s picture.")
        else:
            told = translate("Compose", "A card needs an address with https:// and a title.")
        self.note.set_text(told)
