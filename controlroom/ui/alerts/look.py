"""What the cache says about alerts. Runs off the window's thread."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from controlroom.listening.alerts import Hit
from controlroom.model.alert import AlertRule, KeptAlert
from controlroom.model.cached import CachedPost
from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import parse
from controlroom.store.cache.ids import first_id_at
from controlroom.store.cache.newly import fitting
from controlroom.store.cache.times import to_ms

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader

OLDEST = timedelta(hours=24)
"""What was published before that and comes only now is no news."""


class Found(NamedTuple):
    """A hit and its newest post, None if that is gone already."""

    hit: Hit
    post: CachedPost | None


class Told(NamedTuple):
    """An alert and what its post says.

    Attributes:
        text: what is said where there is no post.
        go: shows what it stands for, None where that is the post.
    """

    alert: KeptAlert
    post: CachedPost | None
    toast: bool = False
    sound: bool = False
    text: str = ""
    go: Callable[[], object] | None = None


def looked(
    cache: "CacheReader", rules: Sequence[AlertRule], ids: Sequence[int], now: datetime
) -> list[Found]:
    """Returns what rules find among new posts."""
    ordered = sorted(ids)
    fresh = ordered[bisect_left(ordered, first_id_at(to_ms(now - OLDEST))) :]
    hits = [hit for rule in rules if (hit := _hit(cache, rule, fresh)) is not None]
    posts = {one.id: one for one in cache.posts([hit.newest for hit in hits])} if hits else {}
    return [Found(hit, posts.get(hit.newest)) for hit in hits]


def with_posts(cache: "CacheReader", alerts: Sequence[KeptAlert]) -> list[Told]:
    """Returns alerts with their posts."""
    posts = {one.id: one for one in cache.posts([alert.post for alert in alerts])}
    return [Told(alert, posts.get(alert.post)) for alert in alerts]


def _hit(cache: "CacheReader", rule: AlertRule, ids: Sequence[int]) -> Hit | None:
    # A query of an older version may be none any more; the others still hold.
    with suppress(QueryError):
        found = fitting(cache.database, cache.veil.over(parse(rule.query)), ids, stream=rule.stream)
        if found.ids:
            return Hit(rule, found.ids[0], len(found.ids), found.more)
    return None
