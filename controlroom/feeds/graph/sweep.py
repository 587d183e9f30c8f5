"""Reading what hangs on many things as one source: comments on all posts, all dialogues.

One question brings the latest things, each with its newest items. Where that does not reach back
to what is known, the thing waits for a question of its own, and all that wait take turns, one page
each: a post with thousands of comments does not keep the others back. Below the latest things the
rest is asked only whether it has changed since. Every question is a page of its own, so whoever
pays for them can stop after any and go on later.

Where items do not come newest first at every depth, what is known is how many each thing has.
"""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from controlroom.feeds.base import Page
from controlroom.feeds.errors import NotFound
from controlroom.feeds.graph.answers import Listing
from controlroom.feeds.graph.calls import Calls, Told
from controlroom.feeds.graph.client import place
from controlroom.feeds.graph.edges import Branch
from controlroom.feeds.graph.gathered import Gathered
from controlroom.feeds.graph.marks import Known, known_of, mark_of
from controlroom.feeds.graph.stages import Stage, Waiting, stage_of

_AT_ONCE = "100"


class Sweep:
    """One branch of one profile."""

    def __init__(
        self, branch: Branch, profile: str, calls: Calls, now: Callable[[], datetime]
    ) -> None:
        self._branch = branch
        self._profile = profile
        self._calls = calls
        self._now = now

    def page(self, older: str, known: str, only: str = "") -> Page:
        """Reads one page, as `Feed.page`. The mark is the network's own time when a sweep began.

        Args:
            only: the one thing to be read, to its end; "" for all.
        """
        stage, before = stage_of(older, only), known_of(known)
        step = self._take_turn if stage.waiting else self._list
        found, stage = step(stage, before)
        return Page(
            posts=tuple(sorted(found.posts, key=lambda post: post.created_at, reverse=True)),
            older="" if stage.over else stage.cursor,
            mark="" if older else mark_of(stage.began, found.counts) or known,
            reached_known=stage.over and before is not None,
            set_aside=tuple(found.bad),
            budgets=found.budgets,
            back_to=stage.back_to,
        )

    def _take_turn(self, stage: Stage, before: Known | None) -> tuple[Gathered, Stage]:
        """Asks the first that waits; if it goes on, it queues again behind the others."""
        first, *others = stage.waiting
        found = Gathered(self._branch, before)
        told = self._turn_of(first, stage)
        if told is not None:
            found.budgets, found.at = told.budgets, told.at
            onward = told.listing.older if told.listing.older != first.cursor else ""
            found.take_items(first, Listing(told.listing.items, onward))
        began = stage.began or self._began(found)
        return found, replace(stage, waiting=(*others, *found.waiting), began=began)

    def _turn_of(self, one: Waiting, stage: Stage) -> Told | None:
        """Returns nothing of what has gone since the sweep began."""
        edge = self._branch.edge(one.thing)
        try:
            return self._calls.edge(edge.path, edge.query, one.cursor)
        except NotFound:
            if stage.began is None:
                raise
            return None

    def _list(self, stage: Stage, before: Known | None) -> tuple[Gathered, Stage]:
        branch = self._branch
        bare = bool(stage.older and before and branch.changed and not branch.by_change)
        path = place(self._profile, branch.things)
        told = self._calls.edge(path, self._query(bare), stage.older)
        found = Gathered(branch, before, bare, told.at, told.budgets)
        for raw in told.listing.items:
            found.take_thing(raw)
        seen = stage.seen + len(told.listing.items)
        onward = told.listing.older if told.listing.older != stage.older else ""
        if seen >= branch.most or (branch.by_change and found.known(found.changed)):
            onward = ""
        began = stage.began or self._began(found)
        listed = min(found.changed, default=None) if branch.by_change else None
        return found, Stage(onward, seen, tuple(found.waiting), began, listed)

    def _query(self, bare: bool) -> dict[str, str]:
        branch = self._branch
        named = ["id", *(one for one in (branch.changed, branch.counted) if one)]
        fields = named if bare else [*named, branch.nested]
        limit = _AT_ONCE if bare else str(branch.at_once)
        return {**branch.options, "fields": ",".join(fields), "limit": limit}

    def _began(self, found: Gathered) -> datetime | None:
        newest = max((post.created_at for post in found.posts), default=None)
        return found.at or (min(newest, self._now()) if newest else None)
