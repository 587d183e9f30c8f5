"""What the planner advises: what gets in the way of an item, and where there is room. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from controlroom.outbound.schedule.conflicts import conflicts_of
from controlroom.outbound.schedule.gaps import best_gaps
from controlroom.ui.planner.plan import PlanItem, as_planned
from controlroom.ui.planner.spans import Span
from controlroom.ui.planner.words import conflict_told, title_of, when_told

AROUND = timedelta(days=8)
"""What is further from an item than this cannot get in its way."""
MOST_CLASHES = 4
SOONEST, FURTHEST = timedelta(minutes=15), timedelta(days=7)
"""Room for a post is sought no sooner and no further than this."""


def clashes(item: PlanItem, near: Iterable[PlanItem]) -> list[str]:
    """Returns in words what gets in the way of an item, the worst first.

    Args:
        near: what is planned within `AROUND` of it; the item itself may be among them.
    """
    # What comes again says the same each time; that is no mistake.
    near = [one for one in near if not item.series or one.series != item.series]
    found = conflicts_of(as_planned(item), [as_planned(one) for one in near])
    titles = {one.key: title_of(one) for one in near}
    return [conflict_told(one, titles, item.key) for one in found[:MOST_CLASHES]]


def gaps(
    items: Sequence[PlanItem], targets: Iterable[str], span: Span, zone: ZoneInfo, now: datetime
) -> list[tuple[str, datetime]]:
    """Returns when a post would have room among those of a span, in words and as a time.

    Args:
        targets: profiles it would go to; every profile of the items if there are none.
    """
    begin = max(span.begin, now + SOONEST)
    if begin >= span.end:
        return []
    every = frozenset(targets) or frozenset(key for one in items for key in one.targets)
    near = [as_planned(one) for one in items]
    found = best_gaps(near, every, begin, min(span.end, begin + FURTHEST), zone, {})
    return [(when_told(gap.at, zone), gap.at) for gap in found]
