"""What the team's archive brings, made into sightings with this cache's own numbers."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from controlroom.intake.membership import Membership
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, Stream
from controlroom.store.archive.names import Names
from controlroom.store.archive.reading import ArchivedPost


class TeamSource:
    """One source among others to the cache: it says of every post what it was read from."""

    def __init__(self, profiles: Sequence[Profile], streams: Sequence[Stream]) -> None:
        self._names = Names({profile.id: profile for profile in profiles})
        self._membership = Membership(streams, profiles)
        self._asking: dict[Source, list[int]] = {}
        for stream in streams:
            for source in stream.sources:
                self._asking.setdefault(source, []).append(stream.id)

    def sightings(self, posts: Iterable[ArchivedPost]) -> list[Sighting]:
        """Returns posts as if they had been read here when the station read them."""
        return [self._sighting(one) for one in posts]

    def missed(self, posts: Iterable[ArchivedPost]) -> list[Disappearance]:
        """Returns those that are gone."""
        return [
            Disappearance(one.post.network, one.post.remote_id, one.gone_at)
            for one in posts
            if one.gone_at is not None
        ]

    def _sighting(self, one: ArchivedPost) -> Sighting:
        profiles = self._names.numbers(one.profiles)
        found = (self._names.source(name) for name in one.sources)
        sources = tuple(source for source in found if source is not None)
        streams = self._streams(one, sources, profiles, one.seen_at)
        return Sighting(one.post, one.seen_at, profiles, streams, sources)

    def _streams(
        self,
        one: ArchivedPost,
        sources: tuple[Source, ...],
        profiles: tuple[int, ...],
        at: datetime,
    ) -> tuple[int, ...]:
        asking = [number for source in sources for number in self._asking.get(source, ())]
        if not asking:
            return ()
        return self._membership.of(tuple(dict.fromkeys(asking)), profiles, at)(one.post)
