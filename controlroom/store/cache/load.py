"""Stored rows back into posts."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from controlroom.model.cached import CachedPost
from controlroom.model.decoding import decoder
from controlroom.model.post import Author, Metrics, Post, PostKind
from controlroom.store.cache import details
from controlroom.store.cache.times import from_ms
from controlroom.store.connection import Connection

_SELECT = """
SELECT p.id, n.key, p.remote_id, p.kind, p.text, p.language, p.created_ms, p.version_ms, p.edited,
    p.seen_ms, p.gone_ms, p.kept, p.versions, p.reply_to, p.root, p.profiles,
    p.replies, p.reposts, p.likes, p.quotes, p.views, p.details,
    a.remote_id, a.handle, a.name, a.avatar_url, a.followers, a.verified, a.automated
FROM {source} JOIN network AS n ON n.id = p.network_id JOIN author AS a ON a.id = p.author_id
"""
BY_ID = _SELECT.format(source="json_each(?) AS j CROSS JOIN post AS p ON p.id = j.value")
FROM_POST = _SELECT.format(source="post AS p")

_ids = decoder(tuple[int, ...]).decode
_to_json = msgspec.json.Encoder().encode


def load(connection: Connection, ids: Sequence[int]) -> list[CachedPost]:
    """Returns the posts of these ids that are stored, newest first."""
    rows = connection.exec_driver_sql(BY_ID, (_to_json(list(ids)).decode(),))
    return cached_posts(sorted(rows, key=lambda row: row[0], reverse=True))


def cached_posts(rows: Iterable[Any]) -> list[CachedPost]:
    """Returns the posts of rows selected with `BY_ID` or `FROM_POST`, in their order."""
    return [_cached(row) for row in rows]


def _author(
    remote_id: str,
    handle: str,
    name: str,
    avatar_url: str,
    followers: int | None,
    verified: int,
    automated: int,
) -> Author:
    return Author(remote_id, handle, name, avatar_url, followers, bool(verified), bool(automated))


def _cached(row: Any) -> CachedPost:
    (post_id, network, remote_id, kind, text, language, created, version, edited, seen, gone, kept,
     versions, reply_to, root, profiles, replies, reposts, likes, quotes, views, packed,
     *author) = row  # fmt: skip
    post = Post(
        network=network,
        remote_id=remote_id,
        author=_author(*author),
        text=text,
        created_at=from_ms(created),
        kind=PostKind(kind),
        metrics=Metrics(replies, reposts, likes, quotes, views),
        language=language,
        edited_at=from_ms(version) if edited else None,
        reply_to=reply_to,
        root=root,
        **details.unpack(packed),
    )
    return CachedPost(
        id=post_id,
        post=post,
        profiles=_ids(profiles),
        seen_at=from_ms(seen),
        gone_at=from_ms(gone) if gone > seen else None,
        kept=bool(kept),
        versions=versions,
    )
