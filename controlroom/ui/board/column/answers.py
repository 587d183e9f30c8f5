"""What a column reads from the cache, in one go each; runs off the window's thread."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model.board import Column
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.ui.board.column.question import PAGE, Question
from controlroom.ui.board.list.window import MOST

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore

MOST_WAITING = 100
"""Waiting posts that are counted; one more stands for all the others."""
LATE = timedelta(minutes=10)
"""What is older than this when it arrives fills a gap and is no news."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: a column with its question, and where the answers are."""

    cache: "CacheReader"
    store: "DeskStore"
    column: Column
    question: Question

    def page(self, posts: list[CachedPost], *, more: bool) -> "Page":
        """Returns posts as a page, with those that were marked as read."""
        marked = self.store.read_among(self.column.stream, [post.id for post in posts])
        return Page(posts, more, marked)


class Page(NamedTuple):
    """Posts newest first, whether there are more behind them, and which were marked as read."""

    posts: list[CachedPost]
    more: bool
    read: frozenset[int]


class Opened(NamedTuple):
    """What a column shows first; `newest` is the id of the newest post of its stream."""

    page: Page
    newest: int


class Unread(NamedTuple):
    """How many posts lie above a read line."""

    line: int
    number: int
    more: bool


class Asked(NamedTuple):
    """What a column wants to know of a change.

    Attributes:
        boundary: the newest post that was let in.
        line: the newest post that has been read.
        held: ids of the first and the last post held, None if there is none.
        ids: posts held that have changed or gone.
        everything: the column may have missed changes and asks as if all were new.
    """

    boundary: int
    line: int
    held: tuple[int, int] | None
    ids: list[int]
    changes: Changes
    everything: bool


class News(NamedTuple):
    """What has changed for a column.

    Attributes:
        waiting: the newest posts above the boundary, None if none came.
        stored: posts of the window that changed, `asked` their ids.
        stretch: the whole window read again, None where nothing came late.
        unread: None if nothing came.
        arrived: ids of new posts of this moment.
    """

    waiting: list[CachedPost] | None
    stored: list[CachedPost]
    asked: list[int]
    stretch: list[CachedPost] | None
    unread: Unread | None
    arrived: list[int]


def opened_at(asker: Asker) -> Opened:
    """Reads around what was read last, or from the newest post on."""
    anchor = asker.column.anchor
    before = anchor + 1 if anchor else 0
    page = page_older(asker, before)
    newest = page.posts if not before else asker.question.older(asker.cache, 0, 1)
    if before and not page.posts:
        page = page_older(asker, 0)
    return Opened(page, newest[0].id if newest else 0)


def page_older(asker: Asker, before: int) -> Page:
    """Reads the page below a post."""
    posts = asker.question.older(asker.cache, before, PAGE)
    return asker.page(posts, more=len(posts) == PAGE)


def page_newer(asker: Asker, first: CachedPost, boundary: int) -> Page:
    """Reads the page above a post, as far as it has been let in."""
    found = asker.question.newer(asker.cache, first, PAGE)
    posts = [post for post in found if post.id <= boundary]
    return asker.page(posts, more=bool(posts) and posts[0].id < boundary)


def news_of(asker: Asker, asked: Asked) -> News:
    """Reads what is new, what of the window has changed, and how much is unread."""
    mine = _mine(asker, asked)
    came = asked.everything or bool(mine)
    held = asked.held
    late = held is not None and any(held[1] < one < held[0] for one in mine)
    question, cache = asker.question, asker.cache
    return News(
        waiting=question.waiting(cache, asked.boundary, MOST_WAITING + 1) if came else None,
        stored=cache.posts(asked.ids) if asked.ids else [],
        asked=asked.ids,
        stretch=_stretch(asker, held) if late and held else None,
        unread=count_of(asker, asked.line) if came else None,
        arrived=_of_this_moment(mine),
    )


def count_of(asker: Asker, line: int) -> Unread:
    """Counts what lies above the read line."""
    from controlroom.store.cache.ids import second_of

    moment = datetime.fromtimestamp(second_of(line), UTC)
    found = asker.question.unread(asker.cache, moment)
    return Unread(line, found.number, found.more)


def _mine(asker: Asker, asked: Asked) -> list[int]:
    """Returns the new posts that belong here; for a search all of them may."""
    new = asked.changes.new
    if not new or not asker.question.stream:
        return list(new)
    from controlroom.store.cache.arrivals import Arrivals

    return Arrivals(asker.cache.database).among(asker.question.stream, new)


def _of_this_moment(ids: list[int]) -> list[int]:
    from controlroom.store.cache.ids import second_of

    first = (datetime.now(UTC) - LATE).timestamp()
    return [one for one in ids if second_of(one) >= first]


def _stretch(asker: Asker, held: tuple[int, int]) -> list[CachedPost]:
    found = asker.question.older(asker.cache, held[0] + 1, 2 * MOST)
    return [post for post in found if post.id >= held[1]]
