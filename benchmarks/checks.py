"""How well the checks tell drafts that must not leave from those that may.

Prints JSON for each part of the labelled drafts: `recall`, the share of drafts to be blocked that
are; `asked`, the share of drafts to be asked about of which any rule says something;
`false_alarms`, the share of clean drafts about which any rule says anything, and `false_blocks`,
those that are blocked; and what a key press costs, for a draft to 264 profiles.

    python -m benchmarks.checks [--failures looked_at]
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from benchmarks.labelled import BLOCKS, CLEAN, LOOKED_AT, Draft, drafts, parts
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.case_lists import Item, Listed, Matcher, ReadingKey, changed
from controlroom.outbound.checks import ListKind, OwnProfile, Surroundings, check

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
    "Ashcombe",
    "Hollin Bridge",
    "Farrow",
    "Kingsmere",
)
_SPREAD = ("x", "x", "facebook", "instagram", "bluesky", "mastodon")


def surroundings(profiles: int = 0) -> Surroundings:
    """Returns what the drafts are checked beside: the lists, the places, some profiles."""
    places = [OwnProfile(f"none/{place}", "none", place, place=place) for place in _PLACES]
    own = [*places, *(_profile(number) for number in range(profiles))]
    return Surroundings(
        profiles={profile.key: profile for profile in own},
        domains=("westmarch.example", "westmarch.police.uk"),
        lists=_lists(_LISTED),
    )


def _lists(words: Iterable[tuple[ListKind, str]]) -> Matcher:
    key = ReadingKey(bytes(range(32)))
    entries = [
        changed(Item(f"{number:032x}", kind, one), key) for number, (kind, one) in enumerate(words)
    ]
    listed = (Listed(entry.item, entry.marks) for entry in entries)
    return Matcher(key.match_key(), listed, date(2026, 11, 22))


def beside(draft: Draft) -> Surroundings:
    """Returns what a draft is checked beside, with its own lists where it has some."""
    if not draft.is_own:
        return _shared()
    words = [(ListKind.NAME, one) for one in draft.protected]
    words += [(ListKind.ORDER, one) for one in draft.orders]
    return replace(_shared(), lists=_lists(words), incident="i1" if draft.incident else "")


@cache
def _shared() -> Surroundings:
    return surroundings()


def _profile(number: int) -> OwnProfile:
    network = _SPREAD[number % len(_SPREAD)]
    place = _PLACES[number % len(_PLACES)]
    return OwnProfile(f"{network}/{number}", network, f"west{number}", f"West {number}", place)


def measured(part: str, step: int = 1) -> dict[str, float]:
    """Returns the figures of a part, or of every so many-th of its drafts."""
    told = [(draft, _said(draft)) for draft in drafts(part)[::step]]
    to_block = [_is_right(*one) for one in told if one[0].has_to_be_blocked]
    clean = [said for draft, said in told if draft.expected == CLEAN]
    to_ask = [_is_right(*one) for one in told if _is_to_be_asked(one[0])]
    return {
        "drafts": len(told),
        "recall": _part(to_block),
        "asked": _part(to_ask),
        "false_alarms": _part([bool(every) for _, every in clean]),
        "false_blocks": _part([bool(blocks) for blocks, _ in clean]),
    }


def _part(hits: list[bool]) -> float:
    return round(sum(hits) / len(hits), 4) if hits else 1.0


def _is_to_be_asked(draft: Draft) -> bool:
    return draft.expected != CLEAN and not draft.has_to_be_blocked


def _is_right(draft: Draft, said: tuple[set[str], set[str]]) -> bool:
    blocks, every = said
    if draft.expected == CLEAN:
        return not every
    if _is_to_be_asked(draft):
        return bool(every)
    return bool(blocks) if draft.expected.startswith(BLOCKS) else draft.expected in blocks


def failures(part: str) -> list[str]:
    """Returns the drafts of a part that are judged wrongly."""
    told = [(draft, _said(draft)) for draft in drafts(part)]
    return [
        f"{draft.expected}: {draft.text!r} → {sorted(said[1])}"
        for draft, said in told
        if not _is_right(draft, said)
    ]


def _said(draft: Draft) -> tuple[set[str], set[str]]:
    content = Content(Act.POST, ("x/none",), (Piece(draft.text),), kind=draft.kind)
    found = check(content, beside(draft))
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
    arguments.add_argument("--failures", choices=LOOKED_AT, default="")
    part = arguments.parse_args().failures
    if part:
        sys.stderr.write("\n".join(failures(part)) + "\n")
    told = {name: measured(name) for name in parts()}
    print(json.dumps({**told, "key_press": key_presses()}))


if __name__ == "__main__":
    main()
