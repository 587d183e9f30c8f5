"""The one clock of the house.

It is the real time of day. Only an exercise may lead it: it then runs at the exercise's pace,
stands still or has jumped, in every process that has been told so. Time-outs, pauses between two
tries and whatever moves on the screen go by a real clock all the same.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from controlroom.model.errors import OurError

real_s = time.monotonic
"""Seconds of a clock that never goes back and that all processes of a computer have in common."""


class Unled(OurError):
    """Somebody wanted to change the clock outside an exercise."""


class Pace(NamedTuple):
    """How the clock of an exercise runs; the same in every process.

    Attributes:
        at: what it showed, aware, when `real_s` was `since`.
        speed: times the pace of a real clock; 0 while it stands still.
    """

    at: datetime
    since: float
    speed: float

    def now(self) -> datetime:
        """Returns what it shows, aware, in UTC."""
        return self.at + timedelta(seconds=(real_s() - self.since) * self.speed)


class Lead:
    """An exercise's right to lead the clock of this process."""

    def follow(self, pace: Pace) -> None:
        """Runs like this from now on. Raises `Unled` if the exercise is over."""
        global _pace, _past
        if _lead is not self:
            raise Unled
        if pace != _pace:
            _pace, _past = pace, (*_past[1 - _REMEMBERED :], pace)

    def end(self) -> None:
        """Goes back to the real time of day, unless another exercise has begun."""
        global _lead, _pace, _past
        if _lead is self:
            _lead = _pace = None
            _past = ()


_lead: Lead | None = None
_pace: Pace | None = None
_past: tuple[Pace, ...] = ()
_REMEMBERED = 100


def begin_exercise(pace: Pace) -> Lead:
    """Lets an exercise lead the clock of this process, until it ends."""
    global _lead
    _lead = Lead()
    _lead.follow(pace)
    return _lead


def now() -> datetime:
    """Returns what the clock shows, aware, in UTC."""
    pace = _pace
    return datetime.now(UTC) if pace is None else pace.now()


def pace() -> Pace | None:
    """Returns the pace of the exercise that leads the clock; None for the real time of day."""
    return _pace


def steady_s() -> float:
    """Returns seconds of a clock that nobody sets, at the pace at which `now` runs."""
    pace = _pace
    return real_s() if pace is None else pace.now().timestamp()


def real_seconds(span: timedelta) -> float | None:
    """Returns how long that is of a real clock, None if the clock stands still."""
    pace = _pace
    if pace is None:
        return span.total_seconds()
    return span.total_seconds() / pace.speed if pace.speed else None


def lived(since: datetime) -> timedelta | None:
    """Returns how long ago a moment of an exercise is by a real clock: what was jumped takes no
    time. None for the real time of day.
    """
    ends = real_s()
    began = ends
    for pace in reversed(_past):
        began = min(_real_at(pace, since), ends)
        if pace.at <= since:
            break
        ends = pace.since
    return timedelta(seconds=real_s() - began) if _past else None


def _real_at(pace: Pace, moment: datetime) -> float:
    if not pace.speed or moment <= pace.at:
        return pace.since
    return pace.since + (moment - pace.at).total_seconds() / pace.speed
