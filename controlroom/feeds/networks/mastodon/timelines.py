"""Pages of posts that a server lists: home, mentions, a profile's posts, hashtags, lists, searches.

A newest page is always asked for whole, without `since_id`: posts of other servers arrive late and
below what is known, and edits and counts of the latest posts come with it for the same one request.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from controlroom.feeds.base import Page
from controlroom.feeds.errors import NotFound
from controlroom.feeds.items import items_of, parts_of
from controlroom.feeds.networks.mastodon.client import PAGE, Client, older
from controlroom.feeds.networks.mastodon.parse import mention_of, status_of
from controlroom.feeds.reading import read_all
from controlroom.feeds.wire import Answer, Query
from controlroom.model.post import Post

_MARKS = 20
_NOTIFICATIONS = "/api/v1/notifications"
_MENTIONS: Query = {"types[]": "mention"}
_SEARCH, _OLD_SEARCH = "/api/v2/search", "/api/v1/search"
_Parse = Callable[[bytes, str], tuple[str, Post | None]]


def statuses(client: Client, path: str, cursor: str, known: str) -> Page:
    """Reads a page of statuses."""
    return _listed(client, path, {}, status_of, (cursor, known))


def statuses_above(client: Client, path: str, known: str) -> Page:
    """Reads the statuses right above a mark."""
    return _above(client, path, {}, status_of, known)


def mentions(client: Client, cursor: str, known: str) -> Page:
    """Reads a page of the notifications that somebody mentioned the profile."""
    return _listed(client, _NOTIFICATIONS, _MENTIONS, mention_of, (cursor, known))


def mentions_above(client: Client, known: str) -> Page:
    """Reads those right above a mark."""
    return _above(client, _NOTIFICATIONS, _MENTIONS, mention_of, known)


def found(client: Client, words: str, cursor: str, known: str) -> Page:
    """Reads a page of what the server finds among what it knows; it asks no other server."""
    query = {"q": words, "type": "statuses", "resolve": "false"} | _place(cursor)
    try:
        answer = client.get(_SEARCH, query)
    except NotFound:
        answer = client.get(_OLD_SEARCH, query)
    items = items_of(parts_of(answer.body, client.host).get("statuses", b"[]"), client.host)
    return _page(answer, items, partial(status_of, host=client.host), (cursor, known))


def _listed(client: Client, path: str, query: Query, parse: _Parse, at: tuple[str, str]) -> Page:
    answer = client.get(path, {**_place(at[0]), **query})
    items = items_of(answer.body, client.host)
    return _page(answer, items, lambda raw: parse(raw, client.host), at)


def _above(client: Client, path: str, query: Query, parse: _Parse, known: str) -> Page:
    """Unlike `since_id`, `min_id` begins at the known post and not at the newest."""
    first = known.partition(" ")[0]
    answer = client.get(path, {"limit": str(PAGE), "min_id": first, **query})
    items = items_of(answer.body, client.host)
    page = _page(answer, items, lambda raw: parse(raw, client.host), ("", known))
    return replace(page, older="", reached_known=False)


def _place(cursor: str) -> dict[str, str]:
    return {"limit": str(PAGE)} | ({"max_id": cursor} if cursor else {})


def _page(
    answer: Answer,
    items: Sequence[bytes],
    parse: Callable[[bytes], tuple[str, Post | None]],
    at: tuple[str, str],
) -> Page:
    cursor, known = at
    read, bad = read_all(items, parse)
    ids = [number for number, _ in read]
    return Page(
        posts=tuple(_once(post for _, post in read if post is not None)),
        older=older(answer.headers, ids, len(items), cursor),
        mark="" if cursor else " ".join(dict.fromkeys(ids[:_MARKS])) or known,
        reached_known=not set(known.split()).isdisjoint(ids),
        set_aside=bad,
        budgets=answer.budgets,
    )


def _once(posts: Iterable[Post]) -> Iterable[Post]:
    """Some servers repeat posts to fill a page."""
    return {post.remote_id: post for post in posts}.values()
