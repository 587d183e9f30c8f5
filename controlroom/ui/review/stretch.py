"""A stretch of a histogram by its steps. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from controlroom.model.found import Histogram


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps from `first` to `last`, `last` excluded, of `steps` in all; never empty."""

    first: int
    last: int
    steps: int

    def is_whole(self) -> bool:
        """Returns whether nothing is left out."""
        return self.first == 0 and self.last == self.steps

    def with_first(self, first: int) -> "Stretch":
        """Returns the same with another beginning."""
        return replace(self, first=max(0, min(first, self.last - 1)))

    def with_last(self, last: int) -> "Stretch":
        """Returns the same with another end."""
        return replace(self, last=min(self.steps, max(last, self.first + 1)))

    def moved(self, by: int) -> "Stretch":
        """Returns a stretch as long as this one, somewhere else."""
        by = max(-self.first, min(by, self.steps - self.last))
        return replace(self, first=self.first + by, last=self.last + by)


def whole(steps: int) -> Stretch:
    """Returns a stretch that leaves nothing out."""
    return Stretch(0, max(1, steps), max(1, steps))


def between(one: int, other: int, steps: int) -> Stretch:
    """Returns the stretch from one step to another, both in it, in either order."""
    first, last = sorted((max(0, min(one, steps - 1)), max(0, min(other, steps - 1))))
    return Stretch(first, last + 1, max(1, steps))


def of_times(found: Histogram, since: datetime | None, until: datetime | None) -> Stretch:
    """Returns the steps that lie in a stretch of time, at least one."""
    steps = len(found.counts)
    first = _step_at(found, since) if since else 0
    last = -(-_seconds(found, until) // _length(found)) if until else steps
    first = max(0, min(first, steps - 1))
    return Stretch(first, max(first + 1, min(steps, last)), steps)


def to_times(found: Histogram, stretch: Stretch) -> tuple[datetime | None, datetime | None]:
    """Returns beginning and end of a stretch; None where it goes to the end of the histogram."""
    since = found.start + stretch.first * found.step if stretch.first else None
    until = found.start + stretch.last * found.step if stretch.last < stretch.steps else None
    return since, until


def _step_at(found: Histogram, at: datetime) -> int:
    return _seconds(found, at) // _length(found)


def _seconds(found: Histogram, at: datetime) -> int:
    return int((at - found.start).total_seconds())


def _length(found: Histogram) -> int:
    return max(1, int(found.step.total_seconds()))
