"""The weights of words: a linear classifier over the rarity of traits."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from benchmarks.fitting.samples import Sample
from controlroom.model.frozen import dataclass
from controlroom.outbound.checks.weighing import scale_of

LEAST_DRAFTS = 2
"""In which a trait has to stand to be learnt."""
MOST_TRAITS = 20_000
STRENGTH = 20.0
"""How closely the fit follows the drafts (the inverse of its regularization)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What was learnt: how rare a trait is and what it weighs, and what nothing weighs."""

    start: float
    traits: dict[str, tuple[float, float]]

    def weigh(self, sample: Sample) -> float:
        """Weighs a draft."""
        total = self.start
        for group in sample.groups:
            known = [self.traits[one] for one in group if one in self.traits]
            scale = scale_of(rarity for rarity, _ in known)
            total += sum(rarity * weight for rarity, weight in known) / scale
        return total


def fit(known: Sequence[Sample]) -> Fit:
    """Learns from drafts, once with all traits and once with those that weighed the most."""
    every = _fit(known, _rarities(known))
    by_weight = sorted(every.traits, key=lambda one: -abs(every.traits[one][1]))
    kept = {one: every.traits[one][0] for one in by_weight[:MOST_TRAITS]}
    return _fit(known, kept)


def _rarities(known: Sequence[Sample]) -> dict[str, float]:
    counts = Counter(trait for sample in known for group in sample.groups for trait in group)
    return {
        trait: math.log((1 + len(known)) / (1 + count)) + 1
        for trait, count in counts.items()
        if count >= LEAST_DRAFTS
    }


def _fit(known: Sequence[Sample], rarities: dict[str, float]) -> Fit:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    columns = {trait: at for at, trait in enumerate(rarities)}
    values, places, ends = list[float](), list[int](), [0]
    for sample in known:
        for group in sample.groups:
            some = [one for one in group if one in columns]
            scale = scale_of(rarities[one] for one in some)
            values += [rarities[one] / scale for one in some]
            places += [columns[one] for one in some]
        ends.append(len(values))
    table: Any = csr_matrix((values, places, ends), shape=(len(known), len(columns)))
    model = LogisticRegression(C=STRENGTH, max_iter=300, class_weight="balanced")
    model.fit(table, [sample.is_stopped for sample in known])
    weights = model.coef_[0]
    traits = {one: (rarities[one], float(weights[at])) for one, at in columns.items()}
    return Fit(float(model.intercept_[0]), traits)
