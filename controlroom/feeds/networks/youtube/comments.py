"""Pages of comments, with all their answers.

A comment comes with five of its answers at most. The others are asked for comment by comment, each
as a page of its own: so a page is one call and costs one unit, and reading can be broken off and
gone on with anywhere. Answers are asked for only if their number is another than last time.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from controlroom.feeds.base import Page
from controlroom.feeds.errors import NotFound
from controlroom.feeds.networks.youtube.client import API_HOST, Client, Listing
from controlroom.feeds.networks.youtube.parse import ThreadRead, comment_of, thread_of
from controlroom.feeds.reading import read_all, set_aside, understood, written
from controlroom.model.post import Post


class Mark(msgspec.Struct, array_like=True):
    """The comments of the newest page, each with how many answers are known, and its etag."""

    etag: str = ""
    answers: dict[str, int] = {}


class Waiting(msgspec.Struct, array_like=True):
    """A comment whose answers are to be asked for, from `place` on."""

    comment: str
    video: str
    place: str = ""


class Cursor(msgspec.Struct, array_like=True):
    """Where reading goes on.

    Attributes:
        waiting: whose answers come first.
        place: of the next page of comments after that, "" if there is none.
        reached: the page of comments before met what is known.
    """

    waiting: list[Waiting] = []
    place: str = ""
    reached: bool = False


def comments(client: Client, which: Mapping[str, str], older: str, known: str) -> Page:
    """Reads a page of the comments that `which`, a filter of the network, chooses."""
    cursor, mark = understood(older, Cursor), understood(known, Mark)
    if cursor.waiting:
        return _answers(client, cursor)
    listing = client.threads(which, cursor.place, "" if older else mark.etag)
    if listing.unchanged:
        return Page((), mark=known, reached_known=True)
    return _page(listing, mark, newest=not older)


def thread(client: Client, comment: str, older: str, known: str) -> Page:
    """Reads a comment with all its answers. Raises `NotFound` too if it is not there any more."""
    cursor, mark = understood(older, Cursor), understood(known, Mark)
    if cursor.waiting:
        return _answers(client, cursor)
    listing = client.threads_by_id([comment])
    if not listing.items:
        raise NotFound(host=API_HOST)
    return _page(listing, mark, newest=not older)


def _page(listing: Listing, mark: Mark, *, newest: bool) -> Page:
    threads, bad = read_all(listing.items, thread_of)
    waiting = _kept_back(threads, mark)
    met = any(one.id in mark.answers for one in threads)
    unread = tuple(set_aside(error, raw) for one in threads for error, raw in one.bad)
    return Page(
        posts=tuple(post for one in threads for post in one.posts),
        older=_written(Cursor(waiting, listing.next, met and bool(waiting))),
        mark=written(_mark(listing, threads, mark, waiting)) if newest else "",
        reached_known=met and not waiting,
        set_aside=bad + unread,
    )


def _kept_back(threads: Iterable[ThreadRead], mark: Mark) -> list[Waiting]:
    return [
        Waiting(one.id, one.video)
        for one in threads
        if one.answers > one.came and one.answers != mark.answers.get(one.id)
    ]


def _mark(
    listing: Listing, threads: Sequence[ThreadRead], before: Mark, waiting: Sequence[Waiting]
) -> Mark:
    """Whoever reads for the first time takes one page, so the answers kept back are left for the
    second time: only those that came count as known, and an etag would hide the others.
    """
    if not threads:
        return Mark(listing.etag, before.answers)
    if before.answers:
        return Mark(listing.etag, {one.id: one.answers for one in threads})
    came = {one.id: min(one.came, one.answers) for one in threads}
    return Mark("" if waiting else listing.etag, came)


def _answers(client: Client, cursor: Cursor) -> Page:
    asked, *waiting = cursor.waiting
    try:
        listing = client.answers(asked.comment, asked.place)
    except NotFound:
        listing = Listing()
    posts, bad = read_all(listing.items, partial(comment_of, video=asked.video))
    if listing.next and listing.next != asked.place:
        waiting = [Waiting(asked.comment, asked.video, listing.next), *waiting]
    return Page(
        posts=_newest_first(posts),
        older=_written(Cursor(waiting, cursor.place, cursor.reached and bool(waiting))),
        reached_known=cursor.reached and not waiting,
        set_aside=bad,
    )


def _newest_first(posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple(sorted(posts, key=lambda post: post.created_at, reverse=True))


def _written(cursor: Cursor) -> str:
    return written(cursor) if cursor.waiting or cursor.place else ""
