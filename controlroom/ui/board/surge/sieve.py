"""Which single posts a column shows during a surge. All of them are kept in any case."""

import json
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from controlroom.bundle import bundled
from controlroom.model.cached import CachedPost
from controlroom.model.frozen import dataclass

if TYPE_CHECKING:
    from controlroom.model.glimpse import Glimpse

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

    def lets(self, glimpse: "Glimpse") -> bool:
        """Returns whether a post of which this was seen is shown by itself."""
        return not self.covers(glimpse.id) or catches_eye(glimpse)


def stands_out(cached: CachedPost) -> bool:
    """Returns whether a post has media, a word of risk or an author many follow."""
    post = cached.post
    return _weighs(post.text, post.author.followers or 0, has_media=bool(post.media))


def catches_eye(glimpse: "Glimpse") -> bool:
    """Returns the same of a post seen in short."""
    return _weighs(glimpse.text, glimpse.followers, has_media=glimpse.has_media)


def _weighs(text: str, followers: int, *, has_media: bool) -> bool:
    return has_media or followers > MANY_FOLLOWERS or _is_risky(text)


@lru_cache(2_048)
def _is_risky(text: str) -> bool:
    """In a surge the same words come again and again."""
    return _any_risk_word().search(text.casefold()) is not None


@cache
def _any_risk_word() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in risk_words()) or "(?!)")


@cache
def risk_words() -> tuple[str, ...]:
    """Returns the words of the force's list, folded."""
    lists = json.loads(bundled("risk_words.json").read_text("utf-8"))["words"]
    return tuple(word.casefold() for words in lists.values() for word in words)
