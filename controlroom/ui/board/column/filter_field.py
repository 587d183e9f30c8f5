"""The field of a filter: offers what may follow while one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from controlroom.model.query.complete import Completion, completions
from controlroom.model.query.parse import LONGEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from controlroom.model.query.tree import Field
    from controlroom.ui.board.column.offers import Offers


class FilterField(QLineEdit):
    """A line of text in the query language.

    Attributes:
        known: values to offer behind the filters that have no fixed ones.

    Signals:
        left: Esc was pressed, or the keyboard went elsewhere.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: Mapping[Field, Sequence[str]] = {}
        self.offers: list[Completion] = []
        self.list: Offers | None = None
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self._offer)

    def take(self, place: int) -> None:
        """Puts an offer in the place of what was being typed."""
        chosen = self.offers[place]
        gap = "" if chosen.insert.endswith(":") else " "
        before, after = self.text()[: chosen.start], self.text()[chosen.end :].lstrip()
        self.setText(f"{before}{chosen.insert}{gap}{after}")
        self.setCursorPosition(chosen.start + len(chosen.insert) + len(gap))
        self.close_offers()
        if not gap:
            self._offer()

    def close_offers(self) -> None:
        """Takes the offers away."""
        if self.list is not None:
            gone, self.list = self.list, None
            gone.hide()
            gone.deleteLater()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_for_list(Qt.Key(event.key())):
            return
        if _is_escape(event):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes the offer that is marked, or the first one."""
        if self.list is None or not forward:
            return super().focusNextPrevChild(forward)
        self.take(max(0, self.list.marked()))
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_offers()
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()

    def _is_for_list(self, key: Qt.Key) -> bool:
        if self.list is None:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.list.mark(steps[key])
        elif key is Qt.Key.Key_Escape:
            self.close_offers()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.marked() >= 0:
            self.take(self.list.marked())
        else:
            return False
        return True

    def _offer(self, *_text: str) -> None:
        self.offers = completions(self.text(), self.cursorPosition(), self.known)
        if self.list is None and self.offers:
            from controlroom.ui.board.column.offers import Offers

            self.list = Offers(self)
            self.list.chosen.connect(self.take)
        if self.list is not None:
            self.list.offer([one.insert for one in self.offers])
            if not self.offers:
                self.close_offers()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
