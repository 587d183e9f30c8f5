"""A conversation around a post, and everything held of an author; the reader's side only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from controlroom.model.cached import CachedPost
from controlroom.model.decoding import decoder
from controlroom.store.cache.load import FROM_POST, cached_posts, load
from controlroom.store.cache.times import from_ms
from controlroom.store.connection import Connection
from controlroom.store.database import Database

MOST = 2_000
HIGHEST = 200
"""Steps up from a post to the beginning of its conversation."""
LEVELS = 12
"""Where a network names no root: answers to answers are looked for this often."""
COUNTED = 1_000

_ONE = f"{FROM_POST} WHERE n.key = ? AND p.remote_id = ?"
_BELOW = f"""{FROM_POST} WHERE n.key = ?1 AND p.root IN (SELECT value FROM json_each(?2))
    ORDER BY p.id LIMIT ?3"""
_ANSWERS = f"""{FROM_POST} WHERE p.network_id = (SELECT id FROM network WHERE key = ?1)
    AND p.root = '' AND p.reply_to <> '' AND p.reply_to IN (SELECT value FROM json_each(?2))
    ORDER BY p.id LIMIT ?3"""
_AUTHOR = """SELECT a.id FROM author AS a JOIN network AS n ON n.id = a.network_id
    WHERE n.key = ? AND a.remote_id = ?"""
_HITS = "FROM post_text WHERE post_text MATCH ?"
_ABOUT = """
SELECT min(created_ms), max(created_ms), count(*), count(DISTINCT root) FILTER (WHERE root <> '')
FROM post WHERE id IN (SELECT value FROM json_each(?))
"""
_SPREAD = "SELECT language, profiles FROM post WHERE id IN (SELECT value FROM json_each(?))"
_to_json = msgspec.json.Encoder().encode
_ids = decoder(tuple[int, ...]).decode


@dataclass(frozen=True, slots=True)
class Known:
    """What the cache holds of an author on one network.

    Attributes:
        posts: how many are held, up to 1,000; `more` if there are others.
        conversations: in how many conversations these are.
        first, last: when the oldest and the newest of them were published.
        languages: tags they were written in, the most frequent first.
        profiles: ids of our profiles they came through, the most frequent first.
        newest: the newest posts, newest first.
    """

    posts: int
    more: bool
    conversations: int
    first: datetime | None
    last: datetime | None
    languages: tuple[str, ...]
    profiles: tuple[int, ...]
    newest: tuple[CachedPost, ...]


class Threads:
    """Reads conversations and authors from a cache opened for reading."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def around(self, post: CachedPost) -> list[CachedPost]:
        """Returns everything held of the conversation a post belongs to, oldest first."""
        with self._database.read() as connection:
            found = {one.id: one for one in [post, *_up(connection, post)]}
            roots = {one.post.root or one.post.remote_id for one in found.values()}
            network = post.post.network
            _add(found, _rows(connection, _BELOW, network, _list(roots), MOST))
            if not any(one.post.root for one in found.values()):
                _answers(connection, network, found)
        return [found[number] for number in sorted(found)]

    def author(self, network: str, remote_id: str, newest: int = 12) -> Known:
        """Returns what is held of an author."""
        with self._database.read() as connection:
            number = connection.exec_driver_sql(_AUTHOR, (network, remote_id)).scalar()
            tag = f'tags : "a{number or 0}"'
            asked = (tag, COUNTED + 1)
            rows = connection.exec_driver_sql(
                f"SELECT rowid {_HITS} ORDER BY rowid DESC LIMIT ?", asked
            )
            ids = [row[0] for row in rows]
            return _known(connection, ids[:COUNTED], newest, more=len(ids) > COUNTED)


def _up(connection: Connection, post: CachedPost) -> Iterable[CachedPost]:
    """Yields what the post answers, what that answers, and so on."""
    seen = {post.post.remote_id}
    above = post.post.reply_to
    for _step in range(HIGHEST):
        if not above or above in seen:
            break
        seen.add(above)
        found = _rows(connection, _ONE, post.post.network, above)
        if not found:
            break
        yield found[0]
        above = found[0].post.reply_to
    root = post.post.root
    if root and root not in seen:
        yield from _rows(connection, _ONE, post.post.network, root)


def _answers(connection: Connection, network: str, found: dict[int, CachedPost]) -> None:
    """Adds answers to what was found, level by level."""
    new = {one.post.remote_id for one in found.values()}
    for _level in range(LEVELS):
        if not new or len(found) >= MOST:
            return
        some = _rows(connection, _ANSWERS, network, _list(new), MOST)
        new = {one.post.remote_id for one in some if one.id not in found}
        _add(found, some)


def _add(found: dict[int, CachedPost], posts: Iterable[CachedPost]) -> None:
    for one in posts:
        found.setdefault(one.id, one)


def _rows(connection: Connection, statement: str, *asked: Any) -> list[CachedPost]:
    return cached_posts(connection.exec_driver_sql(statement, asked))


def _list(values: Iterable[str]) -> str:
    return _to_json(sorted(values)).decode()


def _known(connection: Connection, ids: list[int], newest: int, *, more: bool) -> Known:
    asked = (_to_json(ids).decode(),)
    first, last, number, conversations = connection.exec_driver_sql(_ABOUT, asked).one()
    languages: dict[str, int] = {}
    profiles: dict[int, int] = {}
    for language, through in connection.exec_driver_sql(_SPREAD, asked):
        if language:
            languages[language] = languages.get(language, 0) + 1
        for profile in _ids(through):
            profiles[profile] = profiles.get(profile, 0) + 1
    return Known(
        posts=number,
        more=more,
        conversations=conversations,
        first=None if first is None else from_ms(first),
        last=None if last is None else from_ms(last),
        languages=tuple(sorted(languages, key=lambda one: (-languages[one], one))),
        profiles=tuple(sorted(profiles, key=lambda one: (-profiles[one], one))),
        newest=tuple(load(connection, ids[:newest])),
    )
