"""The list of a column for screen readers: a list with a name, each card an item of it."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.spoken import spoken
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.window import MOST

MOST_ITEMS = 2 * MOST
"""Cards a screen reader has been to; beyond these, those that are held no more are let go of."""
_installed: list[Any] = []


def install(lists: Iterable[CardList] = ()) -> None:
    """Makes Qt ask us for the interfaces of our lists; once is enough.

    Args:
        lists: those of which somebody may have been told before, as of any widget.
    """
    if _installed:
        return
    _installed.append(_interface_of)
    QAccessible.installFactory(_interface_of)
    for cards in lists:
        _forget(cards)


def _forget(cards: CardList) -> None:
    """Has Qt ask anew for the interface of a list."""
    known = QAccessible.queryAccessibleInterface(cards)
    if known is not None and not isinstance(known, ListInterface):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _interface_of(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    return ListInterface(thing) if isinstance(thing, CardList) else None


class ListInterface(QAccessibleWidget):
    """A column's cards as a list."""

    def __init__(self, cards: CardList) -> None:
        super().__init__(cards, QAccessible.Role.List, cards.accessibleName())
        self._cards = cards
        self._items: dict[int, CardInterface] = {}
        cards.caret.moved.connect(self._tell_focus)

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name and isValid(self._cards):
            return self._cards.accessibleName()
        return str(super().text(kind))

    def childCount(self) -> int:
        return len(self._cards.posts()) if isValid(self._cards) else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        posts = self._cards.posts()
        return self._item(posts[index]) if 0 <= index < len(posts) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        place = self._cards.viewport().mapFromGlobal(QPoint(x, y))
        post = self._cards.post_at(place)
        return self._item(post) if post is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        number = getattr(child, "post_id", 0)
        found = self._cards.window_of_posts.find(number)
        return -1 if found is None else found

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self._cards.window_of_posts.find(self._cards.caret.post)
        if found is None or not self._cards.hasFocus():
            return None
        return self._item(self._cards.posts()[found])

    def _item(self, post: CachedPost) -> "CardInterface":
        item = self._items.get(post.id)
        if item is None:
            self._let_go()
            item = CardInterface(self._cards, self, post.id)
            self._items[post.id] = item
            # Qt hands these out by number and would let go of them too early without one.
            QAccessible.registerAccessibleInterface(item)
        return item

    def _let_go(self) -> None:
        if len(self._items) < MOST_ITEMS:
            return
        for number in [one for one, item in self._items.items() if not item.isValid()]:
            item = self._items.pop(number)
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))

    def _tell_focus(self, post_id: int) -> None:
        found = self._cards.window_of_posts.find(post_id)
        if found is not None and QAccessible.isActive():
            event = QAccessibleEvent(self._cards, QAccessible.Event.Focus)
            event.setChild(found)
            QAccessible.updateAccessibility(event)


class CardInterface(QAccessibleInterface):
    """One card."""

    def __init__(self, cards: CardList, parent: ListInterface, post_id: int) -> None:
        super().__init__()
        self._cards, self._parent, self.post_id = cards, parent, post_id

    def isValid(self) -> bool:
        return self._post() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> Any:
        return self._cards.window().windowHandle() if isValid(self._cards) else None

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        card = self._cards.rect_of(self.post_id)
        return QRect(self._cards.viewport().mapToGlobal(card.topLeft()), card.size())

    def text(self, kind: QAccessible.Text) -> str:
        post = self._post()
        if post is not None and kind is QAccessible.Text.Description:
            return self._cards.foot.said(post.id)
        if post is None or kind is not QAccessible.Text.Name:
            return ""
        shelf = self._cards.shelf
        return spoken(shelf.content(post), self._cards.state_of(post), shelf.now)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing of a card can be written."""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.readOnly = True
        state.focused = self._cards.hasFocus() and self._cards.caret.post == self.post_id
        state.offscreen = (
            not self._cards.viewport().rect().intersects(self._cards.rect_of(self.post_id))
        )
        return state

    def foregroundColor(self) -> QColor:
        return self._cards.shelf.look.palette.text1

    def backgroundColor(self) -> QColor:
        return self._cards.shelf.look.palette.bg1

    def _post(self) -> CachedPost | None:
        if not isValid(self._cards):
            return None
        found = self._cards.window_of_posts.find(self.post_id)
        return None if found is None else self._cards.posts()[found]
