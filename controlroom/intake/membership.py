"""Which of a source's streams a post belongs to."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from controlroom.intake.matching import Candidate, numbered, same_name
from controlroom.model.post import Post
from controlroom.model.profile import Profile
from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import parse
from controlroom.model.query.tree import Everything, Node
from controlroom.model.stream import Stream

log = logging.getLogger(__name__)

_FRESH = timedelta(minutes=1)
"""Ages in a query ("since:2h") are counted anew after this."""

StreamsOf = Callable[[Post], tuple[int, ...]]


@dataclass(slots=True)
class _Asked:
    """A stream's query, read lately."""

    stream: Stream
    tree: Node
    at: datetime


class Membership:
    """Knows the streams' queries. Replaced as a whole when streams change; safe in threads.

    A query that cannot be read lets everything in: too much is seen, and too little is not.
    """

    def __init__(self, streams: Iterable[Stream] = (), profiles: Iterable[Profile] = ()) -> None:
        self._streams = {stream.id: stream for stream in streams}
        self._profiles = {profile.id: profile for profile in profiles}
        self._asked: dict[int, _Asked] = {}

    def of(self, streams: Sequence[int], profiles: Sequence[int], seen_at: datetime) -> StreamsOf:
        """Returns what tells of posts read at a moment which of these streams they belong to."""
        everyone = tuple(streams)
        if not any(self._has_query(number) for number in everyone):
            return lambda _: everyone
        through = [self._profiles[number] for number in profiles if number in self._profiles]

        def belongs(post: Post) -> tuple[int, ...]:
            return self._belongs(Candidate(post, seen_at, through), everyone)

        return belongs

    def _has_query(self, number: int) -> bool:
        stream = self._streams.get(number)
        return bool(stream and stream.query)

    def _belongs(self, candidate: Candidate, streams: tuple[int, ...]) -> tuple[int, ...]:
        asking: set[int] = set()

        def fits(number: int) -> bool:
            if number in asking:
                return False
            asking.add(number)
            try:
                return candidate.fits(self._tree(number, candidate.seen_at))
            finally:
                asking.discard(number)

        def in_stream(value: str) -> bool:
            return any(self._is_named(n, value) and fits(n) for n in streams)

        candidate.in_stream = in_stream
        return tuple(number for number in streams if fits(number))

    def _is_named(self, number: int, value: str) -> bool:
        stream = self._streams.get(number)
        named = stream is not None and same_name(stream.name, value)
        return named or number == numbered(value)

    def _tree(self, number: int, now: datetime) -> Node:
        stream = self._streams.get(number)
        if stream is None or not stream.query:
            return Everything()
        asked = self._asked.get(number)
        if asked is None or abs(now - asked.at) > _FRESH:
            asked = self._asked[number] = _Asked(stream, _read(stream, now), now)
        return asked.tree


def _read(stream: Stream, now: datetime) -> Node:
    try:
        return parse(stream.query, now)
    except QueryError as error:
        log.warning("the query of stream %d cannot be read: %s", stream.id, error)
        return Everything()
