"""Fits both, finds how much a draft may weigh, and writes all of it into `resources`.

    pip install -e .[fit]
    python -m benchmarks.fitting [--false-blocks 0.025]

Half an hour on two cores. How much a draft may weigh is found by drafts that neither was taught on:
the hands that wrote last are left out once, and of their clean drafts no more than `--false-blocks`
would be stopped. Prints JSON: `drafts`, `traits`, `limit`, `recall` by weight alone among those
hands' drafts, as each was then.
"""

import argparse
import json
from collections.abc import Sequence
from datetime import date

import msgspec

from benchmarks.fitting.encoder import teach, weights_of
from benchmarks.fitting.exporting import write
from benchmarks.fitting.samples import PARTS, Sample, samples
from benchmarks.fitting.words import fit
from benchmarks.labelled import LOOKED_AT
from controlroom.bundle import bundled
from controlroom.outbound.checks.encoder import FOLDER
from controlroom.outbound.checks.weighing import WEIGHTS, Weights

LAST_HANDS = LOOKED_AT[-7:]


def main() -> None:
    """Fits and writes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--false-blocks", type=float, default=0.025)
    share = arguments.parse_args().false_blocks
    last = samples(LAST_HANDS)
    weights = judged(samples(part for part in PARTS if part not in LAST_HANDS), last)
    limit = limit_of([w for w, one in zip(weights, last, strict=True) if one.is_clean], share)
    stopped = [w > limit for w, one in zip(weights, last, strict=True) if one.is_stopped]
    known = samples()
    learnt = fit(known)
    traits = {
        one: (round(rarity, 3), round(weight, 3))
        for one, (rarity, weight) in sorted(learnt.traits.items())
    }
    data = Weights(date.today(), len(known), round(learnt.start, 4), round(limit, 4), traits)
    # A line for each trait, so that a change of one is a change of one line.
    encoded = msgspec.json.encode(data).replace(b'],"', b'],\n"') + b"\n"
    bundled(*WEIGHTS).write_bytes(encoded)
    write(teach(known), bundled(*FOLDER))
    figures = {"drafts": len(known), "traits": len(traits), "limit": round(limit, 4)}
    print(json.dumps({**figures, "recall": round(sum(stopped) / len(stopped), 4)}))


def judged(known: Sequence[Sample], others: Sequence[Sample]) -> list[float]:
    """Returns what drafts weigh by what was learnt from others."""
    by_words, encoded = fit(known), weights_of(teach(known), others)
    return [by_words.weigh(one) + more for one, more in zip(others, encoded, strict=True)]


def limit_of(clean: Sequence[float], false_blocks: float) -> float:
    """Returns the weight that no more than a share of the clean drafts exceed."""
    return sorted(clean, reverse=True)[int(false_blocks * len(clean))]


if __name__ == "__main__":
    main()
