"""How much the words of a draft are like those of labelled drafts that must not leave.

A linear classifier (logistic regression over the rarity of traits), fitted by `benchmarks.fitting`.
It knows which words stand together, and nothing of who is who; that the encoder reads.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from math import sqrt

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_json
from controlroom.model.errors import OurError
from controlroom.outbound.checks.traits import Traits

WEIGHTS = ("checks", "weights.json")


class Weights(msgspec.Struct, frozen=True):
    """What was learnt.

    Attributes:
        fitted: on which day.
        drafts: how many drafts it was fitted to.
        start: what a draft without any trait weighs.
        limit: what weighs more, by its words and by the encoder together, must not leave.
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


@lru_cache(maxsize=1024)
def weigh(row: tuple[Traits, ...], kind: str) -> float:
    """Weighs sentences that belong together, of a draft of some kind."""
    total = weights().start
    for group in zip(*row, strict=True):
        found = known_of(frozenset().union(*group))
        scale = scale_of(rarity for rarity, _ in found.values())
        total += sum(rarity * weight for rarity, weight in found.values()) / scale
    of_kind = known_of(kind_traits(kind)).values()
    return total + sum(rarity * weight for rarity, weight in of_kind) / LEAST_SCALE


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
