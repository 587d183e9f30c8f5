"""What a column reads from the cache, in one go each; runs off the window's thread."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model import clock
from controlroom.model.board import Column
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.model.frozen import dataclass
from controlroom.ui.board.column.question import PAGE, Question
from controlroom.ui.board.list.window import MOST
from controlroom.ui.board.surge.digest import Digest

if TYPE_CHECKING:
    from controlroom.model.glimpse import Glimpse
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore

FIRST = 24
"""Posts of a column that has just been opened, enough for the highest screen; the others, that
nobody can see yet, are read once those are painted."""
MOST_WAITING = 100
"""Waiting posts that are counted; one more stands for all the others."""
SLICE, LOOKED_AT, BREATH_S = 50, 200, 0.001
"""Posts read or looked at in one go, and how long the window's thread then has the processor."""
Seen = Mapping[int, "Glimpse"]
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
        ended: no older posts were known than those held.
        everything: the column may have missed changes and asks as if all were new.
        group: puts posts of this moment into the groups of a surge, None outside of one.
        counted: how much was unread when it was counted last, None if it never was.
    """

    boundary: int
    line: int
    held: tuple[int, int] | None
    ids: list[int]
    changes: Changes
    ended: bool
    everything: bool
    group: Callable[[list["Glimpse"]], Digest] | None = None
    counted: Unread | None = None


class News(NamedTuple):
    """What has changed for a column.

    Attributes:
        waiting: the newest posts above the boundary, None if none came.
        only_new: `waiting` are those that came now; others may have waited before.
        stored: posts of the window that changed, `asked` their ids.
        late: posts that belong between those held, or below them where no older were known.
        joined: down to this id nothing is missing between `late` and those held; 0 for all.
        unread: None if nothing came, or if there are more than are counted in any case.
        arrived: ids of new posts of this moment.
        digest: what the surge has come to with them, None if nobody asked.
    """

    waiting: list[CachedPost] | None
    stored: list[CachedPost]
    asked: list[int]
    unread: Unread | None
    arrived: list[int]
    only_new: bool = False
    digest: Digest | None = None
    late: Sequence[CachedPost] = ()
    joined: int = 0


def opened_at(asker: Asker) -> Opened:
    """Reads around what was read last, or from the newest post on."""
    anchor = asker.column.anchor
    before = anchor + 1 if anchor else 0
    page = page_older(asker, before, FIRST)
    newest = page.posts if not before else asker.question.older(asker.cache, 0, 1)
    if before and not page.posts:
        page = page_older(asker, 0, FIRST)
    return Opened(page, newest[0].id if newest else 0)


def page_older(asker: Asker, before: int, most: int = PAGE) -> Page:
    """Reads the page below a post."""
    posts = asker.question.older(asker.cache, before, most)
    return asker.page(posts, more=len(posts) == most)


def page_newer(asker: Asker, first: CachedPost, boundary: int) -> Page:
    """Reads the page above a post, as far as it has been let in."""
    found = asker.question.newer(asker.cache, first, PAGE)
    posts = [post for post in found if post.id <= boundary]
    return asker.page(posts, more=bool(posts) and posts[0].id < boundary)


def news_of(asker: Asker, asked: Asked) -> News:
    """Reads what is new, what of the window has changed, and how much is unread."""
    mine = _mine(asker, asked)
    came = asked.everything or bool(mine)
    question, cache, arrived = asker.question, asker.cache, _of_this_moment(mine)
    # What comes late may be all there is: then everything that waits is asked for.
    only_new = question.is_plain() and not asked.everything and len(arrived) == len(mine)
    seen = _seen(asker, asked, mine, arrived) if question.sieve or asked.group else None
    waiting = None
    if came and only_new:
        waiting = _read(asker, [one for one in mine if one > asked.boundary], seen)
    elif came:
        waiting = question.waiting(cache, asked.boundary, MOST_WAITING + 1)
    late, joined = _late(asker, asked, mine, seen)
    return News(
        waiting=waiting,
        stored=_stored(asker, asked, late),
        asked=asked.ids,
        late=late,
        joined=joined,
        unread=_unread(asker, asked) if came else None,
        arrived=arrived,
        only_new=only_new,
        digest=_digest(asked, seen, arrived),
    )


def count_of(asker: Asker, line: int) -> Unread:
    """Counts what lies above the read line."""
    from controlroom.store.cache.ids import second_of

    moment = datetime.fromtimestamp(second_of(line), UTC)
    found = asker.question.unread(asker.cache, moment)
    return Unread(line, found.number, found.more)


def glimpses_of(asker: Asker, ids: Sequence[int]) -> list["Glimpse"]:
    """Returns what is seen of posts at a glance."""
    from controlroom.store.cache.glimpses import Glimpses

    glimpses, found = Glimpses(asker.cache), list["Glimpse"]()
    for start in range(0, len(ids), LOOKED_AT):
        if start:
            time.sleep(BREATH_S)
        found += glimpses.of(ids[start : start + LOOKED_AT])
    return found


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


def _between(asked: Asked, mine: list[int]) -> list[int]:
    """Returns what came between posts that are held, or below the last there was."""
    if asked.held is None:
        return []
    first, last = asked.held
    return [one for one in mine if one < first and (asked.ended or one > last)]


def _late(
    asker: Asker, asked: Asked, mine: list[int], seen: Seen | None
) -> tuple[Sequence[CachedPost], int]:
    """Returns what came late, and down to which id nothing of it is missing (0: to the end)."""
    ids = _between(asked, mine)
    if asked.held is None or not (ids or asked.everything):
        return (), 0
    if asker.question.is_plain() and not asked.everything and len(ids) <= MOST_WAITING:
        return _read(asker, ids, seen), 0
    return _stretch(asker, asked, asked.held)


def _stretch(asker: Asker, asked: Asked, held: tuple[int, int]) -> tuple[list[CachedPost], int]:
    """Reads again what is held and what may lie between; the same two as above."""
    first, last = held
    found: list[CachedPost] = []
    before, joined = first + 1, 0
    while len(found) < 2 * MOST:
        if found:
            time.sleep(BREATH_S)
        some = asker.question.unsieved(asker.cache, before, SLICE)
        found += some
        if len(some) < SLICE or (some[-1].id <= last and not asked.ended):
            break
        before = some[-1].id
    else:
        joined = found[-1].id
    shown = asker.question.let_through(found)
    return [one for one in shown if asked.ended or one.id > last], joined


def _stored(asker: Asker, asked: Asked, late: Sequence[CachedPost]) -> list[CachedPost]:
    """Returns the posts asked for as they are now; those that were just read need not be."""
    read = {one.id: one for one in late}
    rest = [one for one in asked.ids if one not in read]
    known = [read[one] for one in asked.ids if one in read]
    return known + (asker.cache.posts(rest) if rest else [])


def _unread(asker: Asker, asked: Asked) -> Unread | None:
    """What comes on top of more than is ever counted need not be counted."""
    known = asked.counted
    if known is not None and known.line == asked.line and known.more:
        return None
    return count_of(asker, asked.line)


def _digest(asked: Asked, seen: Seen | None, arrived: list[int]) -> Digest | None:
    if asked.group is None or seen is None:
        return None
    return asked.group([seen[one] for one in arrived if one in seen])


def _seen(asker: Asker, asked: Asked, mine: list[int], arrived: list[int]) -> Seen:
    """Looks at what came in a surge; thousands of posts a second are not read for it."""
    wanted = {*arrived, *(one for one in mine if one > asked.boundary), *_between(asked, mine)}
    return {one.id: one for one in glimpses_of(asker, sorted(wanted))}


def _read(asker: Asker, ids: list[int], seen: Seen | None) -> list[CachedPost]:
    """Reads those of the posts that are shown, newest first, no more than can wait.

    A post may be news though it is old: polling may be as slow as a quarter of an hour.
    """
    sieve = asker.question.sieve
    if sieve is not None and seen is not None:
        ids = [one for one in ids if one in seen and sieve.lets(seen[one])]
    ids = sorted(ids, reverse=True)[: MOST_WAITING + 1]
    posts: list[CachedPost] = []
    for start in range(0, len(ids), SLICE):
        if start:
            time.sleep(BREATH_S)
        posts += asker.cache.posts(ids[start : start + SLICE])
    return posts
