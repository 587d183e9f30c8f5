"""What can be done where a filter hides everything: two buttons below the words."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.board.list.cards import CardList
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class Invite(Styled, QWidget):
    """Below the words of an empty list; made when it is first wanted, most columns never do.

    Signals:
        cleared: the filter is to be taken away.
        edited: it is to be changed.
    """

    cleared = Signal()
    edited = Signal()

    def __init__(self, cards: CardList) -> None:
        super().__init__(cards.viewport())
        self._cards = cards
        self._buttons: tuple[Button, Button] | None = None
        self.hide()

    @property
    def clear(self) -> Button:
        """Takes the filter away."""
        return self._made()[0]

    @property
    def edit(self) -> Button:
        """Changes the filter."""
        return self._made()[1]

    def fit(self) -> None:
        """Stands below the words while there is a filter that hides everything."""
        cards, hint = self._cards, self._cards.hint
        wanted = not cards.posts() and hint is not None and hint.icon == "filter"
        if wanted:
            self._made()
        self.setVisible(wanted)
        if wanted and hint is not None:
            size, area = self.sizeHint(), cards.viewport().rect()
            top = hint.bottom(area) + theme().metrics.px(14)
            self.setGeometry((area.width() - size.width()) // 2, top, size.width(), size.height())

    def _made(self) -> tuple[Button, Button]:
        if self._buttons is None:
            clear, edit = self._buttons = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            for button in self._buttons:
                row.addWidget(button)
            clear.clicked.connect(self.cleared)
            edit.clicked.connect(self.edited)
            self.follow()
        return self._buttons

    def retranslate(self) -> None:
        for button, text, key in (
            (self.clear, translate("Column", "Clear filters"), ""),
            (self.edit, translate("Column", "Edit"), "/"),
        ):
            button.set_face(text, key=key)
            button.setAccessibleName(text)
