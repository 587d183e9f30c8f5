"""What time it is, when the clock may be wrong: never early, never late.

The time of day is held against a clock that nobody sets. Where they part, nobody knows which is
right: what was planned before may then leave only if both say so, and what a person decided since
goes by the clock they saw.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.delivery import LATE_AFTER_S, Delivery

TRIFLE = timedelta(seconds=30)
"""What setting a clock right may come to from one look to the next."""
LATE_AFTER = timedelta(seconds=LATE_AFTER_S)


@dataclass(frozen=True, slots=True)
class Moment:
    """The time, as far as it is known.

    Attributes:
        shown: by the record's clock.
        least, most: it is not before and not after these.
        doubted_from: entries behind this one were made since the clock is in doubt; 0 if it is not.
    """

    shown: datetime
    least: datetime
    most: datetime
    doubted_from: int = 0

    def may_leave(self, delivery: Delivery) -> bool:
        """Returns whether a delivery is due and not late; a withdrawal never is."""
        if delivery.due is None:
            return False
        least, most = self.least, self.most
        if self.doubted_from and _decided_when_due(delivery, self.doubted_from):
            least = most = self.shown
        on_time = delivery.key.withdraws or most <= delivery.due + LATE_AFTER
        return delivery.due <= least and on_time


class Times:
    """Asked at least every half minute.

    Args:
        now: the record's clock.
        running: seconds of a clock that nobody sets.
    """

    def __init__(self, now: Callable[[], datetime], running: Callable[[], float]) -> None:
        self._now, self._running = now, running
        self._anchor: tuple[datetime, float] | None = None
        self._doubted_from = 0

    @property
    def in_doubt(self) -> bool:
        """Whether the clock has jumped, as of the last look."""
        return bool(self._doubted_from)

    def look(self, stamped: datetime, seq: int) -> Moment:
        """Returns what time it is.

        Args:
            stamped: when the last entry of the record was made.
            seq: that entry.
        """
        now, reckoned = self._now(), self._reckoned()
        if reckoned is None or abs(now - reckoned) <= TRIFLE:
            self._anchor, self._doubted_from = (now, self._running()), 0
            reckoned = now
        elif not self._doubted_from:
            self._doubted_from = max(seq, 1)
        latest = now if self._doubted_from else max(now, stamped)
        return Moment(now, min(now, reckoned), max(latest, reckoned), self._doubted_from)

    def _reckoned(self) -> datetime | None:
        if self._anchor is None:
            return None
        at, running = self._anchor
        return at + timedelta(seconds=self._running() - running)


def _decided_when_due(delivery: Delivery, doubted_from: int) -> bool:
    """Whether a person has let it leave at once, since."""
    if delivery.seq <= doubted_from or delivery.since is None or delivery.due is None:
        return False
    return delivery.due <= delivery.since
