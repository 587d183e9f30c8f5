"""The actions at the foot of the card that mouse or keyboard are on."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.card.geometry import ACTIONS, action_rect
from controlroom.ui.controls.boxes import box
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.list.caret import Caret
    from controlroom.ui.board.list.shelf import Shelf

ICON = 15


class Offer(NamedTuple):
    """One action.

    Attributes:
        name: id of its command.
        tip: words, key, and why it cannot run now.
        can: it can run now.
    """

    name: str
    icon: str
    words: str
    tip: str
    can: bool


class Footed(Protocol):
    """What the foot needs of its list. Methods as in `CardBody`."""

    shelf: "Shelf"
    caret: "Caret"

    def posts(self) -> "list[CachedPost]": ...

    def rect_of(self, post_id: int) -> QRect: ...

    def viewport(self) -> QWidget: ...

    def hasFocus(self) -> bool: ...


class Foot(QObject):
    """What is offered is found out when mouse or keyboard come to a card, never in painting.

    Signals:
        wanted: an action was pressed; carries the id of its command.

    Attributes:
        offers_of: what can be done to a post, in order; None keeps the room of an action free.
        over: id of the post whose card the mouse is over, 0 for none.
    """

    wanted = Signal(str)

    def __init__(self, cards: Footed, parent: QObject) -> None:
        super().__init__(parent)
        self._cards = cards
        self.offers_of: Callable[[CachedPost], Sequence[Offer | None]] = _nothing
        self._shown: dict[int, Sequence[Offer | None]] = {}
        self.over, self._place = 0, -1

    def look(self) -> None:
        """Finds out anew what is offered where it is shown."""
        cards = self._cards
        wanted = {self.over, cards.caret.post if cards.hasFocus() else 0} - {0}
        if not wanted and not self._shown:
            return
        shown = {one.id: self.offers_of(one) for one in cards.posts() if one.id in wanted}
        if shown != self._shown:
            changed, self._shown = self._shown.keys() | shown.keys(), shown
            for post_id in changed:
                self._update(post_id)

    def at(self, post: "CachedPost", on_card: QPoint) -> Offer | None:
        """Returns the action at a place on a card, if one is shown there."""
        found = self._shown.get(post.id)
        place = self._place_at(post, on_card)
        return found[place] if found and 0 <= place < len(found) else None

    def over_card(self, post: "CachedPost | None", on_card: QPoint) -> bool:
        """Takes where the mouse is; returns whether a press there does something."""
        post_id = post.id if post is not None else 0
        if post_id != self.over:
            self.over = post_id
            self.look()
        place = self._place_at(post, on_card) if post is not None else -1
        if place != self._place:
            self._place = place
            self._update(post_id)
        offer = self.at(post, on_card) if post is not None else None
        return offer is not None and offer.can

    def leave(self) -> None:
        """The mouse is over no card, or what lay below it has moved on."""
        if self.over:
            self.over_card(None, QPoint())

    def menu_place(self, post: "CachedPost") -> QPoint:
        """Returns where a menu about a post opens, in the viewport: below the last action."""
        card, shelf = self._cards.rect_of(post.id), self._cards.shelf
        rect = action_rect(shelf.layout(post).footer, ACTIONS - 1, shelf.look)
        area = self._cards.viewport().rect()
        below = card.topLeft() + rect.bottomLeft()
        return QPoint(below.x(), min(max(area.top(), below.y()), area.bottom()))

    def said(self, post_id: int) -> str:
        """Returns the actions shown on a card in words, "" for none."""
        shown = self._shown.get(post_id, ())
        return ", ".join(one.words for one in shown if one is not None and one.can)

    def paint(self, painter: QPainter, post: "CachedPost", top: int) -> None:
        """Draws the actions of a card whose top is there, if it shows any."""
        offers = self._shown.get(post.id)
        if not offers:
            return
        shelf, colours = self._cards.shelf, theme().palette
        footer = shelf.layout(post).footer.translated(0, top)
        size = theme().metrics.px(ICON)
        for place, offer in enumerate(offers):
            if offer is None:
                continue
            rect = action_rect(footer, place, shelf.look)
            ink = colours.text2 if offer.can else colours.text_disabled
            if offer.can and post.id == self.over and place == self._place:
                box(painter, rect, theme().metrics.radius.button_small, colours.bg4)
                ink = colours.text1
            left, high = rect.center().x() + 1 - size // 2, rect.center().y() + 1 - size // 2
            draw_icon(painter, offer.icon, left, high, size, ink)

    def _place_at(self, post: "CachedPost", on_card: QPoint) -> int:
        shelf = self._cards.shelf
        footer = shelf.layout(post).footer
        for place in range(ACTIONS):
            if action_rect(footer, place, shelf.look).contains(on_card):
                return place
        return -1

    def _update(self, post_id: int) -> None:
        """Only the foot of the card is drawn anew."""
        card = self._cards.rect_of(post_id)
        if not card.isEmpty():
            high = theme().metrics.px(40)
            self._cards.viewport().update(0, card.bottom() - high, card.width(), high + 1)


def _nothing(_post: "CachedPost") -> "Sequence[Offer | None]":
    return ()
