"""A draft read as a whole: how much it is like labelled drafts that must not leave.

The rules find what somebody thought of. This finds what stands together in such drafts more often
than in clean ones: a linear classifier (logistic regression over the rarity of traits), fitted by
`benchmarks.fitting` to drafts that are in the repository. What it weighs is told with its finding.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from math import sqrt

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_json
from controlroom.model.errors import OurError
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.look import Look, finding
from controlroom.outbound.checks.traits import Traits, traits_in

RULE = "like_stopped"
WEIGHTS = ("checks", "weights.json")
TAKEN_OUT = Repair("remove_words", "")
ROW, STEP = 12, 6
"""Sentences weighed together, and how far on the next ones begin: the drafts it is fitted to are no
longer, and in a long text a few sentences would weigh nothing."""


class Weights(msgspec.Struct, frozen=True):
    """What was learnt.

    Attributes:
        fitted: on which day.
        drafts: how many drafts it was fitted to.
        start: what a draft without any trait weighs.
        limit: what weighs more must not leave.
        traits: how rare each trait is, and what it weighs.
    """

    fitted: date
    drafts: int
    start: float
    limit: float
    traits: Mapping[str, tuple[float, float]]


LEAST_SCALE = 30.0
"""Three of ten drafts have less rare traits than that together: one of a few words, in which each
would count for much, weighs less."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a row of sentences weighs, and which of them the most."""

    weight: float
    heaviest: int


def about_whole(seen: Look) -> Iterator[Finding]:
    """Yields the heaviest sentence of what is too much like drafts that must not leave."""
    limit, places = weights().limit, seen.places()
    for text in seen.texts:
        read = folded(text.text)
        sentences = tuple(traits_in(read, places))
        for at in range(0, max(1, len(sentences) - STEP), STEP):
            row = sentences[at : at + ROW]
            if not row:
                continue
            weighed = weigh(tuple(traits for _, _, traits in row), seen.content.kind)
            if weighed.weight > limit:
                start, end, _ = row[weighed.heaviest]
                yield finding(RULE, text, *read.span(start, end), repair=TAKEN_OUT)
                break


@lru_cache(maxsize=1024)
def weigh(row: tuple[Traits, ...], kind: str) -> Weighed:
    """Weighs sentences that belong together, of a draft of some kind."""
    total = weights().start
    each = [0.0] * len(row)
    for group in zip(*row, strict=True):
        found = known_of(frozenset().union(*group))
        scale = scale_of(rarity for rarity, _ in found.values())
        total += sum(rarity * weight for rarity, weight in found.values()) / scale
        for at, traits in enumerate(group):
            some = (found[one] for one in traits if one in found)
            each[at] += sum(rarity * weight for rarity, weight in some) / scale
    of_kind = known_of(kind_traits(kind)).values()
    total += sum(rarity * weight for rarity, weight in of_kind) / LEAST_SCALE
    return Weighed(total, max(range(len(each)), key=each.__getitem__))


def scale_of(rarities: Iterable[float]) -> float:
    """Returns by what a group of traits is divided, so that a long draft weighs no more."""
    return max(LEAST_SCALE, sqrt(sum(rarity * rarity for rarity in rarities)))


def known_of(traits: Sequence[str] | frozenset[str]) -> dict[str, tuple[float, float]]:
    """Returns those of the traits that weigh anything."""
    known = weights().traits
    return {one: known[one] for one in traits if one in known}


def kind_traits(kind: str) -> tuple[str, ...]:
    """Returns the trait that a kind of draft is."""
    return (f"kind:{kind}",) if kind else ()


@cache
def weights() -> Weights:
    """Returns what was learnt. `OurError` if the data is not as it should be."""
    try:
        return from_json(bundled(*WEIGHTS).read_bytes(), Weights)
    except msgspec.MsgspecError as error:
        raise OurError(f"{WEIGHTS[-1]}: {error}") from None
