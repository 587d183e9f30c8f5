"""What a search of the section brings, and how it is put together. Runs off the window's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from controlroom.model.found import Count, Facets, Histogram
from controlroom.model.query.tree import Field, Filter, Node
from controlroom.ui.board.card.content import Ours
from controlroom.ui.review.narrowing import (
    HAS,
    KINDS,
    MARKS,
    Group,
    Narrowing,
    Press,
    joined,
    narrowed,
)
from controlroom.ui.review.talks import HitPage, page_of, shown_of

if TYPE_CHECKING:
    from controlroom.model.profile import Profile
    from controlroom.store.cache.reader import CacheReader

MOST_AUTHORS, MOST_PROFILES = 12, 40


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the house besides its posts.

    Attributes:
        profile_values: what stands behind `profile:` for each profile, by id.
        oldest, newest: what the cache holds, None while it is empty.
    """

    ours: Ours = field(default_factory=Ours)
    profile_values: Mapping[int, str] = field(default_factory=dict)
    words: Mapping[Field, Sequence[str]] = field(default_factory=dict)
    posts: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None

    def called(self, value: str) -> str:
        """Returns the handle of the profile that a value of `profile:` names."""
        ids = (number for number, one in self.profile_values.items() if one == value)
        return self.ours.handles.get(next(ids, 0), value)


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that can be pressed; `more` if there may be others than those counted."""

    press: Press
    count: Count


@dataclass(frozen=True, slots=True)
class OverTime:
    """How the hits of a search lie in time.

    Attributes:
        whole: the same search over all time, for the bars outside the range.
        total: all hits in the range.
    """

    whole: Histogram | None
    total: int


Spread = Mapping[Group, Sequence[Facet]]
"""The facets of a search by group."""


def known(cache: "CacheReader") -> Known:
    """Returns what is known of the house."""
    from controlroom.store.cache.sources import SourceList

    lists = SourceList(cache.database)
    profiles, streams = lists.profiles(), lists.streams()
    totals = cache.totals()
    handles = {one.id: one.handle or one.name for one in profiles}
    words = {
        Field.PROFILE: sorted(set(handles.values())),
        Field.NETWORK: sorted({one.network for one in profiles}),
        Field.STREAM: sorted(one.name for one in streams),
    }
    accounts = frozenset((one.network, one.remote_id) for one in profiles)
    return Known(
        Ours(handles, accounts), _values(profiles), words,
        totals.posts, totals.oldest, totals.newest,
    )  # fmt: skip


def _values(profiles: "Sequence[Profile]") -> Mapping[int, str]:
    """A handle that two profiles share does not name one of them; its id does."""
    handles = [one.handle.casefold() for one in profiles]
    return {
        one.id: one.handle
        if one.handle and handles.count(one.handle.casefold()) == 1
        else str(one.id)
        for one in profiles
    }


def over_time(cache: "CacheReader", node: Node, narrowing: Narrowing) -> OverTime:
    """Returns all hits by time."""
    whole = cache.histogram(narrowed(node, narrowing.within(None, None)))
    found = cache.histogram(narrowed(node, narrowing)) if _bounded(narrowing) else whole
    return OverTime(whole, sum(found.counts) if found else 0)


def spread(
    cache: "CacheReader",
    node: Node,
    narrowing: Narrowing,
    about: Known,
    wanted: Callable[[], bool],
) -> Spread | None:
    """Returns the facets of a search; counts of a group ignore what it has pressed.

    Args:
        wanted: whether anybody still waits for the answer; None is returned if nobody does.
    """
    base = cache.facets(narrowed(node, narrowing))
    facets: dict[Group, Sequence[Facet]] = {}
    for group in Group:
        if not wanted():
            return None
        others = narrowed(node, narrowing.without(group))
        if group in (Group.KIND, Group.MARKED):
            facets[group] = _closed(cache, group, others)
        else:
            pressed = bool(narrowing.values(group))
            facets[group] = _open(group, cache.facets(others) if pressed else base, about)
    return facets


def _bounded(narrowing: Narrowing) -> bool:
    return narrowing.since is not None or narrowing.until is not None


def _closed(cache: "CacheReader", group: Group, node: Node) -> Sequence[Facet]:
    values = KINDS if group is Group.KIND else MARKS
    counted = [(one, cache.count(joined((node, Filter(Field.IS, one))))) for one in values]
    return [Facet((group, value), count) for value, count in counted if count.number]


def _open(group: Group, facets: Facets, about: Known) -> Sequence[Facet]:
    counts: Mapping[str, int]
    match group:
        case Group.NETWORK:
            counts = facets.networks
        case Group.HAS:
            counts = {one: facets.media[one] for one in HAS if one in facets.media}
        case Group.LANGUAGE:
            counts = facets.languages
        case Group.THROUGH:
            values = about.profile_values
            named = {values[n]: count for n, count in facets.profiles.items() if n in values}
            counts = dict(list(named.items())[:MOST_PROFILES])
        case _:
            counts = dict(list(facets.authors.items())[:MOST_AUTHORS])
    return [Facet((group, value), Count(n, facets.more)) for value, n in counts.items()]


def page(cache: "CacheReader", node: Node, before: int, limit: int) -> HitPage:
    """Returns some hits below an id (0: the newest)."""
    posts = cache.search(node, before=before, limit=limit)
    return HitPage(posts, posts[-1].id if posts else before, len(posts) < limit)


def grouped_page(
    cache: "CacheReader", node: Node, before: int, limit: int, turned: frozenset[int]
) -> HitPage:
    """Returns some conversations whose newest hit lies below an id (0: those with the newest).

    Args:
        turned: as `shown_of`.
    """
    shown = partial(shown_of, turned=turned)
    found = cache.conversations(node, shown, before=before, limit=limit)
    return page_of(found.conversations, found.before, last=found.last)
