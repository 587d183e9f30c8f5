"""The rows a batch writes, collected first and then executed one statement after the other."""

from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection

Row = tuple[Any, ...]

NULL = float("nan")
"""Stored as NULL (sqlite.org/c3ref/bind_blob.html).

The driver takes a microsecond over each None, and over each `bytes`, to look in vain for a way to
adapt it. It does not over a `float` or a `bytearray`, so rows that are many hold these.
"""

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


_STATEMENTS = {
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

_MANY_AT_ONCE = {_STATEMENTS[name] for name in ("posts", "payloads", "stream_posts")}
"""Statements whose rows go many by one, which is quicker: no row of them depends on another."""
_AT_ONCE = 100
_INDEX_BLOCKS = (1000, 500, 200, 100)


@dataclass(slots=True)
class Rows:
    """Parameter rows, by the statement they belong to."""

    authors: list[Row] = field(default_factory=list)
    retired: list[Row] = field(default_factory=list)
    older: list[Row] = field(default_factory=list)
    current: list[Row] = field(default_factory=list)
    posts: list[Row] = field(default_factory=list)
    payloads: list[Row] = field(default_factory=list)
    payloads_gone: list[Row] = field(default_factory=list)
    post_changes: list[Row] = field(default_factory=list)
    standings: list[Row] = field(default_factory=list)
    stream_posts: list[Row] = field(default_factory=list)
    indexed: list[Row] = field(default_factory=list)
    metrics: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    found: list[Row] = field(default_factory=list)

    def statements(self) -> list[tuple[str, list[Row]]]:
        """Returns each statement that has rows, with its rows."""
        pairs = [(statement, getattr(self, name)) for name, statement in _STATEMENTS.items()]
        return [(statement, rows) for statement, rows in pairs if rows]

    def execute(self, connection: Connection) -> None:
        """Writes everything inside the open transaction."""
        # The driver's own cursor: a batch is a dozen statements, each passed through for nothing.
        cursor = connection.connection.cursor()
        for statement, rows in self.statements():
            if statement == INDEX:
                _execute_index(cursor, rows)
            else:
                _execute(cursor, statement, rows)
        cursor.close()


def _execute(cursor: Any, statement: str, rows: list[Row]) -> None:
    """Writes rows, many by one statement where that may be."""
    whole = len(rows) - len(rows) % _AT_ONCE if statement in _MANY_AT_ONCE else 0
    for at in range(0, whole, _AT_ONCE):
        some = chain.from_iterable(rows[at : at + _AT_ONCE])
        cursor.execute(_of_many(statement, _AT_ONCE), list(some))
    cursor.executemany(statement, rows[whole:])


def _execute_index(cursor: Any, rows: list[Row]) -> None:
    """Writes full text. Only once many rows by one statement: each such makes a segment."""
    size = next((size for size in _INDEX_BLOCKS if size <= len(rows)), 0)
    if size:
        cursor.execute(_of_many(INDEX, size), list(chain.from_iterable(rows[:size])))
    cursor.executemany(INDEX, rows[size:])


@cache
def _of_many(statement: str, size: int) -> str:
    """Returns the statement for so many rows at once."""
    row = statement[statement.rindex("(") :]
    return statement + f", {row}" * (size - 1)
