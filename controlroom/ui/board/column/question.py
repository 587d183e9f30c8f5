"""What a column asks of the cache: a stream, a query, or both. Runs off the window's thread."""

from datetime import datetime, timedelta
from typing import Protocol

from controlroom.model import clock
from controlroom.model.cached import CachedPost
from controlroom.model.found import Count
from controlroom.model.frozen import dataclass
from controlroom.model.query.tree import And, Everything, Node, Since, Until
from controlroom.ui.board.surge.sieve import Sieve

PAGE = 50
STEPS = (1, 10, 60, 600, 3_600, 21_600, 86_400, 604_800, 2_592_000)
"""Seconds a search looks ahead, the shortest stretch with enough hits taken."""
_MOST = 400
_SIEVED_AT_ONCE, _SIEVED_TIMES = 400, 12
"""Posts looked at in one go, and how often, to find enough that a sieve lets through."""


class Reader(Protocol):
    """The cache as a column reads it; newest first."""

    def posts(self, ids: list[int]) -> list[CachedPost]:
        """Returns those of these posts that are stored."""

    def older(self, stream: int, before: int = 0, limit: int = 50) -> list[CachedPost]:
        """Returns the newest posts of a stream below an id (0: the newest of all)."""

    def newer(self, stream: int, after: int, limit: int = 50) -> list[CachedPost]:
        """Returns the oldest posts of a stream above an id."""

    def search(
        self, query: Node, *, before: int = 0, limit: int = 50, stream: int = 0
    ) -> list[CachedPost]:
        """Returns the newest posts that fit, below an id (0: from the newest)."""

    def count(self, query: Node, *, stream: int = 0) -> Count:
        """Returns how many posts fit, up to 1,000."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question about posts.

    Attributes:
        stream: id of the stream whose posts are wanted, 0 for the whole cache.
        node: what they must fit.
        sieve: holds posts of a surge back, None for none.
    """

    stream: int
    node: Node
    sieve: Sieve | None = None

    def older(self, reader: Reader, before: int = 0, limit: int = PAGE) -> list[CachedPost]:
        """Returns the newest posts below the id `before` (0: the newest of all)."""
        if self.sieve is None or (before and before <= self.sieve.since):
            return self.unsieved(reader, before, limit)
        return self._sieved(reader, before, limit, self.sieve)

    def unsieved(self, reader: Reader, before: int, limit: int) -> list[CachedPost]:
        """Returns the newest posts below an id with those that are held back."""
        if self.is_plain():
            return reader.older(self.stream, before, limit)
        return reader.search(self.node, before=before, limit=limit, stream=self.stream)

    def newer(self, reader: Reader, after: CachedPost, limit: int = PAGE) -> list[CachedPost]:
        """Returns the posts next above `after`, newest first."""
        if self.is_plain():
            return self.let_through(reader.newer(self.stream, after.id, limit))
        return self.let_through(self._next_hits(reader, after, limit))

    def waiting(self, reader: Reader, after: int, limit: int) -> list[CachedPost]:
        """Returns the newest posts above the id `after`, newest first, `limit` at most."""
        return [post for post in self.older(reader, 0, limit) if post.id > after]

    def unread(self, reader: Reader, line: datetime) -> Count:
        """Returns how many posts there are later than a moment."""
        since = Since(line.replace(microsecond=0) + timedelta(seconds=1))
        return reader.count(_both(self.node, since), stream=self.stream)

    def number(self, reader: Reader) -> Count:
        """Returns how many posts there are, up to 1,000."""
        return reader.count(self.node, stream=self.stream)

    def since(self, moment: datetime) -> Node:
        """Returns the query narrowed to what is not older than a moment."""
        return _both(self.node, Since(moment.replace(microsecond=0)))

    def shows(self, post: CachedPost) -> bool:
        """Returns whether a post of the stream is shown by itself."""
        return self.sieve is None or self.sieve.shows(post)

    def let_through(self, posts: list[CachedPost]) -> list[CachedPost]:
        """Returns those of the posts that are shown by themselves."""
        if self.sieve is None:
            return posts
        return [post for post in posts if self.sieve.shows(post)]

    def is_plain(self) -> bool:
        """Returns whether this asks for a stream as it is."""
        return self.stream > 0 and isinstance(self.node, Everything)

    def _sieved(self, reader: Reader, before: int, limit: int, sieve: Sieve) -> list[CachedPost]:
        """Few of many go through, so many are looked at."""
        found: list[CachedPost] = []
        for _time in range(_SIEVED_TIMES):
            some = self.unsieved(reader, before, _SIEVED_AT_ONCE)
            found += [post for post in some if sieve.shows(post)]
            if len(found) >= limit or len(some) < _SIEVED_AT_ONCE:
                break
            before = some[-1].id
        return found[:limit]

    def _next_hits(self, reader: Reader, after: CachedPost, limit: int) -> list[CachedPost]:
        """A search gives the newest first, so it is asked for ever longer stretches of time."""
        # Ids lie at the moment a post was filed, which may be earlier than the one it claims.
        start = _filed_at(after)
        found: list[CachedPost] = []
        for step in STEPS:
            node = _both(self.node, Since(start), Until(start + timedelta(seconds=step)))
            hits = reader.search(node, limit=_MOST, stream=self.stream)
            found = [post for post in hits if post.id > after.id]
            if len(found) >= limit or start + timedelta(seconds=step) > clock.now():
                return found[-limit:]
        rest = _both(self.node, Since(start))
        hits = reader.search(rest, limit=_MOST, stream=self.stream)
        return [post for post in hits if post.id > after.id][-limit:]


def _filed_at(post: CachedPost) -> datetime:
    earlier = min(post.post.created_at, post.seen_at)
    return earlier.replace(microsecond=0)


def _both(node: Node, *more: Node) -> Node:
    """The bounds of time stand in the outermost And, where they mean the whole search."""
    parts = node.parts if isinstance(node, And) else () if _is_everything(node) else (node,)
    joined = (*parts, *more)
    return joined[0] if len(joined) == 1 else And(joined)


def _is_everything(node: Node) -> bool:
    return isinstance(node, Everything)


def narrowed(first: Node, second: Node) -> Node:
    """Returns what both queries match."""
    if _is_everything(second):
        return first
    return _both(first, *(second.parts if isinstance(second, And) else (second,)))
