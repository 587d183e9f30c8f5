"""How well the checks tell drafts that must not leave from those that may.

Prints JSON for each part of the labelled drafts: `recall`, the share of drafts to be blocked that
the right rule blocks; `false_alarms`, the share of clean drafts about which any rule says anything,
and `false_blocks`, those that are blocked; and what a key press costs, for a draft to 264 profiles.

    python -m benchmarks.checks [--failures looked_at]
"""

import argparse
import json
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.case_lists import Item, Listed, Matcher, ReadingKey, changed
from controlroom.outbound.checks import ListKind, OwnProfile, Surroundings, check

DRAFTS = Path(__file__).parent.parent / "tests" / "outbound" / "checks" / "labelled"
PARTS = ("looked_at", "held_out", "afterwards")
CLEAN = "clean"
_LISTED = (
    (ListKind.NAME, "Orla Fenwick"),
    (ListKind.NAME, "Nadège Vautrin"),
    (ListKind.ORDER, "Theo Marchbanks"),
    (ListKind.ORDER, "Hollin Road Academy"),
)
_PLACES = (
    "Brackenford",
    "Dunmarsh",
    "Tarnbridge",
    "Oldmere",
    "Marlcross",
    "Pellbrook",
    "Wendleford",
)
_SPREAD = ("x", "x", "facebook", "instagram", "bluesky", "mastodon")


@dataclass(frozen=True, slots=True)
class Draft:
    """A labelled draft; `expected` is the rule that has to block it, or `CLEAN`."""

    expected: str
    kind: str
    text: str


def drafts(part: str) -> list[Draft]:
    """Returns the drafts of a part."""
    lines = (DRAFTS / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Draft(row[0], row[1], row[2].replace("\\n", "\n")) for row in rows]


def surroundings(profiles: int = 0) -> Surroundings:
    """Returns what the drafts are checked beside: the lists, the places, some profiles."""
    key = ReadingKey(bytes(range(32)))
    entries = [
        changed(Item(f"{number:032x}", kind, words), key)
        for number, (kind, words) in enumerate(_LISTED)
    ]
    listed = (Listed(entry.item, entry.marks) for entry in entries)
    places = [OwnProfile(f"none/{place}", "none", place, place=place) for place in _PLACES]
    own = [*places, *(_profile(number) for number in range(profiles))]
    return Surroundings(
        profiles={profile.key: profile for profile in own},
        domains=("westmarch.example",),
        lists=Matcher(key.match_key(), listed, date(2026, 11, 22)),
    )


def _profile(number: int) -> OwnProfile:
    network = _SPREAD[number % len(_SPREAD)]
    place = _PLACES[number % len(_PLACES)]
    return OwnProfile(f"{network}/{number}", network, f"west{number}", f"West {number}", place)


def measured(part: str) -> dict[str, float]:
    """Returns the figures of a part."""
    about = surroundings()
    told = [(draft, _said(draft, about)) for draft in drafts(part)]
    to_block = [draft.expected in blocks for draft, (blocks, _) in told if draft.expected != CLEAN]
    clean = [said for draft, said in told if draft.expected == CLEAN]
    return {
        "drafts": len(told),
        "recall": round(sum(to_block) / len(to_block), 4),
        "false_alarms": round(sum(bool(every) for _, every in clean) / len(clean), 4),
        "false_blocks": round(sum(bool(blocks) for blocks, _ in clean) / len(clean), 4),
    }


def failures(part: str) -> list[str]:
    """Returns the drafts of a part that are judged wrongly."""
    about = surroundings()
    wrong = []
    for draft in drafts(part):
        blocks, every = _said(draft, about)
        if (draft.expected == CLEAN and every) or (
            draft.expected != CLEAN and draft.expected not in blocks
        ):
            wrong.append(f"{draft.expected}: {draft.text!r} → {sorted(every)}")
    return wrong


def _said(draft: Draft, about: Surroundings) -> tuple[set[str], set[str]]:
    content = Content(Act.POST, ("x/none",), (Piece(draft.text),), kind=draft.kind)
    found = check(content, about)
    blocks = {one.rule for one in found if one.verdict is Verdict.BLOCKS}
    return blocks, {one.rule for one in found}


def key_presses(profiles: int = 264) -> dict[str, float]:
    """Returns what a key press costs in a draft to many profiles, in milliseconds.

    `cpu_…` is what this process has computed: it holds also where others use the computer.
    """
    about = surroundings(profiles)
    targets = tuple(key for key in about.profiles if not key.startswith("none/"))
    whole = " ".join(draft.text for draft in drafts("looked_at")[:12])[:600]
    costs = []
    for length in range(1, len(whole)):
        content = Content(Act.POST, targets, (Piece(whole[:length]),))
        begun, computed = time.perf_counter(), time.process_time()
        check(content, about)
        costs.append((time.perf_counter() - begun, time.process_time() - computed))
    wall, cpu = ([one[at] * 1000 for one in costs] for at in (0, 1))
    return {
        "profiles": len(targets),
        "median_ms": round(statistics.median(wall), 2),
        "p99_ms": _share(wall, 0.99),
        "cpu_median_ms": round(statistics.median(cpu), 2),
        "cpu_p99_ms": _share(cpu, 0.99),
    }


def _share(costs: list[float], share: float) -> float:
    return round(sorted(costs)[int(len(costs) * share)], 2)


def main() -> None:
    """Prints the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--failures", choices=PARTS, default="")
    part = arguments.parse_args().failures
    if part:
        sys.stderr.write("\n".join(failures(part)) + "\n")
    told = {name: measured(name) for name in PARTS}
    print(json.dumps({**told, "key_press": key_presses()}))


if __name__ == "__main__":
    main()
