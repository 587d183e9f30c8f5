"""Texts that a network does not take as they are."""

from collections.abc import Iterator
from dataclasses import replace

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.model.outgoing.content import Act
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.surroundings import OwnProfile
from controlroom.outbound.counting import Count, Limits, count, limits_of

_KEY = "too_long"
TEXTS = frozenset({Act.POST, Act.REPLY, Act.MESSAGE, Act.EDIT})
"""What says something."""
Known = tuple[str, int, bool]
"""By this, profiles that take the same are told."""


def known_limits(own: OwnProfile) -> tuple[Known, Limits]:
    """Returns what a profile takes, and by what others that take the same are known."""
    limits = own.limits or limits_of(own.network, premium=own.premium)
    return (own.network, id(own.limits), own.premium), limits


def about_lengths(seen: Look) -> Iterator[Finding]:
    """Yields what is too long, for each text once by every limit that it breaks."""
    if seen.content.act not in TEXTS:
        return
    for text in seen.said():
        broken: dict[Count, list[str]] = {}
        for profile, counted in _over(seen, text).items():
            broken.setdefault(counted, []).append(profile)
        for counted, profiles in broken.items():
            yield replace(_found(text, counted), profiles=tuple(profiles))


def _found(text: Text, counted: Count) -> Finding:
    end, over = len(text.text), max(0, counted.used - counted.limit)
    begin, repair = min(counted.over_from, end), Repair("shorten")
    found = finding(_KEY, text, begin, end, figure=str(over), repair=repair)
    return replace(found, limit=str(counted.limit) if over else "")


def _over(seen: Look, text: Text) -> dict[str, Count]:
    """Returns the profiles that cannot say a text; what is not known of a profile is not judged."""
    act = Act.POST if seen.content.act is Act.EDIT else seen.content.act
    counted: dict[Known, Count | None] = {}
    over = {}
    for profile in text.profiles or seen.content.targets:
        own = seen.about.profiles.get(profile)
        if own is None:
            continue
        known, limits = known_limits(own)
        if known not in counted:
            piece = seen.content.pieces_for(profile)[text.piece]
            told = count(own.network, limits, piece, act, has_title=text.piece == 0)
            counted[known] = None if told.fits else told
        if (too_long := counted[known]) is not None:
            over[profile] = too_long
    return over
