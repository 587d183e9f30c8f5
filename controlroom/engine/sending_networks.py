"""The networks as a sender sees them: a writer for each, allowances shared with reading."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from controlroom.engine.seats import utc_now
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Budget, Capabilities, Seat
from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.registry import NETWORKS, capabilities_of, make_writer
from controlroom.feeds.servers import Servers
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import WayOut, Writer
from controlroom.intake.purses import Purses
from controlroom.intake.wanting import Wanted
from controlroom.model.errors import OurError, WorldError
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.content import Act
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind

log = logging.getLogger(__name__)

_LOOKED_UP_S = 2.0


class UnknownProfile(WorldError):
    sentence = "The profile {profile} is not among those of this computer."
    remedy = "Connect it, then send this again."


class WritingNetworks:
    """`Networks` of the sending room. Safe in several threads.

    Args:
        profiles: gives those that are here; asked now and then.
        purses: the allowances, shared with whatever reads; None where nobody counts.
        limits: how long answers are waited for, where that is not what the networks' data say.
    """

    def __init__(
        self,
        profiles: Callable[[], Sequence[Profile]],
        sign_ins: SignIns,
        servers: Callable[[str], str] | None = None,
        networks: Mapping[str, str] = NETWORKS,
        purses: Purses | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._read, self._sign_ins, self._networks = profiles, sign_ins, networks
        self._servers, self._purses, self._limits = servers or Servers(), purses, limits
        self._lock = threading.Lock()
        self._known: Mapping[str, Profile] = MappingProxyType({})
        self._known_at = -_LOOKED_UP_S
        self._writers: dict[str, Writer] = {}

    def ways(self, network: str) -> Mapping[Act, WayOut]:
        try:
            return writing_of(network).ways
        except OurError:
            log.exception("nobody can write to %s", network)
            return {}

    def writer(self, profile: str) -> Writer:
        """Raises `UnknownProfile`, and what making a writer raises."""
        with self._lock:
            found = self._writers.get(profile)
            if found is None:
                known = self._profile(profile)
                seat = Seat(known, self._sign_ins.of(known.id), utc_now, self._servers)
                found = make_writer(known.network, seat, self._networks, self._limits)
                self._writers[profile] = found
            return found

    def sign_in(self, profile: str) -> object:
        try:
            with self._lock:
                known = self._profile(profile)
        except WorldError:
            return None
        return self._sign_ins.of(known.id).credential()

    def pay(self, profile: str, way: WayOut, now: datetime) -> datetime:
        wanted = self._wanted(profile)
        if wanted is None or self._purses is None:
            return now
        return self._purses.pay_to_send(wanted, now, way.draws)

    def answered(self, profile: str, way: WayOut, budgets: Iterable[Budget], now: datetime) -> None:
        wanted = self._wanted(profile)
        if wanted is not None and self._purses is not None:
            self._purses.answered(wanted, budgets, now, way.draws)

    def close(self) -> None:
        with self._lock:
            writers, self._writers = list(self._writers.values()), {}
        for writer in writers:
            writer.close()

    def _profile(self, key: str) -> Profile:
        """Returns a profile by its key; to be called with the lock. Raises `UnknownProfile`."""
        if key not in self._known and time.monotonic() - self._known_at >= _LOOKED_UP_S:
            self._known = {profile_key(one): one for one in self._read()}
            self._known_at = time.monotonic()
        if key not in self._known:
            raise UnknownProfile(profile=key)
        return self._known[key]

    def _wanted(self, key: str) -> Wanted | None:
        """Returns in whose hand the allowances of a profile are."""
        try:
            with self._lock:
                profile = self._profile(key)
            offers: Capabilities = capabilities_of(profile.network, self._networks)
        except (WorldError, OurError):
            return None
        source = Source(profile.network, SourceKind.POSTS, profile.id)
        scope = profile.network, profile.host, profile.id
        app = self._sign_ins.of(profile.id).credential().app.id
        return Wanted(source, (), scope, offers, app=app)
