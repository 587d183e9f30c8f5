"""Streams over many profiles: from "mentions of all" to one source for each profile."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from controlroom.feeds.base import Capabilities
from controlroom.model.errors import OurError
from controlroom.model.profile import Group, Profile
from controlroom.model.stream import Reach, Source, SourceKind, Stream

OF_ANYBODY = (SourceKind.SEARCH, SourceKind.HASHTAG)
"""Kinds that bring the same through every profile of a network."""


def spread_over(
    stream: Stream,
    profiles: Sequence[Profile],
    groups: Sequence[Group],
    capabilities_of: Callable[[str], Capabilities],
) -> Stream:
    """Returns the stream with the sources its reaches ask for now.

    Sources of profiles that a reach no longer covers go; those that belong to no reach stay.
    """
    if not stream.reaches:
        return stream
    wanted: dict[Source, None] = {}
    for reach in stream.reaches:
        able = [
            profile
            for profile in _covered(reach, profiles, groups)
            if reach.kind in _kinds(profile.network, capabilities_of)
        ]
        for profile in _asking(able) if reach.kind in OF_ANYBODY else able:
            wanted[Source(profile.network, reach.kind, profile.id, reach.term)] = None
    own = [source for source in stream.sources if not _of_a_reach(source, stream.reaches)]
    return replace(stream, sources=(*own, *wanted))


def _asking(profiles: Iterable[Profile]) -> Iterable[Profile]:
    """One profile of each network and server: what anybody says is the same through all."""
    first: dict[tuple[str, str], Profile] = {}
    for profile in profiles:
        first.setdefault((profile.network, profile.host), profile)
    return first.values()


def _covered(
    reach: Reach, profiles: Iterable[Profile], groups: Sequence[Group]
) -> Iterable[Profile]:
    inside = _below(reach.group, groups) if reach.group else set()
    for profile in profiles:
        if reach.group and profile.group not in inside:
            continue
        if not reach.network or profile.network == reach.network:
            yield profile


def _below(group: int, groups: Sequence[Group]) -> set[int]:
    """Returns a group and all below it; groups that stand in a circle do no harm."""
    inside = {group}
    while more := {one.id for one in groups if one.parent in inside} - inside:
        inside |= more
    return inside


def _kinds(network: str, capabilities_of: Callable[[str], Capabilities]) -> Iterable[str]:
    try:
        return capabilities_of(network).reads
    except OurError:
        return ()


def _of_a_reach(source: Source, reaches: Sequence[Reach]) -> bool:
    return any(
        source.profile
        and (reach.kind, reach.term) == (source.kind, source.term)
        and reach.network in ("", source.network)
        for reach in reaches
    )
