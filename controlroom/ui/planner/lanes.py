"""Where items of a day stand beside each other where they would cover each other. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from controlroom.ui.planner.plan import PlanItem


class Laned(NamedTuple):
    """An item in its lane; `lanes` share the width of the day."""

    item: PlanItem
    top: int
    lane: int
    lanes: int


def lanes(items: Sequence[tuple[PlanItem, int]], tall: int) -> list[Laned]:
    """Returns items with the lanes they stand in.

    Args:
        items: each with the minutes since midnight at which it begins.
        tall: minutes that an item covers on the screen.
    """
    found: list[Laned] = []
    cluster: list[tuple[PlanItem, int, int]] = []
    ends: list[int] = []
    for item, top in sorted(items, key=lambda one: (one[1], one[0].key)):
        if ends and top >= max(ends):
            found += _done(cluster, len(ends))
            cluster, ends = [], []
        free = next((lane for lane, end in enumerate(ends) if end <= top), len(ends))
        if free == len(ends):
            ends.append(0)
        ends[free] = top + tall
        cluster.append((item, top, free))
    return found + _done(cluster, len(ends))


def _done(cluster: list[tuple[PlanItem, int, int]], count: int) -> list[Laned]:
    return [Laned(item, top, lane, count) for item, top, lane in cluster]
