"""What a column reads from the cache, in one go each; runs off the window's thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model import clock
from controlroom.model.board import Column
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.ui.board.column.question import PAGE, Question
from controlroom.ui.board.list.window import MOST
from controlroom.ui.board.surge.crowd import Digest

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore

MOST_WAITING = 100
"""Waiting posts that are counted; one more stands for all the others."""
SLICE, BREATH_S = 50, 0.001
"""Posts read in one go, and how long the window's thread then has the processor to itself."""
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
        group: puts posts of this moment into the groups of a surge, None outside of one.
    """

    boundary: int
    line: int
    held: tuple[int, int] | None
    ids: list[int]
    changes: Changes
    everything: bool
    group: Callable[[list[CachedPost]], Digest] | None = None


class News(NamedTuple):
    """What has changed for a column.

    Attributes:
        waiting: the newest posts above the boundary, None if none came.
        only_new: `waiting` are those that came now; others may have waited before.
        stored: posts of the window that changed, `asked` their ids.
        stretch: the whole window read again, None where nothing came late.
        unread: None if nothing came.
        arrived: ids of new posts of this moment.
        digest: what the surge has come to with them, None if nobody asked.
    """

    waiting: list[CachedPost] | None
    stored: list[CachedPost]
    asked: list[int]
    stretch: list[CachedPost] | None
    unread: Unread | None
    arrived: list[int]
    only_new: bool = False
    digest: Digest | None = None


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
    question, cache, arrived = asker.question, asker.cache, _of_this_moment(mine)
    # What comes late may be all there is: then everything that waits is asked for.
    only_new = question.is_plain() and not asked.everything and len(arrived) == len(mine)
    posts = _wanted(asker, asked, mine, arrived) if came and (only_new or asked.group) else []
    waiting = None
    if came and only_new:
        waiting = [one for one in posts if one.id > asked.boundary and question.shows(one)]
    elif came:
        waiting = question.waiting(cache, asked.boundary, MOST_WAITING + 1)
    return News(
        waiting=waiting,
        stored=cache.posts(asked.ids) if asked.ids else [],
        asked=asked.ids,
        stretch=_stretch(asker, held) if late and held else None,
        unread=count_of(asker, asked.line) if came else None,
        arrived=arrived,
        only_new=only_new,
        digest=_digest(asked, posts, arrived),
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

    first = (clock.now() - LATE).timestamp()
    return [one for one in ids if second_of(one) >= first]


def _digest(asked: Asked, posts: list[CachedPost], arrived: list[int]) -> Digest | None:
    now = set(arrived)
    return asked.group([one for one in posts if one.id in now]) if asked.group else None


def _wanted(asker: Asker, asked: Asked, mine: list[int], arrived: list[int]) -> list[CachedPost]:
    """Reads what came, newest first; more than can wait only where a surge is to be grouped.

    A post may be news though it is old: polling may be as slow as a quarter of an hour.
    """
    ids = sorted((one for one in mine if one > asked.boundary), reverse=True)
    if asker.question.sieve is None:
        ids = ids[: MOST_WAITING + 1]
    if asked.group is not None:
        ids = sorted({*ids, *arrived}, reverse=True)
    posts: list[CachedPost] = []
    for start in range(0, len(ids), SLICE):
        if start:
            time.sleep(BREATH_S)
        posts += asker.cache.posts(ids[start : start + SLICE])
    return posts


def _stretch(asker: Asker, held: tuple[int, int]) -> list[CachedPost]:
    found = asker.question.older(asker.cache, held[0] + 1, 2 * MOST)
    return [post for post in found if post.id >= held[1]]
