"""What a column reads from the cache, in one go each; runs off the window's thread."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model.board import Column
from controlroom.model.cached import CachedPost
from controlroom.ui.board.column.question import PAGE, Question
from controlroom.ui.board.column.window import MOST

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore

MOST_WAITING = 100
"""Waiting posts that are counted; one more stands for all the others."""


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


class News(NamedTuple):
    """What has changed for a column.

    Attributes:
        waiting: the newest posts above the boundary.
        stored: posts of the window that changed, `asked` their ids.
        stretch: the whole window read again, None where nothing came late.
    """

    waiting: list[CachedPost]
    stored: list[CachedPost]
    asked: list[int]
    stretch: list[CachedPost] | None
    unread: Unread


def opened_at(
    cache: "CacheReader", question: Question, column: Column, store: "DeskStore"
) -> Opened:
    """Reads around what was read last, or from the newest post on."""
    before = column.anchor + 1 if column.anchor else 0
    page = page_older(cache, question, before, store, column.stream)
    newest = page.posts if not before else question.older(cache, 0, 1)
    if before and not page.posts:
        page = page_older(cache, question, 0, store, column.stream)
    return Opened(page, newest[0].id if newest else 0)


def page_older(
    cache: "CacheReader", question: Question, before: int, store: "DeskStore", stream: int
) -> Page:
    """Reads the page below a post."""
    posts = question.older(cache, before, PAGE)
    return Page(posts, len(posts) == PAGE, _marked(store, stream, posts))


def page_newer(
    cache: "CacheReader", question: Question, first: CachedPost, boundary: int,
    store: "DeskStore", stream: int,
) -> Page:  # fmt: skip
    """Reads the page above a post, as far as it has been let in."""
    found = question.newer(cache, first, PAGE)
    posts = [post for post in found if post.id <= boundary]
    more = bool(posts) and posts[0].id < boundary
    return Page(posts, more, _marked(store, stream, posts))


def news_of(
    cache: "CacheReader",
    question: Question,
    boundary: int,
    line: int,
    ids: list[int],
    window: tuple[CachedPost, CachedPost] | None,
) -> News:
    """Reads what is new, what of the window has changed, and how much is unread.

    Args:
        window: first and last post held, if posts between them may have come late.
    """
    return News(
        waiting=question.waiting(cache, boundary, MOST_WAITING + 1),
        stored=cache.posts(ids) if ids else [],
        asked=ids,
        stretch=None if window is None else _stretch(cache, question, *window),
        unread=count_of(cache, question, line),
    )


def count_of(cache: "CacheReader", question: Question, line: int) -> Unread:
    """Counts what lies above the read line."""
    from controlroom.store.cache.ids import second_of

    moment = datetime.fromtimestamp(second_of(line), UTC)
    found = question.unread(cache, moment)
    return Unread(line, found.number, found.more)


def _stretch(
    cache: "CacheReader", question: Question, first: CachedPost, last: CachedPost
) -> list[CachedPost]:
    found = question.older(cache, first.id + 1, 2 * MOST)
    return [post for post in found if post.id >= last.id]


def _marked(store: "DeskStore", stream: int, posts: list[CachedPost]) -> frozenset[int]:
    return store.read_among(stream, [post.id for post in posts])
