"""The hits of a search by pages: all heights are kept, but only the posts of a few pages."""

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass, field

from controlroom.model.cached import CachedPost
from controlroom.ui.review.row import HitRow

MOST_PAGES = 12


@dataclass(slots=True)
class Page:
    """Some hits.

    Attributes:
        before: the id below which they were asked for.
        after: the id below which those that follow are asked for.
        ids, heights: of each hit; heights in pixels.
        top: of the first of them, in pixels from the first hit of all.
    """

    before: int
    after: int = 0
    ids: list[int] = field(default_factory=list)
    heights: list[int] = field(default_factory=list)
    top: int = 0

    @property
    def height(self) -> int:
        """Height of the page in pixels."""
        return sum(self.heights)


class Stock:
    """Pages in order, the newest first."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.whole = False
        self._posts: OrderedDict[int, list[CachedPost]] = OrderedDict()
        self._rows: dict[int, list[HitRow]] = {}
        self._tops: list[int] = []

    def clear(self) -> None:
        """Forgets everything."""
        self.pages, self.whole = [], False
        self._posts.clear()
        self._rows.clear()
        self._tops = []

    def put(self, before: int, after: int, posts: list[CachedPost], rows: list[HitRow]) -> None:
        """Takes a page: a new one at the end, or one that had been let go or is other now.

        Args:
            before, after: ids below which it and those that follow are asked for.
        """
        place = self.place_of_page(before)
        if place < 0:
            self.pages.append(Page(before))
            place = len(self.pages) - 1
        page = self.pages[place]
        page.after, page.ids = after, [one.id for one in posts]
        self._posts[place] = posts
        self.lay(place, rows)
        self._let_go(place)

    def lay(self, place: int, rows: list[HitRow]) -> None:
        """Takes the rows of a page for another width."""
        self._rows[place] = rows
        self.pages[place].heights = [row.height for row in rows]
        self._stack(place)

    def place_of_page(self, before: int) -> int:
        """Returns the place of the page below an id, -1 if it was never there."""
        found = (place for place, page in enumerate(self.pages) if page.before == before)
        return next(found, -1)

    def loaded(self) -> dict[int, list[CachedPost]]:
        """Returns the posts of the pages that are here, by place."""
        return dict(self._posts)

    def rows(self, place: int) -> list[HitRow] | None:
        """Returns the rows of a page, None if it has been let go."""
        if place in self._posts:
            self._posts.move_to_end(place)
        return self._rows.get(place)

    def post(self, number: int) -> CachedPost | None:
        """Returns a hit by its place among all, None if it is not here."""
        place, at = self.split(number)
        posts = self._posts.get(place, [])
        return posts[at] if at < len(posts) else None

    def id_of(self, number: int) -> int:
        """Returns the id of a hit by its place among all, 0 if none has been read there."""
        place, at = self.split(number)
        return self.pages[place].ids[at] if place >= 0 else 0

    def ids(self) -> list[int]:
        """Returns the ids of all hits read, the newest first."""
        return [one for page in self.pages for one in page.ids]

    def row(self, number: int) -> HitRow | None:
        """Returns the row of a hit by its place among all, None if it is not here."""
        place, at = self.split(number)
        rows = self._rows.get(place, [])
        return rows[at] if at < len(rows) else None

    def split(self, number: int) -> tuple[int, int]:
        """Returns page and place in it of a hit; (-1, 0) if there is none."""
        for place, page in enumerate(self.pages):
            if number < len(page.ids):
                return place, max(0, number)
            number -= len(page.ids)
        return -1, 0

    def number_of(self, post_id: int) -> int:
        """Returns the place of a hit among all, -1 if it is not among those read."""
        start = 0
        for page in self.pages:
            if post_id in page.ids:
                return start + page.ids.index(post_id)
            start += len(page.ids)
        return -1

    def count(self) -> int:
        """Returns how many hits have been read."""
        return sum(len(page.ids) for page in self.pages)

    def height(self) -> int:
        """Returns the height of all hits read, in pixels."""
        return self.pages[-1].top + self.pages[-1].height if self.pages else 0

    def top_of(self, number: int) -> tuple[int, int]:
        """Returns top and height of a hit in pixels."""
        place, at = self.split(number)
        if place < 0:
            return 0, 0
        page = self.pages[place]
        return page.top + sum(page.heights[:at]), page.heights[at]

    def page_at(self, y: int) -> int:
        """Returns the place of the page at a height, -1 without any."""
        return bisect_right(self._tops, y) - 1

    def number_at(self, y: int) -> int:
        """Returns the place of the hit at a height, -1 if there is none."""
        place = self.page_at(y)
        if place < 0:
            return -1
        start = sum(len(page.ids) for page in self.pages[:place])
        top = self.pages[place].top
        for at, height in enumerate(self.pages[place].heights):
            if top <= y < top + height:
                return start + at
            top += height
        return -1

    def next_before(self) -> int:
        """Returns the id below which the hits that follow are asked for, 0 without any."""
        return self.pages[-1].after if self.pages else 0

    def page_of(self, post_id: int) -> Page | None:
        """Returns the page a hit stands on."""
        return next((page for page in self.pages if post_id in page.ids), None)

    def _stack(self, place: int) -> None:
        top = self.pages[place].top
        if place and not top:
            top = self.pages[place - 1].top + self.pages[place - 1].height
        for page in self.pages[place:]:
            page.top = top
            top += page.height
        self._tops = [page.top for page in self.pages]

    def _let_go(self, near: int) -> None:
        """Lets go of the pages not looked at for longest, never of those near the new one."""
        self._posts.move_to_end(near)
        while len(self._posts) > MOST_PAGES:
            place, _posts = self._posts.popitem(last=False)
            self._rows.pop(place, None)
