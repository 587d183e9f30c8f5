"""Fits the weights by which a draft is read as a whole, and writes them into `resources`.

    pip install -e .[fit]
    python -m benchmarks.fitting [--false-blocks 0.015]

Fitted to the parts of the labelled drafts that have been looked at, never to the unseen ones. How
much a draft may weigh is what each part says while the fit knows only the other parts: so that of
the clean drafts no more than `--false-blocks` would be stopped. Prints JSON: `drafts`, `traits`,
`limit`, `recall` of the classifier alone, each part judged by the others.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import msgspec

from benchmarks.checks import surroundings
from benchmarks.labelled import LOOKED_AT, Draft, drafts
from controlroom.bundle import bundled
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.look import look
from controlroom.outbound.checks.traits import traits_in
from controlroom.outbound.checks.weighing import ROW, WEIGHTS, Weights, kind_traits, scale_of

PARTS = (*LOOKED_AT, "french", "french_afterwards")
MADE_UP = frozenset({"sentences", "contrasts"})
"""Learnt from, but no drafts as they come in: they do not tell how many would be stopped."""
LEAST_DRAFTS = 2
"""In which a trait has to stand to be learnt."""
MOST_TRAITS = 20_000
STRENGTH = 20.0
"""How closely the fit follows the drafts (the inverse of its regularization)."""
SMALL_PART = 60
Groups = list[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A draft by its traits, as they are weighed."""

    part: str
    is_stopped: bool
    groups: Groups


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


def samples() -> list[Sample]:
    """Returns the drafts to learn from; what has only to be asked about is not to be stopped."""
    return [
        Sample(part, draft.has_to_be_blocked, _groups(draft))
        for part in PARTS
        for draft in drafts(part)
    ]


def _groups(draft: Draft) -> Groups:
    content = Content(Act.POST, ("x/none",), (Piece(draft.text),), kind=draft.kind)
    places = look(content, surroundings()).places()
    rows = [traits for _, _, traits in traits_in(folded(draft.text), places)][:ROW]
    groups = [frozenset[str]().union(*group) for group in zip(*rows, strict=True)]
    return [*groups, frozenset(kind_traits(draft.kind))]


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


def judged_by_others(known: Sequence[Sample]) -> list[tuple[bool, float]]:
    """Returns for each draft whether it is to be stopped, and what a fit without its part says."""
    told = list[tuple[bool, float]]()
    for part in PARTS:
        mine = [sample for sample in known if sample.part == part]
        if len(mine) >= SMALL_PART and part not in MADE_UP:
            others = fit([sample for sample in known if sample.part != part])
            told += [(one.is_stopped, others.weigh(one)) for one in mine]
    return told


def limit_of(told: Sequence[tuple[bool, float]], false_blocks: float) -> float:
    """Returns the weight that no more than a share of the clean drafts exceed."""
    clean = sorted((weight for is_stopped, weight in told if not is_stopped), reverse=True)
    return clean[int(false_blocks * len(clean))]


def learn(say: Callable[[str], None] = print) -> None:
    """Fits and writes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--false-blocks", type=float, default=0.015)
    share = arguments.parse_args().false_blocks
    known = samples()
    told = judged_by_others(known)
    limit, learnt = limit_of(told, share), fit(known)
    stopped = [weight > limit for is_stopped, weight in told if is_stopped]
    traits = {
        one: (round(rarity, 3), round(weight, 3))
        for one, (rarity, weight) in sorted(learnt.traits.items())
    }
    data = Weights(date.today(), len(known), round(learnt.start, 4), round(limit, 4), traits)
    # A line for each trait, so that a change of one is a change of one line.
    encoded = msgspec.json.encode(data).replace(b'],"', b'],\n"') + b"\n"
    bundled(*WEIGHTS).write_bytes(encoded)
    figures = {"drafts": len(known), "traits": len(traits), "limit": round(limit, 4)}
    say(json.dumps({**figures, "recall": round(sum(stopped) / len(stopped), 4)}))


if __name__ == "__main__":
    learn()
