"""The force's own posts, as far as the cache holds them."""

from datetime import datetime

from controlroom.store.cache.times import from_ms
from controlroom.store.database import Database

_AUTHORS = """
SELECT p.id, a.id FROM profile AS p
JOIN network AS n ON n.key = p.network
JOIN author AS a ON a.network_id = n.id AND a.remote_id = p.remote_id
"""
_LATEST = """
SELECT created_ms FROM post WHERE id =
    (SELECT rowid FROM post_text WHERE post_text MATCH ? ORDER BY rowid DESC LIMIT 1)
"""


def last_posts(database: Database) -> dict[int, datetime]:
    """Returns when each profile last published, by its id; none that the cache has no post of."""
    found: dict[int, datetime] = {}
    with database.read() as connection:
        for profile, author in connection.exec_driver_sql(_AUTHORS).all():
            row = connection.exec_driver_sql(_LATEST, (f'tags : "a{author}"',)).first()
            if row is not None:
                found[profile] = from_ms(row[0])
    return found
