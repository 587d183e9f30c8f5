"""What one question of a sweep brought, taken apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

import msgspec

from controlroom.feeds.base import Budget, SetAside
from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.graph.answers import Listing, listing_of
from controlroom.feeds.graph.edges import Branch
from controlroom.feeds.graph.marks import Known
from controlroom.feeds.graph.moments import moment_of
from controlroom.feeds.graph.stages import Waiting
from controlroom.feeds.items import parts_of
from controlroom.feeds.reading import UNREADABLE, read_all, set_aside
from controlroom.model.decoding import decoder
from controlroom.model.post import Post


class _Thing(msgspec.Struct):
    id: str
    updated_time: str | None = None


_thing = decoder(_Thing).decode


@dataclass(slots=True)
class Gathered:
    """What came.

    Attributes:
        before: what is known of the sweep before, None for nothing.
        bare: things came without their items.
        at: when the network answered, by its own clock.
        waiting: things whose items go on.
        changed: when the things last did.
        counts: how many items they have.
    """

    branch: Branch
    before: Known | None
    bare: bool = False
    at: datetime | None = None
    budgets: tuple[Budget, ...] = ()
    posts: list[Post] = field(default_factory=list)
    bad: list[SetAside] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    changed: list[datetime] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def take_thing(self, raw: bytes) -> None:
        """Takes what came with a thing; one that came bare and has changed is to be asked.

        A thing without items comes without their list.
        """
        try:
            thing = _thing(raw)
            members = parts_of(raw, self.branch.things)
            listing = self._nested(members)
        except (*UNREADABLE, NonsenseReceived) as error:
            self.bad.append(set_aside(error, raw))
            return
        changed = moment_of(thing.updated_time)
        self.changed += [changed] if changed else []
        if listing is not None:
            self._take_nested(thing.id, listing, members)
        elif self.bare and not (changed and self.known([changed])):
            self.waiting.append(Waiting(thing.id))

    def take_items(self, one: Waiting, listing: Listing, *, ends_here: bool = False) -> None:
        """Takes items of a thing; unless they reach what is known, it waits for its next turn.

        Args:
            ends_here: nothing more is wanted of it.
        """
        edge = self.branch.edge(one.thing)
        unfolded = [edge.unfold(raw) for raw in listing.items]
        posts, bad = read_all(chain.from_iterable(each.items for each in unfolded), edge.read)
        self.posts += posts
        self.bad += bad
        if ends_here:
            return
        for each in unfolded:
            self.waiting += [Waiting(thing, cursor) for thing, cursor in each.onward]
        moments = [post.created_at for post in posts]
        if listing.older and (self.branch.counted or not self.known(moments)):
            down_to = min(moments, default=one.down_to)
            self.waiting.append(Waiting(one.thing, listing.older, down_to))

    def known(self, moments: Iterable[datetime]) -> bool:
        """Whether one of these is so old that what came then is known."""
        before = self.before
        return before is not None and any(moment <= before.since for moment in moments)

    def _nested(self, members: Mapping[str, bytes]) -> Listing | None:
        items = members.get(self.branch.name)
        return None if items is None else listing_of(items, self.branch.things)

    def _take_nested(self, thing: str, listing: Listing, members: Mapping[str, bytes]) -> None:
        same = False
        if self.branch.counted:
            count = self.counts[thing] = _count(members.get(self.branch.counted, b""))
            same = self.before is not None and self.before.counts.get(thing) == count
        self.take_items(Waiting(thing), listing, ends_here=same)


def _count(told: bytes) -> int:
    """Returns a number of items, -1 for one that is not told: then it is always another."""
    return int(told) if told.isdigit() and len(told) < 16 else -1
