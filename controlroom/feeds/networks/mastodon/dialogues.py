"""Pages of direct messages.

A server lists dialogues, the one with the latest message first, and of each only that message. What
was said before it is asked for dialogue by dialogue, each a page of its own: so a page is one call,
and reading can be broken off and gone on with anywhere.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from controlroom.feeds.base import Page
from controlroom.feeds.errors import NotFound
from controlroom.feeds.items import items_of
from controlroom.feeds.networks.mastodon import shape
from controlroom.feeds.networks.mastodon.client import PAGE, Client, decoded, older, status_path
from controlroom.feeds.networks.mastodon.parse import dialogue_of, message_of
from controlroom.feeds.reading import read_all, understood, written
from controlroom.model.post import Post

_AT_ONCE = 10
"""Dialogues whose earlier messages are read when something is looked for: each costs a call."""
_Dialogue = tuple[str, str, Post | None]


class Mark(msgspec.Struct, array_like=True):
    """The latest messages of the dialogues on the newest page.

    Attributes:
        latest: server's ids of those before which nothing is missing.
    """

    latest: list[str] = []


class Waiting(msgspec.Struct, array_like=True):
    """A dialogue whose earlier messages are to be asked for, and its latest one."""

    dialogue: str
    latest: str


class Cursor(msgspec.Struct, array_like=True):
    """Where reading goes on.

    Attributes:
        waiting: what comes first.
        place: of the next page of dialogues after that, "" if there is none.
        reached: the page of dialogues before met what is known.
    """

    waiting: list[Waiting] = []
    place: str = ""
    reached: bool = False


def messages(client: Client, cursor: str, known: str) -> Page:
    """Reads a page of direct messages."""
    at = understood(cursor, Cursor)
    if at.waiting:
        return _earlier(client, at)
    return _dialogues(client, at.place, known, newest=not cursor)


def messages_since(client: Client, since: datetime, first: str = "") -> Page:
    """Reads what was said in every dialogue that has had a message since a moment.

    `back_to` says how far that goes, where there are more of them than are read at once.

    Args:
        first: a dialogue that is read before the others.

    Raises:
        ReadError: as `messages`.
    """
    answer = client.get("/api/v1/conversations", {"limit": str(PAGE)})
    items = items_of(answer.body, client.host)
    listed, bad = read_all(items, lambda raw: dialogue_of(raw, client.host))
    young = [
        (one, latest, post) for one, latest, post in listed if post and post.created_at >= since
    ]
    young.sort(key=lambda one: one[0] != first)
    posts = [post for _, _, post in young]
    for dialogue, latest, _ in young[:_AT_ONCE]:
        posts += _earlier(client, Cursor([Waiting(dialogue, latest)])).posts
    unread = [post.created_at for _, _, post in young[_AT_ONCE:]]
    if len(items) == PAGE == len(young):
        # Those that are not listed may be as young as the last one that is.
        unread.append(min(post.created_at for _, _, post in young))
    back_to = max(unread, default=None)
    return Page(tuple(posts), set_aside=bad, budgets=answer.budgets, back_to=back_to)


def _dialogues(client: Client, place: str, known: str, *, newest: bool) -> Page:
    query = {"limit": str(PAGE)} | ({"max_id": place} if place else {})
    answer = client.get("/api/v1/conversations", query)
    items = items_of(answer.body, client.host)
    read, bad = read_all(items, lambda raw: dialogue_of(raw, client.host))
    ids = [latest for _, latest, _ in read if latest]
    mark = understood(known, Mark)
    met = not set(mark.latest).isdisjoint(ids)
    waiting = _unread(read, mark)
    following = older(answer.headers, ids, len(items), place)
    return Page(
        posts=tuple(post for _, _, post in read if post),
        older=_written(Cursor(waiting, following, met and bool(waiting))),
        mark=_mark(read, ids, known) if newest else "",
        reached_known=met and not waiting,
        set_aside=bad,
        budgets=answer.budgets,
    )


def _unread(read: Sequence[_Dialogue], mark: Mark) -> list[Waiting]:
    return [
        Waiting(dialogue, latest)
        for dialogue, latest, post in read
        if post and post.reply_to and latest not in mark.latest
    ]


def _mark(read: Sequence[_Dialogue], ids: list[str], known: str) -> str:
    """Whoever reads for the first time takes one page, so what was said before the latest messages
    is left for the second time: they do not count as known yet.
    """
    if known:
        return written(Mark(ids or understood(known, Mark).latest))
    return written(Mark([latest for _, latest, post in read if post and not post.reply_to]))


def _earlier(client: Client, at: Cursor) -> Page:
    asked, *waiting = at.waiting
    try:
        answer = client.get(status_path(asked.latest, "/context"))
        items = _ancestors(answer.body, client.host)
        budgets = answer.budgets
    except NotFound:
        items, budgets = [], ()
    posts, bad = read_all(items, lambda raw: message_of(raw, client.host, asked.dialogue))
    return Page(
        posts=tuple(post for post in reversed(posts) if post),
        older=_written(Cursor(waiting, at.place, at.reached and bool(waiting))),
        reached_known=at.reached and not waiting,
        set_aside=bad,
        budgets=budgets,
    )


def _ancestors(body: bytes, host: str) -> list[bytes]:
    return items_of(bytes(decoded(body, shape.Context, host).ancestors), host)


def _written(cursor: Cursor) -> str:
    return written(cursor) if cursor.waiting or cursor.place else ""
