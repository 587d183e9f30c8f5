"""What networks push, made into sightings like what was read."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from controlroom.feeds.base import Heard
from controlroom.intake.gatherer import Gatherer
from controlroom.intake.membership import Membership
from controlroom.intake.till import Till
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import Post

if TYPE_CHECKING:
    from controlroom.model.stream import Source


class Hearing:
    """Hands on what is pushed. `take` is safe in every thread, `settle` for the one that writes.

    Attributes:
        wanted: what is listened for, and for which streams; replaced as a whole.
        membership: which posts belong to which streams; replaced as a whole.
    """

    def __init__(self, gatherer: Gatherer, till: Till, now: Callable[[], datetime]) -> None:
        self.wanted: Mapping[Source, Wanted] = {}
        self.membership = Membership()
        self._gatherer = gatherer
        self._till = till
        self._now = now
        self._unpaid: deque[tuple[str, Sequence[Post], datetime]] = deque()

    def take(self, heard: Heard) -> None:
        """Puts it into the next batch; what nobody wants any more is dropped."""
        wanted = [self.wanted[source] for source in heard.sources if source in self.wanted]
        if not wanted:
            return
        seen_at, network = self._now(), wanted[0].source.network
        sightings = self._sightings(heard.posts, wanted, seen_at)
        missed = [Disappearance(network, gone, seen_at) for gone in heard.gone]
        if sightings or missed:
            self._unpaid.append((network, heard.posts, seen_at))
            self._gatherer.put(sightings, missed, patient=True)

    def settle(self) -> None:
        """Pays for what was taken since the last time, all of a network in one go.

        Raises what the till raises.
        """
        taken: dict[str, list[Post]] = {}
        at = self._now()
        while self._unpaid:
            network, some, at = self._unpaid.popleft()
            taken.setdefault(network, []).extend(some)
        for network, posts in taken.items():
            self._till.took(network, posts, at)

    def _sightings(
        self, posts: Sequence[Post], wanted: list[Wanted], seen_at: datetime
    ) -> list[Sighting]:
        profiles = tuple(dict.fromkeys(w.source.profile for w in wanted if w.source.profile))
        streams = tuple(dict.fromkeys(stream for w in wanted for stream in w.streams))
        members = self.membership.of(streams, profiles, seen_at)
        sources = tuple(one.source for one in wanted)
        return [Sighting(post, seen_at, profiles, members(post), sources) for post in posts]
