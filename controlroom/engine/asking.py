"""What servers take is asked when a profile is connected, and again now and then."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from controlroom.engine.machinery import Machinery
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Feed
from controlroom.intake.wanting import Wanted
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from controlroom.store.cache.servers import ServerKeeper

if TYPE_CHECKING:
    from controlroom.feeds.base import TellsOfServer

log = logging.getLogger(__name__)

EACH = timedelta(hours=6)
"""What a server takes changes with its software or by a word of its owner, a few times a year."""
TRIED_EACH = timedelta(minutes=10)
Key = tuple[str, str]
"""Network and host."""


@dataclass(slots=True)
class Asking:
    """Chooses whom to ask, and asks. All but `ask` and `close` is for one thread.

    Attributes:
        profiles: gives those that are here; may wait for the disk.
    """

    machinery: Machinery
    sign_ins: SignIns
    profiles: Callable[[], Sequence[Profile]]
    keeper: ServerKeeper
    now: Callable[[], datetime]
    _tried: dict[Key, tuple[datetime, int]] = field(default_factory=dict)
    _open: set[Feed] = field(default_factory=set)

    def choose(self) -> list[Wanted]:
        """Returns for each server that is to be asked through which profile, and counts that.

        A profile whose sign-in has ended keeps no server from being asked: the next time it is
        another's turn. Raises what the cache raises.
        """
        told, chosen = self.keeper.asked(), []
        for key, through in self._signed_in().items():
            tried_at, times = self._tried.get(key, (None, 0))
            if self._is_past(told.get(key), EACH) and self._is_past(tried_at, TRIED_EACH):
                self._tried[key] = self.now(), times + 1
                chosen.append(through[times % len(through)])
        return chosen

    def try_again(self) -> None:
        """Those that did not answer may do so now: somebody has signed in."""
        self._tried.clear()

    def ask(self, wanted: Wanted) -> bool:
        """Asks one, if the budget allows it; returns whether it takes other things than before.

        For a thread of readers. Raises `ReadError`, and what writing raises.
        """
        purses, draws = self.machinery.purses, wanted.capabilities.server_draws
        if not purses.spend(wanted, self.now(), pressing=False, draws=draws):
            return False
        feed = self.machinery.feeds.new(wanted)
        self._open.add(feed)
        try:
            told = cast("TellsOfServer", feed).server()
        finally:
            self._open.discard(feed)
            feed.close()
            purses.answered(wanted, (), self.now(), draws)
        network, host, _ = wanted.scope
        with self.machinery.writing:
            return self.keeper.keep(network, host, told, self.now())

    def close(self) -> None:
        """Hangs up on those that are being asked."""
        for feed in tuple(self._open):
            feed.close()

    def _signed_in(self) -> dict[Key, list[Wanted]]:
        found: dict[Key, list[Wanted]] = {}
        for one in self.profiles():
            offers = self.machinery.feeds.capabilities(one.network)
            credential = self.sign_ins.of(one.id).credential()
            if offers.server_draws and credential.access:
                source = Source(one.network, SourceKind.POSTS, one.id)
                scope = one.network, one.host, one.id
                wanted = Wanted(source, (), scope, offers, app=credential.app.id)
                found.setdefault(scope[:2], []).append(wanted)
        return found

    def _is_past(self, at: datetime | None, each: timedelta) -> bool:
        return at is None or abs(self.now() - at) >= each
