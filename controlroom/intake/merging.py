"""One sighting of what came over several connections at once.

A server pushes a post once for every hashtag somebody listens to; to the cache these are one.
"""

from collections.abc import Sequence
from dataclasses import replace

from controlroom.model.changes import Sighting


def merged(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Returns the sightings, those of the very same version of a post as one, seen last."""
    first: dict[tuple[str, str, bytes], int] = {}
    kept: list[Sighting] = []
    for sighting in sightings:
        post = sighting.post
        place = first.setdefault((post.network, post.remote_id, post.raw), len(kept))
        if place == len(kept):
            kept.append(sighting)
        elif post == kept[place].post:
            kept[place] = _both(kept[place], sighting)
        else:
            kept.append(sighting)
    return kept


def _both(one: Sighting, other: Sighting) -> Sighting:
    return replace(
        one,
        seen_at=max(one.seen_at, other.seen_at),
        profiles=tuple(dict.fromkeys((*one.profiles, *other.profiles))),
        streams=tuple(dict.fromkeys((*one.streams, *other.streams))),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
    )
