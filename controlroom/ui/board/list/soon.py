"""The cards of a list that are drawn soon, one in each pause: the next ones, and changed ones."""

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.list.ports import Drawn
    from controlroom.ui.board.list.preparing import Preparing

CARDS_AHEAD, PICTURES_AHEAD, LOOKED_EACH = 5, 15, 40
"""Cards drawn ahead of what is in view, cards whose pictures are asked for before they are drawn,
and after how many scrolled pixels that is looked at.

Five even out what each pause can do: a third of a second of steady scrolling. A card whose pictures
come only after it has been drawn is drawn again for each of them.
"""


class Soon:
    """What a list has still to draw for a scroll or a change that nobody waits for.

    A picture that has come is no reason to draw ten cards in one frame: until its turn comes, a
    card is shown as it was.

    Attributes:
        preparing: gives the turns, None for none: then everything is drawn when it is wanted.
    """

    def __init__(self, cards: "Drawn") -> None:
        self._cards = cards
        self.preparing: Preparing | None = None
        # Lists that are scrolled together shall not all be prepared in the same pause.
        self._unlooked = id(self) // 64 % LOOKED_EACH
        self._stale: set[int] = set()
        self._arrived: deque[tuple[int, str]] = deque()

    def moved(self, pixels: int) -> None:
        """Notes that the cards were moved down by some pixels, up below 0."""
        self._unlooked += abs(pixels)
        if self.preparing is not None and self._unlooked >= LOOKED_EACH:
            self._unlooked = 0
            self.preparing.want(self._cards, 1 if pixels < 0 else -1)

    def renew(self, post_ids: "Iterable[int]") -> None:
        """Draws these cards anew, as high as they are."""
        self._stale.update(post_ids)
        if self.preparing is not None and self._stale:
            self.preparing.want(self._cards, 0)
        while self.preparing is None and self._stale:
            self._renew_one()

    def complete(self, address: str, post_ids: "Iterable[int]") -> None:
        """Draws a picture that has come onto the cards that were drawn without it."""
        self._arrived.extend((post_id, address) for post_id in post_ids)
        if self.preparing is not None and self._arrived:
            self.preparing.want(self._cards, 0)
        while self.preparing is None and (self._arrived or self._stale):
            self._complete_one() if self._arrived else self._renew_one()

    def prepare(self, way: int) -> bool:
        """Draws one card: a changed one in view, or the next below (1) or above (-1).

        Where all are drawn, the pictures of one that will be drawn next are asked for.

        Returns:
            whether there was anything to do.
        """
        while self._arrived:
            if self._complete_one():
                return True
        while self._stale:
            if self._renew_one():
                return True
        cards, beyond = self._cards, self._beyond(way)
        ratio = cards.devicePixelRatio()
        for post in beyond[:CARDS_AHEAD]:
            state = cards.state_of(post)
            if not cards.shelf.is_ready(post, state, ratio):
                cards.shelf.picture(post, state, ratio)
                return True
        return any(cards.shelf.ask_pictures(post, ratio) for post in beyond[CARDS_AHEAD:])

    def _complete_one(self) -> bool:
        """Draws one picture onto its card; returns whether. Where none is kept, all is drawn."""
        (post_id, address), cards = self._arrived.popleft(), self._cards
        ratio = cards.devicePixelRatio()
        drawn = cards.shelf.complete(post_id, address, cards.state_of, ratio)
        if not drawn:
            self._stale.add(post_id)
        card = cards.rect_of(post_id)
        if not card.isNull():
            for rect in drawn:
                cards.viewport().update(rect.translated(card.topLeft()))
        return bool(drawn)

    def _renew_one(self) -> bool:
        """Lets go of one old picture; draws it anew if it is in view, and returns whether."""
        post_id = self._stale.pop()
        cards = self._cards
        cards.shelf.outdate([post_id])
        post = next((one for one in cards.posts_in_view() if one.id == post_id), None)
        if post is None or not cards.isVisible():
            return False
        if self.preparing is not None:
            cards.shelf.picture(post, cards.state_of(post), cards.devicePixelRatio())
        cards.viewport().update(cards.rect_of(post_id))
        return True

    def _beyond(self, way: int) -> "list[CachedPost]":
        """Returns the posts that are worth drawing ahead, the next to be seen first."""
        seen, posts = self._cards.visible(), self._cards.posts()
        if not seen or not way:
            return []
        if way > 0:
            return posts[seen[-1][0] + 1 :][:PICTURES_AHEAD]
        return posts[: seen[0][0]][: -PICTURES_AHEAD - 1 : -1]
