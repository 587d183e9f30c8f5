"""The versions of an edited post."""

from dataclasses import dataclass
from datetime import datetime

from controlroom.model.post import Media
from controlroom.store.cache import details
from controlroom.store.cache.times import from_ms
from controlroom.store.connection import Connection

_VERSIONS = """
SELECT version_ms, version_seen_ms, text, details, 1 AS stands FROM post WHERE id = ?1
UNION ALL
SELECT version_ms, seen_ms, text, details, 0 FROM version WHERE post_id = ?1
ORDER BY stands DESC, version_ms DESC, seen_ms DESC
"""


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """What a post said.

    Attributes:
        made_at: when this version was published.
        seen_at: when it was last read from the network.
    """

    made_at: datetime
    seen_at: datetime
    text: str
    media: tuple[Media, ...]


def versions_of(connection: Connection, post_id: int) -> list[StoredVersion]:
    """Returns every version of a post, the one that stands first."""
    rows = connection.exec_driver_sql(_VERSIONS, (post_id,))
    return [
        StoredVersion(from_ms(made), from_ms(seen), text, details.unpack(packed)["media"])
        for made, seen, text, packed, _ in rows
    ]
