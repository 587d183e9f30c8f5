"""The last hour of a column in figures: bars, and how many posts a minute."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from controlroom.model import clock

if TYPE_CHECKING:
    from controlroom.ui.board.column.answers import Asker

BARS, STEP_S = 15, 240
RECENT_MIN = 5
MINUTE_S = 60


class Hour(NamedTuple):
    """Posts of the last hour, oldest bar first, and how many came a minute lately."""

    bars: tuple[int, ...] = (0,) * BARS
    a_minute: float = 0.0


def hour_of(asker: "Asker") -> Hour:
    """Counts the last hour; runs off the window's thread."""
    now = clock.now()
    return spread(_minutes(asker, now - timedelta(hours=1)), int(now.timestamp()))


def spread(minutes: Mapping[int, int], now_s: int) -> Hour:
    """Returns the hour of posts counted by the second at which their minute begins."""
    bars = [0] * BARS
    for second, number in minutes.items():
        back = (now_s - second) // STEP_S
        if 0 <= back < BARS:
            bars[BARS - 1 - back] += number
    first = now_s - RECENT_MIN * MINUTE_S
    recent = sum(number for second, number in minutes.items() if second >= first)
    return Hour(tuple(bars), recent / RECENT_MIN)


def _minutes(asker: "Asker", since: datetime) -> Mapping[int, int]:
    question = asker.question
    if question.is_plain():
        from controlroom.store.cache.arrivals import Arrivals

        return Arrivals(asker.cache.database).by_step(question.stream, since, MINUTE_S)
    found = asker.cache.histogram(question.since(since), stream=question.stream)
    if found is None:
        return {}
    start, step = int(found.start.timestamp()), int(found.step.total_seconds())
    return {start + place * step: number for place, number in enumerate(found.counts) if number}
