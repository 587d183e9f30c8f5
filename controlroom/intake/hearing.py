"""What networks push, made into sightings like what was read."""

from collections.abc import Callable, Mapping
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
    """Hands on what is pushed. `take` is safe in every thread.

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

    def take(self, heard: Heard) -> None:
        """Puts it into the next batch; what nobody wants any more is dropped."""
        wanted = [self.wanted[source] for source in heard.sources if source in self.wanted]
        if not wanted:
            return
        seen_at, network = self._now(), wanted[0].source.network
        sightings = [self._sighting(post, wanted, seen_at) for post in heard.posts]
        missed = [Disappearance(network, gone, seen_at) for gone in heard.gone]
        if sightings or missed:
            self._till.took(network, heard.posts, seen_at)
            self._gatherer.put(sightings, missed, patient=True)

    def _sighting(self, post: Post, wanted: list[Wanted], seen_at: datetime) -> Sighting:
        profiles = tuple(dict.fromkeys(w.source.profile for w in wanted if w.source.profile))
        streams = tuple(dict.fromkeys(stream for w in wanted for stream in w.streams))
        members = self.membership.of(streams, profiles, seen_at)(post)
        return Sighting(post, seen_at, profiles, members)
