"""Where in a plan there is room, and when people read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from controlroom.model.frozen import dataclass
from controlroom.outbound.schedule.planned import Planned
from controlroom.outbound.schedule.zones import wall

STEP = timedelta(minutes=15)
ROOM = timedelta(minutes=30)
_QUIET = range(7)
"""Hours in which nothing is proposed: news of the night is no news one plans."""

Hours = Mapping[tuple[int, int], float]
"""How much is read at an hour of a weekday (0 for Monday), in any unit."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A time that is free.

    Attributes:
        apart: to the nearest draft on any of the profiles; at most a day.
        share: of the best hour's readers, 0 to 1; 0.5 where nothing is known.
    """

    at: datetime
    apart: timedelta
    share: float


def best_gaps(
    plan: Sequence[Planned],
    targets: frozenset[str],
    begin: datetime,
    end: datetime,
    zone: ZoneInfo,
    hours: Hours,
    most: int = 3,
) -> list[Gap]:
    """Returns the best free times between two moments, an hour apart at least, the best first."""
    near = [one for one in plan if one.targets & targets]
    found = sorted(_free(near, begin, end, zone, hours), key=lambda gap: (-_worth(gap), gap.at))
    chosen: list[Gap] = []
    for gap in found:
        if all(abs(gap.at - other.at) >= timedelta(hours=1) for other in chosen):
            chosen.append(gap)
        if len(chosen) == most:
            break
    return chosen


def _free(
    near: Sequence[Planned], begin: datetime, end: datetime, zone: ZoneInfo, hours: Hours
) -> Iterator[Gap]:
    best = max(hours.values(), default=0.0)
    at = begin + (STEP - timedelta(seconds=begin.timestamp() % STEP.total_seconds())) % STEP
    while at < end:
        shown = wall(at, zone)
        apart = min((_apart(at, one) for one in near), default=timedelta(days=1))
        if apart >= ROOM and shown.hour not in _QUIET:
            share = hours.get((shown.weekday(), shown.hour), 0.0) / best if best else 0.5
            yield Gap(at, min(apart, timedelta(days=1)), share)
        at += STEP


def _apart(at: datetime, one: Planned) -> timedelta:
    if one.at <= at <= one.until:
        return timedelta(0)
    return min(abs(at - one.at), abs(at - one.until))


def _worth(gap: Gap) -> float:
    """Readers count most; beyond two hours of room more of it is worth nothing."""
    room = min(gap.apart / timedelta(hours=2), 1.0)
    return gap.share + 0.3 * room
