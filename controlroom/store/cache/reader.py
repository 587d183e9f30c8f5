"""Reading the cache: the desk's side. Never writes, never waits for the writer."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from controlroom.model.cached import CachedPost
from controlroom.store.cache.load import FROM_POST, cached_posts, load
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.veil import OPEN, Veil
from controlroom.store.database import Database

if TYPE_CHECKING:
    from controlroom.model.found import Count, Facets, FoundConversations, Histogram
    from controlroom.model.query.tree import Node
    from controlroom.store.cache.payloads import Payloads
    from controlroom.store.cache.versions import StoredVersion

_LAST = (1 << 63) - 1
_OLDER = f"""{FROM_POST} WHERE p.id IN (
    SELECT post_id FROM stream_post WHERE stream_id = ? AND post_id < ?
    ORDER BY post_id DESC LIMIT ?) ORDER BY p.id DESC"""
_NEWER = f"""{FROM_POST} WHERE p.id IN (
    SELECT post_id FROM stream_post WHERE stream_id = ? AND post_id > ?
    ORDER BY post_id LIMIT ?) ORDER BY p.id DESC"""
_CONVERSATION = f"""{FROM_POST} WHERE n.key = ? AND (p.root = ? OR p.remote_id = ?)
    ORDER BY p.id LIMIT ?"""


class Totals(NamedTuple):
    """How much the cache holds: posts, from the oldest to the newest, and bytes on disk."""

    posts: int
    oldest: datetime | None
    newest: datetime | None
    size: int


class CacheReader:
    """A read-only view of `cache.db`; may be used from several threads.

    Every list is newest first unless told otherwise. Raises what `Database` raises. What a column
    opens without is imported where it is first asked for: the first posts wait for the rest.

    Attributes:
        veil: what it never gives back; may be changed at any time, from any thread.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.veil: Veil = OPEN
        self._payloads: Payloads | None = None

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Self:
        """Opens the cache in `folder`; `key` is 32 bytes."""
        return cls(Database.open(folder, CACHE, key, write=False))

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    def posts(self, ids: Sequence[int]) -> list[CachedPost]:
        """Returns those of these posts that are stored."""
        with self.database.read() as connection:
            return self.veil.seen(load(connection, ids))

    def older(self, stream: int, before: int = 0, limit: int = 50) -> list[CachedPost]:
        """Returns the newest posts of a stream below the id `before` (0: the newest of all)."""
        with self.database.read() as connection:
            return self.veil.page(
                lambda last, number: cached_posts(
                    connection.exec_driver_sql(_OLDER, (stream, last, number))
                ),
                before or _LAST,
                limit,
            )

    def newer(self, stream: int, after: int, limit: int = 50) -> list[CachedPost]:
        """Returns the oldest posts of a stream above the id `after`."""
        with self.database.read() as connection:
            return self.veil.page(
                lambda first, number: cached_posts(
                    connection.exec_driver_sql(_NEWER, (stream, first, number))
                ),
                after,
                limit,
                upwards=True,
            )

    def conversation(self, network: str, root: str, limit: int = 2_000) -> list[CachedPost]:
        """Returns a root post and all below it, oldest first."""
        with self.database.read() as connection:
            rows = connection.exec_driver_sql(_CONVERSATION, (network, root, root, limit))
            return self.veil.seen(cached_posts(rows))

    def versions(self, post_id: int) -> "list[StoredVersion]":
        """Returns every version of a post, the one that stands first."""
        from controlroom.store.cache.versions import versions_of

        with self.database.read() as connection:
            return versions_of(connection, post_id)

    def payload(self, post_id: int) -> bytes | None:
        """Returns the network's own bytes for a post, None if they are not kept."""
        from controlroom.store.cache.payloads import Payloads

        with self.database.read() as connection:
            stored = connection.exec_driver_sql(
                "SELECT body FROM payload WHERE post_id = ?", (post_id,)
            ).scalar()
            self._payloads = self._payloads or Payloads(connection)
            return None if stored is None else self._payloads.open(connection, stored)

    def search(
        self, query: "Node", *, before: int = 0, limit: int = 50, stream: int = 0
    ) -> list[CachedPost]:
        """Returns the newest posts that fit, below the id `before` (0: from the newest)."""
        from controlroom.store.cache import search

        with self.database.read() as connection:
            found = search.hits(
                connection, self.veil.over(query), before=before, limit=limit, stream=stream
            )
            return load(connection, found)

    def conversations(
        self,
        query: "Node",
        shown: "Callable[[Sequence[int]], Sequence[int]]",
        *,
        before: int = 0,
        limit: int = 24,
    ) -> "FoundConversations":
        """Returns the posts that fit by conversation, as `grouping.conversations`."""
        from controlroom.store.cache import grouping

        with self.database.read() as connection:
            return grouping.conversations(
                connection, query, self.veil, shown, before=before, limit=limit
            )

    def count(self, query: "Node", *, stream: int = 0) -> "Count":
        """Returns how many posts fit, up to 1,000."""
        from controlroom.store.cache import search

        with self.database.read() as connection:
            return search.count(connection, self.veil.over(query), stream=stream)

    def facets(self, query: "Node", *, stream: int = 0) -> "Facets":
        """Returns how the newest 50,000 hits are spread."""
        from controlroom.store.cache import search

        with self.database.read() as connection:
            return search.facets(connection, self.veil.over(query), stream=stream)

    def histogram(self, query: "Node", *, stream: int = 0) -> "Histogram | None":
        """Returns all hits by time; None without a hit."""
        from controlroom.store.cache import search

        with self.database.read() as connection:
            return search.histogram(connection, self.veil.over(query), stream=stream)

    def totals(self) -> Totals:
        """Returns how much is stored."""
        from controlroom.model.query.tree import Everything

        with self.database.read() as connection:
            number = connection.exec_driver_sql("SELECT count(*) FROM post").scalar_one()
        ends = [
            self.search(Everything(), limit=1),
            self._first(),
        ]
        newest, oldest = (found[0].post.created_at if found else None for found in ends)
        files = self.database.path.parent.glob(self.database.path.name + "*")
        return Totals(number, oldest, newest, sum(file.stat().st_size for file in files))

    def _first(self) -> list[CachedPost]:
        with self.database.read() as connection:
            return cached_posts(connection.exec_driver_sql(f"{FROM_POST} ORDER BY p.id LIMIT 1"))
