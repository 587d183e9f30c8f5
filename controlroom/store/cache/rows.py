"""The rows a batch writes, collected first and then executed one statement after the other."""

from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import Connection

Row = tuple[Any, ...]

POST_COLUMNS = (
    "id, network_id, remote_id, author_id, kind, text, language, created_ms, version_ms, digest,"
    " edited, seen_ms, version_seen_ms, gone_ms, kept, versions, reply_to, root, profiles, streams,"
    " replies, reposts, likes, quotes, views, details"
)
_RETIRE = """
INSERT OR REPLACE INTO version (post_id, version_ms, digest, edited, seen_ms, text, details, body)
SELECT id, version_ms, digest, edited, version_seen_ms, text, details, payload.body
FROM post LEFT JOIN payload ON payload.post_id = post.id WHERE id = ?
"""
_OLDER = """
INSERT INTO version (post_id, version_ms, digest, edited, seen_ms, text, details, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET seen_ms = excluded.seen_ms, details = excluded.details,
    body = excluded.body WHERE excluded.seen_ms > version.seen_ms
"""
_POST_CHANGE = """
UPDATE post SET author_id = ?, kind = ?, text = ?, language = ?, version_ms = ?, digest = ?,
    edited = ?, version_seen_ms = ?, reply_to = ?, root = ?, details = ? WHERE id = ?
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
    WHERE excluded.seen_ms > author.seen_ms
"""
_METRICS = """
INSERT INTO metrics (post_id, quarter, seen_ms, replies, reposts, likes, quotes, views)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET seen_ms = excluded.seen_ms, replies = excluded.replies,
    reposts = excluded.reposts, likes = excluded.likes, quotes = excluded.quotes,
    views = excluded.views WHERE excluded.seen_ms > metrics.seen_ms
"""
_GONE = """
INSERT INTO gone (network_id, remote_id, gone_ms) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET gone_ms = max(gone_ms, excluded.gone_ms)
"""


def _goes_into(statement: str) -> Any:
    return field(default_factory=list, metadata={"statement": statement})


@dataclass(slots=True)
class Rows:
    """Parameter rows in the order in which their statements run."""

    authors: list[Row] = _goes_into(_AUTHOR)
    retired: list[Row] = _goes_into(_RETIRE)
    older: list[Row] = _goes_into(_OLDER)
    current: list[Row] = _goes_into(
        "DELETE FROM version WHERE post_id = ? AND version_ms = ? AND digest = ?"
    )
    posts: list[Row] = _goes_into(
        f"INSERT INTO post ({POST_COLUMNS}) VALUES ({', '.join('?' * 26)})"
    )
    payloads: list[Row] = _goes_into(
        "INSERT OR REPLACE INTO payload (post_id, body) VALUES (?, ?)"
    )
    post_changes: list[Row] = _goes_into(_POST_CHANGE)
    standings: list[Row] = _goes_into(_STANDING)
    stream_posts: list[Row] = _goes_into(
        "INSERT OR IGNORE INTO stream_post (stream_id, post_id) VALUES (?, ?)"
    )
    unindexed: list[Row] = _goes_into("DELETE FROM post_text WHERE rowid = ?")
    indexed: list[Row] = _goes_into(
        "INSERT INTO post_text (rowid, text, alt, author, hashtags, mentions, tags)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    metrics: list[Row] = _goes_into(_METRICS)
    gone: list[Row] = _goes_into(_GONE)
    found: list[Row] = _goes_into("DELETE FROM gone WHERE network_id = ? AND remote_id = ?")

    def statements(self) -> list[tuple[str, list[Row]]]:
        """Returns each statement that has rows, with its rows."""
        pairs = [(f.metadata["statement"], getattr(self, f.name)) for f in fields(self)]
        return [(statement, rows) for statement, rows in pairs if rows]

    def execute(self, connection: Connection) -> None:
        """Writes everything inside the open transaction."""
        for statement, rows in self.statements():
            connection.exec_driver_sql(statement, rows)
