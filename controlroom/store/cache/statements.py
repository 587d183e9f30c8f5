"""The statements by which a batch is written, and how many rows go by one."""

from collections.abc import Sequence
from functools import cache
from typing import Any

Row = tuple[Any, ...]

POST_COLUMNS = (
    "id, network_id, remote_id, author_id, kind, text, language, created_ms, version_ms, digest,"
    " edited, seen_ms, version_seen_ms, gone_ms, kept, versions, reply_to, root, profiles, streams,"
    " replies, reposts, likes, quotes, views, details"
)
INDEX = (
    "INSERT INTO post_text (rowid, text, alt, author, hashtags, mentions, tags)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_RETIRE = """
INSERT OR REPLACE INTO version (post_id, version_ms, digest, edited, seen_ms, text, details, body)
SELECT id, version_ms, digest, edited, version_seen_ms, text, details, payload.body
FROM post LEFT JOIN payload ON payload.post_id = post.id WHERE id = ?
"""
_OLDER = """
INSERT INTO version (post_id, version_ms, digest, edited, seen_ms, text, details, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET seen_ms = excluded.seen_ms, edited = excluded.edited,
    details = excluded.details, body = coalesce(excluded.body, version.body)
    WHERE (excluded.seen_ms, excluded.details) > (version.seen_ms, version.details)
"""
_POST_CHANGE = """
UPDATE post SET author_id = ?, kind = ?, text = ?, language = ?, version_ms = ?, digest = ?,
    edited = ?, version_seen_ms = ?, reply_to = ?, root = ?, details = ?, created_ms = ?
    WHERE id = ?
"""
_STANDING = """
UPDATE post SET seen_ms = ?, gone_ms = ?, profiles = ?, streams = ?, replies = ?, reposts = ?,
    likes = ?, quotes = ?, views = ?,
    versions = 1 + (SELECT count(*) FROM version WHERE post_id = post.id) WHERE id = ?
"""
_AUTHOR = """
INSERT INTO author (id, network_id, remote_id, handle, name, avatar_url, followers, verified,
    automated, seen_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET handle = excluded.handle, name = excluded.name,
    avatar_url = excluded.avatar_url, followers = excluded.followers,
    verified = excluded.verified, automated = excluded.automated, seen_ms = excluded.seen_ms
    WHERE (excluded.seen_ms, excluded.handle, excluded.name, excluded.avatar_url,
        coalesce(excluded.followers, -1), excluded.verified, excluded.automated)
    > (author.seen_ms, author.handle, author.name, author.avatar_url,
        coalesce(author.followers, -1), author.verified, author.automated)
"""
_METRICS = """
INSERT INTO metrics (post_id, quarter, seen_ms, replies, reposts, likes, quotes, views)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET seen_ms = excluded.seen_ms, replies = excluded.replies,
    reposts = excluded.reposts, likes = excluded.likes, quotes = excluded.quotes,
    views = excluded.views
    WHERE (excluded.seen_ms, coalesce(excluded.replies, -1), coalesce(excluded.reposts, -1),
        coalesce(excluded.likes, -1), coalesce(excluded.quotes, -1), coalesce(excluded.views, -1))
    > (metrics.seen_ms, coalesce(metrics.replies, -1), coalesce(metrics.reposts, -1),
        coalesce(metrics.likes, -1), coalesce(metrics.quotes, -1), coalesce(metrics.views, -1))
"""
_GONE = """
INSERT INTO gone (network_id, remote_id, gone_ms) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET gone_ms = max(gone_ms, excluded.gone_ms)
"""


STATEMENTS = {
    "authors": _AUTHOR,
    "retired": _RETIRE,
    "older": _OLDER,
    "current": "DELETE FROM version WHERE post_id = ? AND version_ms = ? AND digest = ?",
    "posts": f"INSERT INTO post ({POST_COLUMNS}) VALUES ({', '.join('?' * 26)})",
    "payloads": "INSERT OR REPLACE INTO payload (post_id, body) VALUES (?, ?)",
    "payloads_gone": "DELETE FROM payload WHERE post_id = ?",
    "post_changes": _POST_CHANGE,
    "standings": _STANDING,
    "stream_posts": "INSERT OR IGNORE INTO stream_post (stream_id, post_id) VALUES (?, ?)",
    "metrics": _METRICS,
    "gone": _GONE,
    "found": "DELETE FROM gone WHERE network_id = ? AND remote_id = ?",
    "indexed": INDEX,
}
"""The statements in the order in which they run, by the name of their rows."""

MANY_AT_ONCE = {STATEMENTS[name] for name in ("posts", "payloads", "stream_posts")}
"""Statements whose rows go many by one, which is quicker: no row of them depends on another."""
AT_ONCE = 100


def flat(rows: Sequence[Row]) -> list[Any]:
    """Returns the values of rows one after the other."""
    values: list[Any] = []
    for row in rows:
        values += row
    return values


@cache
def of_many(statement: str, size: int) -> str:
    """Returns the statement for so many rows at once."""
    row = statement[statement.rindex("(") :]
    return statement + f", {row}" * (size - 1)
