"""Handles and hashtags as they stand in the cache: what somebody may be about to type."""

import re
from collections import Counter

from controlroom.store.database import Database

_HANDLES = """
SELECT n.key, a.handle FROM author AS a JOIN network AS n ON n.id = a.network_id
WHERE a.handle >= ?1 COLLATE NOCASE AND a.handle < ?2 COLLATE NOCASE
ORDER BY a.followers DESC, a.handle LIMIT ?3
"""
_KNOWN = "SELECT 1 FROM author WHERE handle = ?1 COLLATE NOCASE LIMIT 1"
_TEXTS = "SELECT text FROM post WHERE text LIKE '%#%' AND id >= ?1"
_SINCE = "SELECT MIN(id) FROM (SELECT id FROM post ORDER BY id DESC LIMIT ?1)"
_TAG = re.compile(r"(?<![\w&#])#(\w{2,60})")
_HIGHEST = "\U0010ffff"


def handles_like(database: Database, prefix: str, most: int) -> list[tuple[str, str]]:
    """Returns network and handle of accounts that begin so, the most followed first.

    Raises `StoreError`.
    """
    with database.read() as connection:
        asked = (prefix, prefix + _HIGHEST, most)
        return [(row[0], row[1]) for row in connection.exec_driver_sql(_HANDLES, asked)]


def is_known(database: Database, handle: str) -> bool:
    """Returns whether somebody with a handle was ever read. Raises `StoreError`."""
    with database.read() as connection:
        return connection.exec_driver_sql(_KNOWN, (handle,)).first() is not None


def hashtags(database: Database, posts: int) -> list[str]:
    """Returns the hashtags of the newest posts without their sign, the most used first.

    Raises `StoreError`.
    """
    with database.read() as connection:
        since = connection.exec_driver_sql(_SINCE, (posts,)).scalar() or 0
        texts = [row[0] for row in connection.exec_driver_sql(_TEXTS, (since,))]
    used = Counter(tag for text in texts for tag in set(_TAG.findall(text)))
    return [tag for tag, _number in used.most_common()]
