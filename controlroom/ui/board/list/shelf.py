"""The cards of a column ready to be drawn: content, layout, height and picture of each."""

from collections import Counter, OrderedDict
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import count
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap

from controlroom.model import clock
from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.age import age
from controlroom.ui.board.card.arrival import paint_arrived
from controlroom.ui.board.card.content import CardContent, Ours, content_of
from controlroom.ui.board.card.geometry import CardLayout, lay_out
from controlroom.ui.board.card.look import Look, look_now
from controlroom.ui.board.card.paint import paint_card
from controlroom.ui.board.card.sheet import Sheet
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.card.wanted import wanted_pictures
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.pictures.shown import on_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtCore import QPoint, QRect, QSize
    from PySide6.QtGui import QImage

    from controlroom.model.query.tree import Node
    from controlroom.ui.board.card.badges import Badge
    from controlroom.ui.board.pictures.gallery import Gallery

MOST_LAYOUTS = 120
MOST_TURNS = 500
"""Changed posts remembered; those of a window are fewer."""
_names = count()


class Shelf:
    """Makes what a card is drawn from when it is first wanted, and keeps it as long as it fits.

    Attributes:
        heights: of the cards that have been measured, by post.
        opened: ids of the posts whose cover was taken off.
        gallery: where pictures come from, None for none.
        person: gives the badge of who deals with the conversation of a post.
    """

    def __init__(self, pixmaps: Pixmaps) -> None:
        # The pictures of all columns lie together, those of columns long gone among them.
        self.pixmaps, self._name = pixmaps, next(_names)
        self._width = 300
        self.ours = Ours()
        self.node: Node | None = None
        self.look: Look = look_now()
        self._now = clock.now()
        self.opened: set[int] = set()
        self._contents: dict[int, tuple[CachedPost, CardContent]] = {}
        self.heights: dict[int, int] = {}
        self._ages: dict[int, str] = {}
        self._layouts: OrderedDict[tuple[int, int, bool], CardLayout] = OrderedDict()
        self._edition = 0
        # How often a card was made anew; those let go of count as made anew since.
        self._turns, self._turn = Counter[int](), 0
        self.gallery: Gallery | None = None
        self.person: Callable[[CachedPost], Badge | None] = _nobody
        self._people: dict[int, Badge | None] = {}
        self._awaited: dict[str, set[int]] = {}
        self._foreseen: set[int] = set()

    def content(self, post: CachedPost) -> CardContent:
        """Returns what the card of a post says."""
        held = self._contents.get(post.id)
        if held is None or held[0] is not post:
            held = post, self._with_person(post, content_of(post, self.ours, self.node))
            self._contents[post.id] = held
        return held[1]

    def outdated(self, posts: list[CachedPost]) -> list[int]:
        """Returns the ids of those posts whose conversation somebody else deals with now."""
        made = (post for post in posts if post.id in self._contents)
        return [post.id for post in made if self._people.get(post.id) != self.person(post)]

    def _with_person(self, post: CachedPost, content: CardContent) -> CardContent:
        badge = self._people[post.id] = self.person(post)
        return replace(content, badges=(badge, *content.badges)) if badge else content

    @property
    def width(self) -> int:
        """Width of a card, in pixels."""
        return self._width

    @width.setter
    def width(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self.heights.clear()
            self._foreseen.clear()

    @property
    def now(self) -> datetime:
        """The moment that ages are counted to."""
        return self._now

    @now.setter
    def now(self, now: datetime) -> None:
        self.step(now, ())

    def step(self, now: datetime, seen: "Sequence[CachedPost]") -> list[int]:
        """Counts ages to another moment; returns whose of those seen is another.

        The cards in view keep the ages they show until each is drawn anew.
        """
        self._now = now
        self._ages = {post.id: self._ages[post.id] for post in seen if post.id in self._ages}
        return [post.id for post in seen if self.age(post) != age(post.post.created_at, now)]

    def uncover(self, post_id: int) -> None:
        """Takes the cover off a post, or puts it back."""
        self.opened ^= {post_id}
        self.heights.pop(post_id, None)

    def is_cover(self, post: CachedPost, place: "QPoint") -> bool:
        """Returns whether something covered is at a place on a card."""
        card = self.layout(post)
        hidden = [one.rect for one in card.media if one.media.sensitive]
        boxes = [] if post.id in self.opened else hidden
        return any(one.contains(place) for one in (*boxes, card.cover) if one is not None)

    def height(self, post: CachedPost) -> int:
        """Returns the height of a card, measured now if it must be."""
        found = self.heights.get(post.id)
        return self.layout(post).height if found is None else found

    def layout(self, post: CachedPost) -> CardLayout:
        """Returns where everything on a card stands."""
        opened = post.id in self.opened
        key = (post.id, self._width, opened)
        found = self._layouts.get(key)
        if found is None:
            found = lay_out(self.content(post), self._width, self.look, opened=opened)
            self._layouts[key] = found
            self.heights[post.id] = found.height
        self._layouts.move_to_end(key)
        if len(self._layouts) > MOST_LAYOUTS:
            self._layouts.popitem(last=False)
        return found

    def age(self, post: CachedPost) -> str:
        """Returns the age of a post as its card shows it."""
        found = self._ages.get(post.id)
        if found is None:
            found = self._ages[post.id] = age(post.post.created_at, self._now)
        return found

    def picture(self, post: CachedPost, state: CardState, ratio: float) -> QPixmap:
        """Returns a finished card."""
        key = self._key(post, state, ratio)
        found = self.pixmaps.get(key)
        if found is None:
            found = self._draw(post, state, ratio)
            self.pixmaps.put(key, found)
        return found

    def ask_pictures(self, post: CachedPost, ratio: float) -> bool:
        """Has what a card will show brought before it is drawn; returns False if it was before."""
        if self.gallery is None or post.id in self._foreseen:
            return False
        self._foreseen.add(post.id)
        opened = post.id in self.opened
        for address, size in wanted_pictures(self.content(post), self.layout(post), opened=opened):
            self.gallery.picture(address, on_screen(size, ratio))
        return True

    def forget(self, post_ids: list[int]) -> None:
        """Lets go of cards whose posts have changed."""
        self.outdate(post_ids)
        self._drop(post_ids)

    def arrived(self, address: str) -> set[int]:
        """A picture is there: returns the posts whose cards were drawn without it."""
        return self._awaited.pop(address, set())

    def complete(
        self, post_id: int, address: str, state_of: "Callable[[CachedPost], CardState]",
        ratio: float,
    ) -> "list[QRect]":  # fmt: skip
        """Draws a picture that has come onto the finished card that was drawn without it.

        Returns:
            what of the card is another; nothing if no finished card is kept.
        """
        held = self._contents.get(post_id)
        if held is None:
            return []
        post, content = held
        state = state_of(post)
        card = self.pixmaps.take(self._key(post, state, ratio))
        # In other states it was drawn without the picture too.
        self._turn_on(post_id)
        if card is None:
            return []
        painter = QPainter(card)
        sheet = Sheet(painter, content, self.layout(post), state, self.look)
        drawn = paint_arrived(sheet, address, partial(self._find, post_id))
        painter.end()
        self.pixmaps.put(self._key(post, state, ratio), card)
        return drawn

    def outdate(self, post_ids: list[int]) -> None:
        """Has these cards drawn anew when they are next wanted; they keep their heights."""
        for post_id in post_ids:
            self._ages.pop(post_id, None)
            self._turn_on(post_id)

    def _turn_on(self, post_id: int) -> None:
        self._turns[post_id] = self._turns.get(post_id, self._turn) + 1

    def _drop(self, post_ids: list[int]) -> None:
        for post_id in post_ids:
            self._contents.pop(post_id, None)
            self._people.pop(post_id, None)
            self.heights.pop(post_id, None)
            self._ages.pop(post_id, None)
            for place in [one for one in self._layouts if one[0] == post_id]:
                del self._layouts[place]

    def keep_only(self, posts: list[CachedPost]) -> None:
        """Lets go of what is not in the window any more."""
        if len(self._contents) < 2 * len(posts) + 100:
            return
        wanted = {post.id for post in posts}
        if len(self._turns) > MOST_TURNS:
            self._forget_turns(wanted)
        self._foreseen &= wanted
        self._drop([post_id for post_id in self._contents if post_id not in wanted])
        self._awaited = {
            address: left for address, ids in self._awaited.items() if (left := ids & wanted)
        }

    def _forget_turns(self, wanted: set[int]) -> None:
        """A picture made before a card was let go of may not be shown when it comes back."""
        before, self._turn = self._turn, max(self._turns.values()) + 1
        self._turns = Counter({one: self._turns.get(one, before) for one in wanted})

    def renew(self) -> None:
        """Takes look and language in force: everything is made anew."""
        self.look = look_now()
        self._edition += 1
        self._contents.clear()
        self._people.clear()
        self._layouts.clear()
        self._foreseen.clear()
        self.heights.clear()
        self._ages.clear()

    def is_ready(self, post: CachedPost, state: CardState, ratio: float) -> bool:
        """Returns whether a card would not have to be drawn."""
        return self.pixmaps.has(self._key(post, state, ratio))

    def _key(self, post: CachedPost, state: CardState, ratio: float) -> "Hashable":
        turn = self._turns.get(post.id, self._turn)
        return self._name, self._edition, post.id, turn, self._width, ratio, state

    def _draw(self, post: CachedPost, state: CardState, ratio: float) -> QPixmap:
        place = self.layout(post)
        picture = QPixmap(ceil(place.width * ratio), ceil(place.height * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        find = partial(self._find, post.id)
        paint_card(painter, self.content(post), place, state, self.look, find)
        painter.end()
        return picture

    def _find(self, post_id: int, address: str, size: "QSize") -> "QImage | None":
        found = self.gallery.picture(address, size) if self.gallery is not None else None
        if found is None:
            self._awaited.setdefault(address, set()).add(post_id)
        return found


def _nobody(_post: CachedPost) -> None:
    """Before the record has been read nobody is known to deal with anything."""
