"""The stretch of a stream a column holds: at most 200 posts around what is read."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from controlroom.model.cached import CachedPost

MOST = 200
NEAR = 30
"""Posts on either side of the one that is read which are never let go of."""


class PostWindow:
    """Posts newest first, without gaps between them.

    Attributes:
        more_below: the stream has older posts than the last one here.
        more_above: it has newer ones than the first, let go of while reading further down.
    """

    def __init__(self) -> None:
        self.posts: list[CachedPost] = []
        self.more_below = False
        self.more_above = False

    def __len__(self) -> int:
        return len(self.posts)

    def index(self, post_id: int) -> int:
        """Returns where a post is, or where it would be."""
        return bisect_left(self.posts, -post_id, key=lambda post: -post.id)

    def find(self, post_id: int) -> int | None:
        """Returns where a post is, None if it is not here."""
        at = self.index(post_id)
        here = at < len(self.posts) and self.posts[at].id == post_id
        return at if here else None

    def reset(self, posts: Sequence[CachedPost], *, above: bool, below: bool) -> None:
        """Holds these posts and no others."""
        self.posts = list(posts)
        self.more_above, self.more_below = above, below

    def add_below(self, posts: Sequence[CachedPost], around: int, *, more: bool) -> None:
        """Adds a page of older posts; where there are too many, the newest go first."""
        last = self.posts[-1].id if self.posts else 1 << 63
        self.posts.extend(post for post in posts if post.id < last)
        self.more_below = more
        over = len(self.posts) - MOST
        self._cut_above(min(over, self.index(around) - NEAR))
        self._cut_below(len(self.posts) - MOST)

    def add_above(self, posts: Sequence[CachedPost], around: int, *, more: bool) -> None:
        """Adds a page of newer posts; where there are too many, the oldest go first."""
        first = self.posts[0].id if self.posts else 0
        self.posts[:0] = [post for post in posts if post.id > first]
        self.more_above = more
        over = len(self.posts) - MOST
        self._cut_below(min(over, len(self.posts) - self.index(around) - NEAR))
        self._cut_above(len(self.posts) - MOST)

    def mend(self, posts: Sequence[CachedPost], around: int, *, more: bool) -> None:
        """Holds the same stretch with posts that came late; what is far from `around` may go."""
        self.posts = list(posts)
        self.more_below = more
        over = len(self.posts) - MOST
        self._cut_above(min(over, self.index(around) - NEAR))
        self._cut_below(len(self.posts) - MOST)

    def put(self, stored: Iterable[CachedPost], asked: Iterable[int]) -> list[int]:
        """Takes posts as they are stored now; those asked for and not stored go. Returns whose."""
        found = {post.id: post for post in stored}
        wanted = set(asked)
        changed = [
            post.id for post in self.posts if post.id in wanted and found.get(post.id) != post
        ]
        self.posts = [
            found.get(post.id, post)
            for post in self.posts
            if post.id not in wanted or post.id in found
        ]
        return changed

    def _cut_above(self, number: int) -> None:
        if number > 0:
            del self.posts[:number]
            self.more_above = True

    def _cut_below(self, number: int) -> None:
        if number > 0:
            del self.posts[-number:]
            self.more_below = True
