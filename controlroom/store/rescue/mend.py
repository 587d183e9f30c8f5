"""Making saved rows fit each other again, with what the file says more than once."""

from sqlalchemy import Connection

from controlroom.store.cache import details
from controlroom.store.cache.reindex import reindex
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database
from controlroom.store.desk.schema import DESK
from controlroom.store.rescue.source import Row, Source, Unreadable
from controlroom.store.rescue.tables import Lost

_POSTS_AT_ONCE = 500

_ORPHANS = """
INSERT INTO network (id, key) SELECT DISTINCT network_id, 'unknown-' || network_id FROM post
WHERE network_id NOT IN (SELECT id FROM network);
INSERT OR IGNORE INTO author (id, network_id, remote_id, handle, name, avatar_url, followers,
    verified, automated, seen_ms)
SELECT DISTINCT author_id, network_id, 'unknown-' || author_id, '', '', '', NULL, 0, 0, 0
FROM post WHERE author_id NOT IN (SELECT id FROM author);
INSERT OR IGNORE INTO stream_post (stream_id, post_id)
SELECT j.value, p.id FROM post AS p, json_each(p.streams) AS j;
DELETE FROM stream_post WHERE post_id NOT IN (SELECT id FROM post)
"""
_BOARDS = """
INSERT INTO board (id, name, place) SELECT DISTINCT board_id, 'Board ' || board_id, board_id
FROM board_column WHERE board_id NOT IN (SELECT id FROM board);
DELETE FROM read_up_to WHERE column_id NOT IN (SELECT id FROM board_column)
"""

_NETWORK = "INSERT OR IGNORE INTO network (id, key) VALUES (?, ?)"
_AUTHOR = """
INSERT OR IGNORE INTO author (id, network_id, remote_id, handle, name, avatar_url, followers,
    verified, automated, seen_ms) VALUES (?, ?, ?, '', '', '', NULL, 0, 0, 0)
"""
_BYLINES = """
SELECT author_id, max(id) AS newest, details FROM post
WHERE author_id IN (SELECT id FROM author WHERE seen_ms = 0) GROUP BY author_id
"""
_NAME = "UPDATE author SET handle = ?, name = ? WHERE id = ?"
_HANDLE = "UPDATE author SET handle = ? WHERE id = ? AND handle = '' AND seen_ms = 0"


def mend(source: Source, saved: Database, lost: Lost) -> None:
    """Fills gaps in the saved file from what else the damaged one tells."""
    if saved.kind.name == CACHE.name:
        _mend_cache(source, saved, lost)
    if saved.kind.name == DESK.name:
        _mend_desk(saved)


def _mend_cache(source: Source, saved: Database, lost: Lost) -> None:
    with saved.write() as connection:
        if lost["network"] != 0 or lost["author"] != 0:
            _from_indexes(source, connection)
        _run(connection, _ORPHANS)
        _name_authors(connection)
        posts = [row[0] for row in connection.exec_driver_sql("SELECT id FROM post ORDER BY id")]
    for at in range(0, len(posts), _POSTS_AT_ONCE):
        with saved.write() as connection:
            reindex(connection, posts[at : at + _POSTS_AT_ONCE])


def _from_indexes(source: Source, connection: Connection) -> None:
    """Names networks and authors by their indexes: a later sighting of an author tells the rest."""
    for query, statement in (
        ("SELECT id, key FROM network INDEXED BY sqlite_autoindex_network_1", _NETWORK),
        (
            "SELECT id, network_id, remote_id FROM author INDEXED BY sqlite_autoindex_author_1",
            _AUTHOR,
        ),
        ("SELECT handle, id FROM author INDEXED BY author_handle", _HANDLE),
    ):
        rows = _readable(source, query)
        if rows:
            connection.exec_driver_sql(statement, rows)


def _name_authors(connection: Connection) -> None:
    """Calls an author whose own row is lost what the newest of their posts calls them."""
    rows = connection.exec_driver_sql(_BYLINES).all()
    if rows:
        named = [(*details.byline(row.details), row.author_id) for row in rows]
        connection.exec_driver_sql(_NAME, named)


def _readable(source: Source, query: str) -> list[Row]:
    rows: list[Row] = []
    try:
        rows.extend(source.rows(query))
    except Unreadable:
        return rows
    return rows


def _mend_desk(saved: Database) -> None:
    with saved.write() as connection:
        _run(connection, _BOARDS)


def _run(connection: Connection, statements: str) -> None:
    for statement in statements.split(";\n"):
        connection.exec_driver_sql(statement)
