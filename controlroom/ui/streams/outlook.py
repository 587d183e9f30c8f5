"""What new sources would bring, as far as the cache has seen their like."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from controlroom.feeds.base import Capabilities, Reading
from controlroom.intake.reach import spread_over
from controlroom.model import clock
from controlroom.model.network import NetworkOffer
from controlroom.model.profile import Group, Profile
from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import parse
from controlroom.model.stream import Source, SourceKind, Stream

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader

DAYS = 7
SPANS = (("7d", DAYS), ("1d", 1), ("1h", 1 / 24))
"""What is counted, the longest first, and how many days it is."""
SAMPLE = 10
"""Of many sources so many are counted, and stand for the others."""
_SHORTEST = 3
_OF_A_TERM = (SourceKind.SEARCH, SourceKind.HASHTAG, SourceKind.CONVERSATION, SourceKind.LIST)
"""Kinds of which one source tells nothing of another one."""


class Foresight(Protocol):
    """Tells what new sources would bring.

    Attributes:
        read: sources that are read already; another stream over them reads no more.
    """

    @property
    def read(self) -> frozenset[Source]: ...

    def of(self, sources: Sequence[Source]) -> float | None:
        """Returns how many posts a day one of these sources brings, None if nobody can say.

        Args:
            sources: of one network and one kind.
        """


class NoForesight:
    """Knows nothing of what was read."""

    read: frozenset[Source] = frozenset()

    def of(self, sources: Sequence[Source]) -> float | None:
        return None


@dataclass(slots=True)
class Outlook:
    """Counts in the cache what sources brought lately: a `Foresight`."""

    cache: "CacheReader"
    profiles: Mapping[int, Profile]
    read: frozenset[Source]
    _counted: dict[Source, float] = field(default_factory=dict)

    def of(self, sources: Sequence[Source]) -> float | None:
        own = self._average(sources)
        if own or not sources or sources[0].kind in _OF_A_TERM:
            return own or None
        alike = sources[0].network, sources[0].kind
        peers = [one for one in self.read if (one.network, one.kind) == alike]
        return self._average(sorted(peers, key=lambda one: one.profile)) or None

    def _average(self, sources: Sequence[Source]) -> float:
        step = max(1, len(sources) // SAMPLE)
        some = sources[::step][:SAMPLE]
        return sum(map(self._a_day, some)) / len(some) if some else 0

    def _a_day(self, source: Source) -> float:
        if source not in self._counted:
            self._counted[source] = self._counted_for(source)
        return self._counted[source]

    def _counted_for(self, source: Source) -> float:
        if source.kind is SourceKind.CONVERSATION:
            return self._answers(source)
        asked = self._question(source)
        # What a network's own search understands may be no query of ours.
        with suppress(QueryError):
            return self._rate(f"{asked} network:{source.network}") if asked else 0
        return 0

    def _answers(self, source: Source) -> float:
        since = clock.now() - timedelta(days=DAYS)
        posts = self.cache.conversation(source.network, source.term) if source.term else []
        return sum(one.post.created_at >= since for one in posts) / DAYS

    def _rate(self, asked: str) -> float:
        """Counting ends at a thousand: then what came in a shorter time is counted."""
        found = 0.0
        for since, days in SPANS:
            count = self.cache.count(parse(f"{asked} since:{since}"))
            found = count.number / days
            if not count.more:
                break
        return found

    def _question(self, source: Source) -> str:
        """Returns the query that finds what a source brings, "" if there is none."""
        one = self.profiles.get(source.profile)
        name = (one.handle or one.name).replace('"', " ") if one else ""
        term = source.term.strip()
        match source.kind:
            case SourceKind.SEARCH if len(term) >= _SHORTEST:
                return f"({term})"
            case SourceKind.HASHTAG if len(term) >= _SHORTEST:
                return f"#{term.removeprefix('#')}"
            case SourceKind.MENTIONS if name:
                told = "" if " " in name else f"@{name}"
                return f'{told} -from:"{name}" -is:message' if told else ""
            case SourceKind.POSTS if name and not term:
                return f'from:"{name}" -is:message'
            case SourceKind.MESSAGES if one:
                return f"is:message profile:{one.id}"
        return ""


def outlook_of(
    cache: "CacheReader", profiles: Iterable[Profile], streams: Iterable[Stream]
) -> Outlook:
    """Returns what can be told before a stream is switched on."""
    read = frozenset(chain.from_iterable(stream.sources for stream in streams))
    return Outlook(cache, {one.id: one for one in profiles}, read)


def sources_of(
    stream: Stream,
    profiles: Sequence[Profile],
    groups: Sequence[Group],
    offers: Iterable[NetworkOffer],
) -> dict[str, list[Source]]:
    """Returns what a stream would read, by network; what comes through many profiles once."""
    able = {
        one.key: Capabilities(one.key, one.name, {kind: Reading(1) for kind in one.kinds})
        for one in offers
    }
    spread = spread_over(
        stream, profiles, groups, lambda network: able.get(network, Capabilities(network, "", {}))
    )
    found: dict[tuple[str, str, int], Source] = {}
    for source in spread.sources:
        found.setdefault(
            (source.network, source.term, 0 if source.term else source.profile), source
        )
    by_network: dict[str, list[Source]] = {}
    for source in found.values():
        by_network.setdefault(source.network, []).append(source)
    return by_network
