"""Texts that a network does not take as they are."""

from collections.abc import Iterator

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.model.outgoing.content import Act
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.counting import Count, count, limits_of

_KEY = "too_long"
_TEXTS = frozenset({Act.POST, Act.REPLY, Act.MESSAGE, Act.EDIT})


def about_lengths(seen: Look) -> Iterator[Finding]:
    """Yields what is too long, once for each text, with the profiles it is too long for."""
    if seen.content.act not in _TEXTS:
        return
    for text in seen.said():
        over = _over(seen, text)
        if over:
            first = min(over.values(), key=lambda counted: counted.over_from)
            found = finding(
                _KEY,
                text,
                min(first.over_from, len(text.text)),
                len(text.text),
                figure=str(max(0, *(one.used - one.limit for one in over.values()))),
                repair=Repair("shorten"),
            )
            yield _held_for(found, tuple(over))


def _held_for(found: Finding, profiles: tuple[str, ...]) -> Finding:
    from dataclasses import replace

    return replace(found, profiles=profiles)


def _over(seen: Look, text: Text) -> dict[str, Count]:
    """Returns the profiles that cannot say a text; what is not known of a profile is not judged."""
    act = Act.POST if seen.content.act is Act.EDIT else seen.content.act
    counted: dict[tuple[str, int, bool], Count] = {}
    over = {}
    for profile in text.profiles or seen.content.targets:
        own = seen.about.profiles.get(profile)
        if own is None:
            continue
        known = (own.network, id(own.limits), own.premium)
        if known not in counted:
            limits = own.limits or limits_of(own.network, premium=own.premium)
            piece = seen.content.pieces_for(profile)[text.piece]
            counted[known] = count(own.network, limits, piece, act, has_title=text.piece == 0)
        if not counted[known].fits:
            over[profile] = counted[known]
    return over
