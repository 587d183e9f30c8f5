"""A conversation as a tree in order of time, flat for reading. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from controlroom.model.cached import CachedPost

DEEPEST = 5
"""Levels that are set in; what is deeper stands below its parent all the same."""


class Place(NamedTuple):
    """One post of a conversation.

    Attributes:
        depth: how far it is set in, 0 for the beginning.
        orphan: it answers a post that is not held.
    """

    post: CachedPost
    depth: int
    orphan: bool = False


def tree_of(posts: Sequence[CachedPost]) -> list[Place]:
    """Returns the posts so that each answer stands below what it answers, earlier ones first."""
    by_remote = {one.post.remote_id: one for one in posts}
    children: dict[int, list[CachedPost]] = {}
    tops: list[CachedPost] = []
    for one in sorted(posts, key=lambda each: (each.post.created_at, each.id)):
        parent = by_remote.get(one.post.reply_to) if one.post.reply_to else None
        if parent is None or parent.id == one.id:
            tops.append(one)
        else:
            children.setdefault(parent.id, []).append(one)
    return list(_flat(tops, children, len(posts)))


def _flat(tops: list[CachedPost], children: dict[int, list[CachedPost]], most: int) -> list[Place]:
    """A network may claim that two posts answer each other; each is shown once all the same."""
    found: list[Place] = []
    seen: set[int] = set()
    waiting = [(one, 0) for one in reversed(tops)]
    while waiting and len(found) < most:
        post, depth = waiting.pop()
        if post.id in seen:
            continue
        seen.add(post.id)
        found.append(Place(post, min(depth, DEEPEST), bool(post.post.reply_to) and depth == 0))
        waiting += [(one, depth + 1) for one in reversed(children.get(post.id, []))]
    lost = [one for some in children.values() for one in some if one.id not in seen]
    return found + [Place(one, 0, orphan=True) for one in sorted(lost, key=lambda each: each.id)]
