"""The accounts a sign-in offers, to be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from controlroom.feeds.signing_in import Offer
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
OFFER = Qt.ItemDataRole.UserRole


class AccountList(Styled, QListView):
    """All are ticked at first.

    Signals:
        changed: another account is ticked or is not any more.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self._model.itemChanged.connect(lambda _: self.changed.emit())
        self.follow()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Shows accounts."""
        self._model.clear()
        for offer in offers:
            self._model.appendRow(_item(offer))
        self.setCurrentIndex(self._model.index(0, 0))
        self.changed.emit()

    def chosen(self) -> list[Offer]:
        """Returns the accounts that are ticked."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return [item.data(OFFER) for item in items if item.checkState() is Qt.CheckState.Checked]

    def restyle(self) -> None:
        self.setFont(theme().fonts.font(Type.BODY))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Connect", "Accounts of this sign-in"))


def _item(offer: Offer) -> QStandardItem:
    look = look_of(offer.network)
    name = f"{look.sign}{offer.handle}" if offer.handle else offer.name
    text = f"{name}  ·  {offer.name}" if offer.name and offer.name != name else name
    icon = menu_icon(look.glyph, theme().metrics.px(16), theme().palette.text2)
    item = QStandardItem(icon, text)
    item.setData(offer, OFFER)
    item.setCheckable(True)
    item.setCheckState(Qt.CheckState.Checked)
    return item
