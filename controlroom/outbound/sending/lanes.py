"""Who may work now: one at a time on a profile, few on a server, so many in all."""

import threading
from collections import Counter
from datetime import datetime
from functools import lru_cache

from controlroom.model.frozen import dataclass
from controlroom.outbound.sending.pace import Pace


@dataclass(frozen=True, slots=True)
class _Lane:
    profile: str
    host: str
    network: str


@lru_cache(4_096)
def _lane(profile: str) -> _Lane:
    network, _, rest = profile.partition("/")
    return _Lane(profile, f"{network}/{rest.partition('/')[0]}", network)


class Lanes:
    """Counts who is under way and remembers who rests. Safe in several threads."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._lock = threading.Lock()
        self._under_way: set[str] = set()
        self._count: Counter[str] = Counter()
        self._rests: dict[str, datetime] = {}
        self._signed_out: dict[str, object] = {}

    def enter(self, profile: str) -> bool:
        """Takes a place, if there is one; then `leave` has to follow."""
        lane = _lane(profile)
        with self._lock:
            if not self._has_room(lane):
                return False
            self._under_way.add(profile)
            self._count.update((f"host {lane.host}", f"network {lane.network}"))
            return True

    def leave(self, profile: str) -> None:
        """Gives a place back."""
        lane = _lane(profile)
        with self._lock:
            self._under_way.discard(profile)
            self._count.subtract((f"host {lane.host}", f"network {lane.network}"))

    def has_room(self, profile: str) -> bool:
        """Returns whether there is a place."""
        with self._lock:
            return self._has_room(_lane(profile))

    def is_under_way(self, profile: str) -> bool:
        """Returns whether somebody has entered and not left."""
        with self._lock:
            return profile in self._under_way

    @property
    def busy(self) -> int:
        """How many are under way."""
        with self._lock:
            return len(self._under_way)

    def rest(self, profile: str, until: datetime) -> None:
        """Lets a profile alone until then: what waits for it must not burn."""
        with self._lock:
            self._rests[profile] = max(until, self._rests.get(profile, until))

    def sign_out(self, profile: str, sign_in: object) -> None:
        """Lets a profile alone until it has another sign-in than this."""
        with self._lock:
            self._signed_out[profile] = sign_in

    def opens(self, profile: str, now: datetime, sign_in: object) -> datetime | None:
        """Returns from when on a profile is not let alone; None while nobody can say."""
        with self._lock:
            if profile in self._signed_out:
                if self._signed_out[profile] == sign_in:
                    return None
                del self._signed_out[profile]
            return max(now, self._rests.get(profile, now))

    def _has_room(self, lane: _Lane) -> bool:
        return (
            lane.profile not in self._under_way
            and len(self._under_way) < self._pace.at_once
            and self._count[f"host {lane.host}"] < self._pace.per_host
            and self._count[f"network {lane.network}"] < self._pace.per_network
        )
