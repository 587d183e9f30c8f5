"""What gets in each other's way in a plan: too close on a profile, or said twice."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import StrEnum

from controlroom.model.frozen import dataclass
from controlroom.model.query.fold import fold
from controlroom.outbound.schedule.planned import Planned

CLOSE = timedelta(minutes=15)
AGAIN = timedelta(days=7)
_ALIKE = 0.85
_LEAST_WORDS = 4


class Clash(StrEnum):
    """How two drafts are in each other's way."""

    CLOSE = "close"
    """They leave within a quarter of an hour on the same profile."""
    SAME = "same"
    """They say the same on the same profile within a week."""
    ALIKE = "alike"
    """They say nearly the same on the same profile within a week."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two drafts, what is between them, and the profiles on which it is so."""

    clash: Clash
    one: str
    other: str
    profiles: tuple[str, ...]
    apart: timedelta


def conflicts(plan: Sequence[Planned]) -> list[Conflict]:
    """Returns every conflict of a plan, by time. A pair may clash in two ways."""
    ordered = sorted(plan, key=lambda one: (one.at, one.draft))
    words = {one.draft: _words_of(one) for one in ordered}
    found: list[Conflict] = []
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.at - one.until > AGAIN:
                break
            if shared := one.targets & other.targets:
                found += _between(one, other, shared, words)
    return found


def conflicts_of(draft: Planned, plan: Sequence[Planned]) -> list[Conflict]:
    """Returns what a draft would be in the way of; its own id in the plan is passed over."""
    near = [
        one
        for one in plan
        if one.draft != draft.draft
        and one.targets & draft.targets
        and one.at - draft.until <= AGAIN
        and draft.at - one.until <= AGAIN
    ]
    found = [conflicts([draft, one]) for one in near]
    return [one for pair in found for one in pair]


def _between(
    one: Planned,
    other: Planned,
    shared: frozenset[str],
    words: dict[str, dict[str, frozenset[str]]],
) -> Iterator[Conflict]:
    apart = max(timedelta(0), other.at - one.until)
    about = (one.draft, other.draft)
    if apart < CLOSE:
        yield Conflict(Clash.CLOSE, *about, tuple(sorted(shared)), apart)
    same = sorted(p for p in shared if one.text(p) and one.text(p) == other.text(p))
    if same:
        yield Conflict(Clash.SAME, *about, tuple(same), apart)
    alike = sorted(
        profile
        for profile in shared.difference(same)
        if _alike(_of(words[one.draft], profile), _of(words[other.draft], profile))
    )
    if alike:
        yield Conflict(Clash.ALIKE, *about, tuple(alike), apart)


def _words_of(one: Planned) -> dict[str, frozenset[str]]:
    return {key: frozenset(fold(text).split()) for key, text in one.texts}


def _of(words: dict[str, frozenset[str]], profile: str) -> frozenset[str]:
    network = profile.partition("/")[0]
    return words.get(profile) or words.get(network) or words.get("", frozenset())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both = one | other
    return len(both) >= _LEAST_WORDS and len(one & other) / len(both) >= _ALIKE
