"""A second look at posts: as they stand now, or no longer there.

Newer servers show several at once and leave out what they do not know. That alone is not enough to
call a post gone: what was left out is asked for by itself, and so is everything on older servers.
"""

from collections.abc import Sequence

from controlroom.feeds.base import Budget, Looked
from controlroom.feeds.errors import NonsenseReceived, NotFound
from controlroom.feeds.items import items_of
from controlroom.feeds.networks.mastodon.client import Client, status_path
from controlroom.feeds.networks.mastodon.parse import status_of
from controlroom.feeds.reading import UNREADABLE, read_all
from controlroom.model.post import Post

AT_ONCE = 20
"""More in one request are refused by the servers that show several."""


def look(client: Client, remote_ids: Sequence[str]) -> Looked:
    """Looks up to 20 posts of this server up. Raises `ReadError`."""
    ours = [one for one in dict.fromkeys(remote_ids) if one.startswith(f"{client.host}/")]
    if not ours:
        return Looked()
    posts, budgets = _together(client, [client.own(one) for one in ours])
    seen = {post.remote_id for post in posts}
    gone = []
    for one in ours:
        if one in seen:
            continue
        post, there, budgets = _alone(client, client.own(one), budgets)
        posts += [post] if post else []
        gone += [] if there else [one]
    return Looked(tuple(posts), tuple(gone), budgets)


def _together(client: Client, numbers: Sequence[str]) -> tuple[list[Post], tuple[Budget, ...]]:
    """Returns what a server shows at once; nothing if it cannot."""
    try:
        answer = client.get("/api/v1/statuses", {"id[]": numbers})
        items = items_of(answer.body, client.host)
    except (NotFound, NonsenseReceived):
        return [], ()
    posts, _ = read_all(items, lambda raw: status_of(raw, client.host)[1])
    return posts, answer.budgets


def _alone(
    client: Client, number: str, budgets: tuple[Budget, ...]
) -> tuple[Post | None, bool, tuple[Budget, ...]]:
    """Returns a post, whether it is there at all, and what the server told of its allowances."""
    try:
        answer = client.get(status_path(number))
    except NotFound:
        return None, False, budgets
    try:
        post = status_of(answer.body, client.host)[1]
    except UNREADABLE:
        return None, True, answer.budgets
    return post, True, answer.budgets
