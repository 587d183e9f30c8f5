"""How patient a sender is, and why."""

from collections.abc import Callable
from datetime import timedelta

from controlroom.feeds.writing import WayOut
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.delivery import LATE_AFTER_S


def as_the_network_says(way: WayOut) -> timedelta:
    """Returns the settle time of the network's own data."""
    return way.settle


@dataclass(frozen=True, slots=True)
class Pace:
    """Settings of a sender; shortened where time is short, never on a network of the world.

    Attributes:
        at_once: attempts and looks at the same time.
        per_host, per_network: of these, so that one that is slow leaves room for the others.
        begin_s: seconds within which a claim has to be begun; a computer that stood still for
            longer must not send on what it knew before.
        longest_s: seconds after which nothing is published on a claim any more, however long its
            uploads take.
        given_up_s: seconds after which another sender's claim without an outcome counts as
            unknown, where others may be at work; more than `longest_s` and any time-out.
        again_s, again_most_s: pause before the first retry of what surely never arrived, doubled
            each time, and the longest one.
        settle: after this nothing that was on its way appears any more.
        clean: read-backs that found nothing, after which a person may decide.
        looked_later_s: when it is looked for after those, in seconds since the last of them: a
            network may have been slower than it says.
        gone_s: when it is looked whether what was withdrawn is gone, in seconds since then.
        skew_s: by how much the clocks of a network and the record may differ.
        rest_s: pause after a fault of the record.
        end_s: how long what is under way may go on when a sender is to end.
    """

    at_once: int = 48
    per_host: int = 4
    per_network: int = 8
    begin_s: float = 20.0
    longest_s: float = LATE_AFTER_S
    given_up_s: float = 2 * LATE_AFTER_S
    again_s: float = 5.0
    again_most_s: float = 120.0
    settle: Callable[[WayOut], timedelta] = as_the_network_says
    clean: int = 2
    looked_later_s: tuple[float, ...] = (600.0, 3_600.0, 21_600.0)
    gone_s: tuple[float, ...] = (2.0, 10.0, 60.0, 600.0, 3_600.0, 21_600.0)
    skew_s: float = 120.0
    rest_s: float = 2.0
    end_s: float = 3.0
