"""How often each network is read, from what the engine says of its sources. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from controlroom.ui.profiles.facts import moment_of


@dataclass(frozen=True, slots=True)
class Pace:
    """One network.

    Attributes:
        last_read: the latest read of any source, None if there was none.
        quickest_s, slowest_s: between two reads of a source, over those that are read by asking.
        asked: how many those are; 0 leaves both times 0.
        pushed: how many the network sends by itself.
    """

    last_read: datetime | None
    quickest_s: float
    slowest_s: float
    asked: int
    pushed: int


@dataclass(slots=True)
class Paces:
    """Keeps the latest word of every source."""

    _told: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    def hear(self, told: Mapping[str, Any]) -> None:
        """Takes what the engine says of a source."""
        if told.get("source") and "pace" in told:
            self._told[told["source"]] = told

    def of(self, network: str) -> Pace | None:
        """Returns how a network is read, None if nothing was told of it yet."""
        told = [one for one in self._told.values() if one.get("network") == network]
        if not told:
            return None
        reads = [at for one in told if (at := moment_of(one.get("last_read")))]
        pushed = sum(bool(one.get("pushed")) for one in told)
        asked = [float(one["pace"]) for one in told if not (one.get("pushed") or one.get("asleep"))]
        return Pace(
            last_read=max(reads, default=None),
            quickest_s=min(asked, default=0.0),
            slowest_s=max(asked, default=0.0),
            asked=len(asked),
            pushed=pushed,
        )
