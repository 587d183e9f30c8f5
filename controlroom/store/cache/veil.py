"""What a reader of the cache does not give back: private messages without the right to them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from controlroom.model.cached import CachedPost
from controlroom.model.frozen import dataclass
from controlroom.model.post import PostKind

if TYPE_CHECKING:
    from controlroom.model.query.tree import Node

Page = Callable[[int, int], list[CachedPost]]
"""Returns some posts, newest first, from an id on, at most so many."""


@dataclass(frozen=True, slots=True)
class Veil:
    """Over the private messages of some profiles.

    Attributes:
        readable: ids of the profiles whose messages may be read, None for every profile.
    """

    readable: frozenset[int] | None = None

    def hides(self, post: CachedPost) -> bool:
        """Returns whether a post may not be seen."""
        if self.readable is None or post.post.kind is not PostKind.MESSAGE:
            return False
        return self.readable.isdisjoint(post.profiles)

    def hides_profile(self, profile: int) -> bool:
        """Returns whether the private messages of a profile may not be seen."""
        return self.readable is not None and profile not in self.readable

    def seen(self, posts: Iterable[CachedPost]) -> list[CachedPost]:
        """Returns the posts that may be seen."""
        if self.readable is None:
            return list(posts)
        return [post for post in posts if not self.hides(post)]

    def page(
        self, fetch: Page, start: int, limit: int, *, upwards: bool = False
    ) -> list[CachedPost]:
        """Returns `limit` posts that may be seen from an id on, fewer only at the end."""
        found: list[CachedPost] = []
        while some := fetch(start, limit):
            shown = self.seen(some)
            found = shown + found if upwards else found + shown
            if len(some) < limit or len(found) >= limit:
                break
            start = some[0].id if upwards else some[-1].id
        return found[-limit:] if upwards else found[:limit]

    def over(self, node: "Node") -> "Node":
        """Returns a query narrowed to what may be seen."""
        if self.readable is None:
            return node
        from controlroom.model.query.tree import And, Everything, Field, Filter, Not, Or

        private: Node = Filter(Field.IS, "message")
        ours: tuple[Node, ...] = tuple(
            Filter(Field.PROFILE, str(one)) for one in sorted(self.readable)
        )
        if ours:
            private = And((private, Not(ours[0] if len(ours) == 1 else Or(ours))))
        if isinstance(node, Everything):
            return Not(private)
        return And((*(node.parts if isinstance(node, And) else (node,)), Not(private)))


OPEN = Veil()
"""Hides nothing."""
