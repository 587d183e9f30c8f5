"""The feeds the engine reads with, each made when it is first needed."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Capabilities, Feed, Seat
from controlroom.feeds.registry import capabilities_of, make_feed
from controlroom.feeds.servers import Servers
from controlroom.intake.wanting import Scope, Wanted
from controlroom.model import clock
from controlroom.model.profile import Profile


def utc_now() -> datetime:
    """Returns the time of day, aware; in an exercise its own."""
    return clock.now()


class Feeds:
    """One feed for every profile, and for every server where nobody signs in.

    Safe in several threads; a feed itself is for one at a time.
    """

    def __init__(
        self,
        sign_ins: SignIns,
        servers: Callable[[str], str] | None,
        networks: Mapping[str, str],
    ) -> None:
        self._sign_ins = sign_ins
        self._servers = servers or Servers()
        self._networks = networks
        self._lock = threading.Lock()
        self._made: dict[Scope, Feed] = {}
        self._profiles: dict[int, Profile] = {}

    def know(self, profiles: Sequence[Profile]) -> None:
        """Takes over the profiles; feeds of those that have changed are made anew."""
        with self._lock:
            known = {profile.id: profile for profile in profiles}
            changed = [s for s in self._made if known.get(s[2]) != self._profiles.get(s[2])]
            gone = [self._made.pop(scope) for scope in changed]
            self._profiles = known
        for feed in gone:
            feed.close()

    def of(self, wanted: Wanted) -> Feed:
        """Returns the feed of a scope. Raises what making it raises."""
        with self._lock:
            if wanted.scope not in self._made:
                self._made[wanted.scope] = self._new(wanted)
            return self._made[wanted.scope]

    def new(self, wanted: Wanted) -> Feed:
        """Returns a feed of its own, for whoever listens. Raises what making it raises."""
        with self._lock:
            return self._new(wanted)

    def capabilities(self, network: str) -> Capabilities:
        """Returns what a network offers. Raises `UnknownNetwork`."""
        return capabilities_of(network, self._networks)

    def close(self) -> None:
        """Hangs up everywhere."""
        with self._lock:
            feeds, self._made = list(self._made.values()), {}
        for feed in feeds:
            feed.close()

    def _new(self, wanted: Wanted) -> Feed:
        profile = self._profiles.get(wanted.source.profile)
        sign_in = self._sign_ins.of(wanted.source.profile)
        seat = Seat(profile, sign_in, utc_now, self._servers, self._profiles.get)
        return make_feed(wanted.source.network, seat, self._networks)
