"""What a sweep knows of the one before: when that began, and how many items each thing had."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from controlroom.feeds.graph.moments import moment_of

LATE = timedelta(minutes=2)
"""How much later than it says an item may turn up."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known.

    Attributes:
        since: everything older has come.
        counts: items by thing.
    """

    since: datetime
    counts: Mapping[str, int]


def known_of(mark: str) -> Known | None:
    """Returns what a mark says, None for "" and for what is none."""
    told, *counts = mark.split() or [""]
    since = moment_of(told)
    if since is None:
        return None
    pairs = (one.rpartition(":") for one in counts)
    return Known(since - LATE, {thing: int(n) for thing, _, n in pairs if n.isdecimal()})


def mark_of(began: datetime | None, counts: Mapping[str, int]) -> str:
    """Returns the mark of a sweep, "" while nobody knows when it began."""
    if began is None:
        return ""
    return " ".join([began.isoformat(), *(f"{thing}:{n}" for thing, n in counts.items())])
