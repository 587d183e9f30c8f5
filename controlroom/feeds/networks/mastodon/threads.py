"""A conversation: a post, what it answers and what answers it, as far as the server knows it."""

from collections.abc import Sequence
from dataclasses import replace

from controlroom.feeds.base import Page
from controlroom.feeds.items import items_of, parts_of
from controlroom.feeds.networks.mastodon.client import Client, status_path
from controlroom.feeds.networks.mastodon.parse import status_of
from controlroom.feeds.reading import read_all
from controlroom.model.post import Post, PostKind


def conversation(client: Client, about: str, known: str) -> Page:
    """Reads all of a conversation as one page. Raises `NotFound` too if the post is gone."""
    number = client.own(about)
    asked = client.get(status_path(number))
    around = client.get(status_path(number, "/context"))
    parts = parts_of(around.body, client.host)
    items = [
        *items_of(parts.get("ancestors", b"[]"), client.host),
        asked.body,
        *items_of(parts.get("descendants", b"[]"), client.host),
    ]
    posts, bad = read_all(items, lambda raw: status_of(raw, client.host)[1])
    newest = max((post.created_at for post in posts), default=None)
    return Page(
        posts=_rooted(posts),
        mark=newest.isoformat() if newest else known,
        reached_known=bool(known),
        set_aside=bad,
        budgets=around.budgets,
    )


def _rooted(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Answers know what they answer; where it all began is only seen from here."""
    root = posts[0].remote_id if posts and not posts[0].reply_to else ""
    rooted = [
        replace(post, root=root) if post.reply_to and post.kind is not PostKind.MESSAGE else post
        for post in posts
    ]
    return tuple(sorted(rooted, key=lambda post: post.created_at, reverse=True))
