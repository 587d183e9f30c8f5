"""How each network stands as a whole, from what the engine says of its sources. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from controlroom.model.reading import GapCause

SLOW_S = 30.0
"""A read that is later than its pace by this much makes a network slow."""


@dataclass(frozen=True, slots=True)
class NetworkStanding:
    """One network.

    Attributes:
        last_read: the latest read of any source.
        late_s: by how much the source that is latest is behind its pace.
        troubled, sources: how many sources cannot be read, of how many.
        is_down: most of them cannot be reached; the others have only not been tried since.
        left: the tightest budget's share from 0 to 1, None if unknown; whole at `whole_at`.
        paces: seconds between two reads of a source, the shortest and the longest; 0 for both where
            the network sends everything by itself.
        today: money spent on reads today, by currency.
    """

    network: str
    last_read: datetime | None
    late_s: float
    troubled: int
    sources: int
    is_down: bool
    left: float | None
    whole_at: datetime | None
    paces: tuple[float, float]
    today: Mapping[str, str]


@dataclass(slots=True)
class NetworkFacts:
    """Collects what the engine says, the latest of each source."""

    _told: dict[int, dict[str, Any]] = field(default_factory=dict)

    def hear(self, told: dict[str, Any]) -> None:
        """Takes what the engine says of a source."""
        if told.get("source"):
            self._told[told["source"]] = told

    def forget(self) -> None:
        """Forgets everything: another house is opened."""
        self._told.clear()

    def standings(self, now: datetime) -> list[NetworkStanding]:
        """Returns how the networks stand, by key."""
        by_network: dict[str, list[dict[str, Any]]] = {}
        for told in self._told.values():
            by_network.setdefault(told.get("network", ""), []).append(told)
        return [_standing(key, by_network[key], now) for key in sorted(by_network)]


def _standing(network: str, told: list[dict[str, Any]], now: datetime) -> NetworkStanding:
    reads = [moment for one in told if (moment := moment_of(one.get("last_read")))]
    told_budgets = [budget for one in told for budget in one.get("budgets", ())]
    # Until the network has told how much is left there is nothing to show.
    budgets = [one for one in told_budgets if one.get("limit") and one.get("remaining") is not None]
    tightest = min(budgets, key=_share, default=None)
    return NetworkStanding(
        network=network,
        last_read=max(reads, default=None),
        late_s=max((_late(one, now) for one in told), default=0.0),
        troubled=sum(one.get("now", "live") != "live" for one in told),
        sources=len(told),
        is_down=2 * sum(one.get("now") == GapCause.NETWORK_DOWN for one in told) > len(told),
        left=_share(tightest) if tightest else None,
        whole_at=moment_of(tightest.get("resets_at")) if tightest else None,
        paces=_paces(told),
        today=_today(told),
    )


def _late(told: dict[str, Any], now: datetime) -> float:
    read = moment_of(told.get("last_read"))
    if read is None or told.get("pushed") or told.get("asleep"):
        return 0.0
    return max(0.0, (now - read).total_seconds() - float(told.get("pace", 0.0)))


def _share(budget: dict[str, Any]) -> float:
    return float(budget["remaining"]) / float(budget["limit"])


def _paces(told: list[dict[str, Any]]) -> tuple[float, float]:
    asked = [
        float(one.get("pace", 0.0)) for one in told if not (one.get("pushed") or one.get("asleep"))
    ]
    return min(asked, default=0.0), max(asked, default=0.0)


def _today(told: list[dict[str, Any]]) -> Mapping[str, str]:
    bills = [one["cost"]["today"] for one in told if one.get("cost", {}).get("today")]
    return max(bills, key=lambda bill: sum(float(v) for v in bill.values()), default={})


def moment_of(told: object) -> datetime | None:
    """Returns the moment in a text, None for anything else."""
    if not isinstance(told, str):
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
