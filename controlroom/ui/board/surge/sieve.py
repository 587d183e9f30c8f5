"""Which single posts a column shows during a surge. All of them are kept in any case."""

import json
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from controlroom.bundle import bundled
from controlroom.model.cached import CachedPost
from controlroom.model.frozen import dataclass
from controlroom.model.surge_rule import USUAL, SurgeRule
from controlroom.ui.board.surge.places import NONE, places_in

if TYPE_CHECKING:
    from controlroom.model.glimpse import Glimpse

END = 1 << 62


@dataclass(frozen=True, slots=True)
class Sieve:
    """Holds back posts of a surge.

    Attributes:
        since, until: ids between which it holds back; `until` is excluded.
        rule: what lets a post through.
        common: places that so many name that they are what the surge is about.
    """

    since: int
    until: int = END
    rule: SurgeRule = USUAL
    common: frozenset[str] = NONE

    def covers(self, post_id: int) -> bool:
        """Returns whether a post is of the time of the surge."""
        return self.since <= post_id < self.until

    def shows(self, cached: CachedPost) -> bool:
        """Returns whether a post is shown by itself."""
        return not self.covers(cached.id) or stands_out(cached, self.rule, self.common)

    def lets(self, glimpse: "Glimpse") -> bool:
        """Returns whether a post of which this was seen is shown by itself."""
        return not self.covers(glimpse.id) or catches_eye(glimpse, self.rule, self.common)


def stands_out(cached: CachedPost, rule: SurgeRule = USUAL, common: frozenset[str] = NONE) -> bool:
    """Returns whether a rule has a reason to show a post by itself."""
    post = cached.post
    counts = _counts(rule, post.author.followers or 0, has_media=bool(post.media))
    return counts or _says(rule, post.text, common)


def catches_eye(glimpse: "Glimpse", rule: SurgeRule = USUAL, common: frozenset[str] = NONE) -> bool:
    """Returns the same of a post seen in short; a place that is common is no reason."""
    counts = _counts(rule, glimpse.followers, has_media=glimpse.has_media)
    return counts or _says(rule, glimpse.text, common)


def _counts(rule: SurgeRule, followers: int, *, has_media: bool) -> bool:
    return (rule.media and has_media) or 0 < rule.followers < followers


def _says(rule: SurgeRule, text: str, common: frozenset[str]) -> bool:
    if rule.risk and is_risky(text):
        return True
    return rule.place and not places_in(text, rule.places) <= common


@lru_cache(2_048)
def is_risky(text: str) -> bool:
    """Returns whether a text has a word of risk; in a surge the same come again and again."""
    return _any_risk_word().search(text.casefold()) is not None


@cache
def _any_risk_word() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in risk_words()) or "(?!)")


@cache
def risk_words() -> tuple[str, ...]:
    """Returns the words of the force's list, folded."""
    lists = json.loads(bundled("risk_words.json").read_text("utf-8"))["words"]
    return tuple(word.casefold() for words in lists.values() for word in words)
