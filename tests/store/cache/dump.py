"""Everything a cache holds, without the numbers that depend on the order of arrival."""

import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from controlroom.store.cache import details
from controlroom.store.cache.payloads import Payloads
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.connection import Connection

PLAIN_TABLES = (
    "network", "author", "post", "payload", "version", "metrics", "gone", "stream_post", "profile",
)  # fmt: skip

_POSTS = """
SELECT p.id, n.key, p.remote_id, a.remote_id, p.kind, p.text, p.language, p.created_ms,
    p.version_ms, p.digest, p.edited, p.seen_ms, p.version_seen_ms, p.gone_ms, p.kept, p.versions,
    p.reply_to, p.root, p.profiles, p.streams, p.replies, p.reposts, p.likes, p.quotes, p.views,
    p.details, y.body
FROM post AS p JOIN network AS n ON n.id = p.network_id JOIN author AS a ON a.id = p.author_id
LEFT JOIN payload AS y ON y.post_id = p.id
"""
_AUTHORS = """
SELECT n.key, a.remote_id, handle, name, avatar_url, followers, verified, automated
FROM author AS a JOIN network AS n ON n.id = a.network_id
"""

Open = Callable[[bytes | None], bytes | None]


def meaning(writer: CacheWriter) -> dict[str, Any]:
    """Returns what is stored, by network and remote id."""
    with writer.database.read() as connection:
        payloads = Payloads(connection)

        def opened(body: bytes | None) -> bytes | None:
            return None if body is None else payloads.open(connection, body)

        return {
            "posts": _posts(connection, opened),
            "authors": sorted(tuple(row) for row in connection.exec_driver_sql(_AUTHORS)),
            "gone": sorted(
                tuple(row)
                for row in connection.exec_driver_sql(
                    "SELECT n.key, g.remote_id, g.gone_ms FROM gone AS g"
                    " JOIN network AS n ON n.id = g.network_id"
                )
            ),
        }


def _posts(connection: Connection, opened: Open) -> dict[Any, Any]:
    found = _full_text(connection)
    posts = {}
    for row in connection.exec_driver_sql(_POSTS).all():
        post_id, *rest, packed, body = row
        posts[row[1], row[2]] = {
            "row": rest,
            "details": details.unpack(packed),
            "byline": details.byline(packed),
            "payload": opened(body),
            "versions": _versions(connection, post_id, opened),
            "metrics": _of(connection, "metrics", post_id),
            "streams": sorted(
                r[0]
                for r in connection.exec_driver_sql(
                    "SELECT stream_id FROM stream_post WHERE post_id = ?", (post_id,)
                )
            ),
            "found by": found.pop(post_id, set()),
        }
    assert not found, f"full text without a post: {found}"
    return posts


def _versions(connection: Connection, post_id: int, opened: Open) -> list[Any]:
    rows = connection.exec_driver_sql(
        "SELECT version_ms, digest, edited, seen_ms, text, details, body FROM version"
        " WHERE post_id = ? ORDER BY version_ms, digest",
        (post_id,),
    ).all()
    return [(*row[:6], opened(row[6])) for row in rows]


def _of(connection: Connection, table: str, post_id: int) -> list[Any]:
    rows = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE post_id = ?", (post_id,))
    return sorted(tuple(row[1:]) for row in rows)


def _full_text(connection: Connection) -> dict[int, set[tuple[str, str]]]:
    """Returns for each post its words by column; numbers of authors and networks by their key."""
    asked = "SELECT 'a' || a.id, n.key || ' ' || a.remote_id FROM author AS a"
    asked += " JOIN network AS n ON n.id = a.network_id UNION SELECT 'n' || id, key FROM network"
    names = {row[0]: row[1] for row in connection.exec_driver_sql(asked)}
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, post_text, instance)"
    )
    found = defaultdict(set)
    for term, doc, column, _ in connection.exec_driver_sql("SELECT * FROM temp.words"):
        found[doc].add((column, names.get(term, term) if column == "tags" else term))
    return dict(found)


def rows(writer: CacheWriter) -> dict[str, Any]:
    """Returns every row of every table as it is, and the whole full text."""
    with writer.database.read() as connection:
        told: dict[str, Any] = {
            table: sorted(
                json.dumps(list(row), default=bytes.hex)
                for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
            )
            for table in PLAIN_TABLES
        }
        told["full text"] = _full_text(connection)
        return told


def differences(left: dict[str, Any], right: dict[str, Any]) -> list[str]:
    """Returns what differs between two meanings, one line each."""
    told = [
        f"{part}: {left[part]} / {right[part]}"
        for part in ("authors", "gone")
        if left[part] != right[part]
    ]
    for key in sorted(left["posts"].keys() | right["posts"].keys()):
        one, other = left["posts"].get(key, {}), right["posts"].get(key, {})
        told += [
            f"{key} {part}: {one.get(part)} / {other.get(part)}"
            for part in one.keys() | other.keys()
            if one.get(part) != other.get(part)
        ]
    return told
