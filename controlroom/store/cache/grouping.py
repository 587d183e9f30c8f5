"""Hits by conversation: each conversation once, where its newest hit stands, page by page.

Nothing is counted over the whole cache: only the conversations of the hits on a page are looked
into, each by its own index.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import msgspec

from controlroom.model.found import Count, FoundConversation, FoundConversations
from controlroom.model.query.tree import Node
from controlroom.store.cache.load import load
from controlroom.store.cache.opening import hits_among
from controlroom.store.cache.search import hits
from controlroom.store.cache.veil import Veil
from controlroom.store.connection import Connection

MOST = 2_000
"""Posts of one conversation that are looked at, its newest; older hits stand for themselves."""
STEP = 60

_KEYS = """SELECT id, network_id, iif(root = '', remote_id, root) FROM post
    WHERE id IN (SELECT value FROM json_each(?))"""
_MEMBERS = """SELECT id FROM post WHERE network_id = ?1 AND root = ?2 AND root <> ''
    ORDER BY id DESC LIMIT ?3"""
_OPENING = "SELECT id FROM post WHERE network_id = ? AND remote_id = ?"
_to_json = msgspec.json.Encoder().encode

Key = tuple[int, str]
"""Network and remote id of the first post."""


@dataclass(slots=True)
class Together:
    """The hits of one conversation.

    Attributes:
        ids: of the hits, newest first.
        count: how many there are; `more` if there may be others among its older posts.
        opening: id of the post it begins with, 0 if that is not stored.
    """

    ids: list[int]
    count: Count
    opening: int = 0


@dataclass(slots=True)
class Conversation:
    """The posts of a conversation that were looked at."""

    members: list[int]
    opening: int
    more: bool
    hits: list[int] = field(default_factory=list)


def conversations(
    connection: Connection,
    node: Node,
    veil: Veil,
    shown: Callable[[Sequence[int]], Sequence[int]],
    *,
    before: int,
    limit: int,
) -> FoundConversations:
    """Returns conversations with hits, those with the newest hit first.

    Args:
        shown: takes the ids of all hits of one, newest first; gives those that are wanted.
        before: only those whose newest hit has an id below this; 0 for all.
    """
    found, before, last = together(connection, veil.over(node), before=before, limit=limit)
    wanted = {one.ids[0]: list(shown(one.ids)) for one in found}
    ids = {id_ for some in wanted.values() for id_ in some} | {one.opening for one in found}
    posts = {one.id: one for one in veil.seen(load(connection, sorted(ids)))}

    def whole(one: Together) -> FoundConversation:
        here = [posts[id_] for id_ in wanted[one.ids[0]] if id_ in posts]
        return FoundConversation(tuple(here), one.count, posts.get(one.opening))

    return FoundConversations(tuple(map(whole, found)), before, last)


def together(
    connection: Connection, node: Node, *, before: int, limit: int
) -> tuple[list[Together], int, bool]:
    """Returns conversations with hits, those with the newest hit first.

    Args:
        before: only those whose newest hit has an id below this; 0 for all.

    Returns:
        the conversations, the `before` of those that follow, and whether none follow.
    """
    found: list[Together] = []
    walk = _Walk(connection, node)
    for number, one in walk.from_newest(before):
        before = number
        if one is not None:
            found.append(one)
        if len(found) >= limit:
            return found, before, False
    return found, before, True


class _Walk:
    """Goes through hits, the newest first, and knows the conversations it came by."""

    def __init__(self, connection: Connection, node: Node) -> None:
        self._connection, self._node = connection, node
        self._known: dict[Key, Conversation] = {}

    def from_newest(self, before: int) -> Iterator[tuple[int, Together | None]]:
        """Yields each hit, with its conversation if it is the newest hit of it."""
        while ids := hits(self._connection, self._node, before=before, limit=STEP, stream=0):
            keys = self._keys(ids)
            self._learn({keys[one] for one in ids if one in keys} - self._known.keys())
            for one in ids:
                yield one, self._led_by(one, keys.get(one))
            before = ids[-1]

    def _led_by(self, hit: int, key: Key | None) -> Together | None:
        talk = self._known.get(key) if key else None
        if talk is None or hit not in talk.hits:
            return Together([hit], Count(1, False))
        if hit != talk.hits[0]:
            return None
        return Together(talk.hits, Count(len(talk.hits), talk.more), talk.opening)

    def _keys(self, ids: Sequence[int]) -> dict[int, Key]:
        rows = self._connection.exec_driver_sql(_KEYS, (_list(ids),))
        return {post: (network, root) for post, network, root in rows}

    def _learn(self, keys: AbstractSet[Key]) -> None:
        fresh = {key: self._conversation(key) for key in keys}
        several = [one for talk in fresh.values() if len(talk.members) > 1 for one in talk.members]
        hit = hits_among(self._connection, self._node, several)
        for talk in fresh.values():
            alone = len(talk.members) == 1
            talk.hits = [one for one in talk.members if alone or one in hit]
        self._known |= fresh

    def _conversation(self, key: Key) -> Conversation:
        ask = self._connection.exec_driver_sql
        members = [row[0] for row in ask(_MEMBERS, (*key, MOST + 1))]
        opening = ask(_OPENING, key).scalar() or 0
        looked_at = set(members[:MOST]) | ({opening} if opening else set())
        return Conversation(sorted(looked_at, reverse=True), opening, len(members) > MOST)


def _list(ids: Sequence[int]) -> str:
    return _to_json(list(ids)).decode()
