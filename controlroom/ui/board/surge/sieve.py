"""Which single posts a column shows during a surge. All of them are kept in any case."""

import json
from dataclasses import dataclass
from functools import cache

from controlroom.bundle import bundled
from controlroom.model.cached import CachedPost

MANY_FOLLOWERS = 5_000
END = 1 << 62


@dataclass(frozen=True, slots=True)
class Sieve:
    """Holds back posts of a surge.

    Attributes:
        since, until: ids between which it holds back; `until` is excluded.
    """

    since: int
    until: int = END

    def covers(self, post_id: int) -> bool:
        """Returns whether a post is of the time of the surge."""
        return self.since <= post_id < self.until

    def shows(self, cached: CachedPost) -> bool:
        """Returns whether a post is shown by itself."""
        return not self.covers(cached.id) or stands_out(cached)


def stands_out(cached: CachedPost) -> bool:
    """Returns whether a post has media, a word of risk or an author many follow."""
    post = cached.post
    if post.media or (post.author.followers or 0) > MANY_FOLLOWERS:
        return True
    text = post.text.casefold()
    return any(word in text for word in risk_words())


@cache
def risk_words() -> tuple[str, ...]:
    """Returns the words of the force's list, folded."""
    lists = json.loads(bundled("risk_words.json").read_text("utf-8"))["words"]
    return tuple(word.casefold() for words in lists.values() for word in words)
