"""A workstation in a team: its cache follows the team's archive, and no network is read."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from controlroom.engine.station import listing
from controlroom.engine.team_source import TeamSource
from controlroom.engine.team_standing import TeamStanding
from controlroom.engine.telling import Line
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.errors import WorldError
from controlroom.store.archive.position import Position, PositionKeeper
from controlroom.store.archive.reading import ArchivedPost, ArchiveReader, Standing
from controlroom.store.cache.writer import CacheWriter

if TYPE_CHECKING:
    from concurrent.futures import Future

log = logging.getLogger(__name__)

LOOK_S = 1.0
"""How often it looks where nothing has woken it: a notice may be lost, what lies there is not."""
REST_S = 1.0
_BREATH_S = 0.05
_WRITTEN = 1_000
"""Posts of one batch: others write to the cache too."""
CLOCK_MAY_BE_OFF = timedelta(seconds=2)

Put = Callable[[Sequence[Sighting], Sequence[Disappearance]], "Future[None]"]


class NotInTheTeam(WorldError):
    """The login is good, and the record says that nobody with that number is here."""

    sentence = "The team's record does not know you as somebody who is here."
    remedy = "Ask who manages the team; what is on this computer stays readable."


@dataclass(frozen=True, slots=True)
class TeamNews:
    """How following stands.

    Attributes:
        online: whether the team's database answers and lets this login in.
        text: what keeps it, as a sentence; "" while it is online.
        seq: everything up to this number is in the cache.
        head: the last number there is in the archive, as far as it is known.
        ahead_s: by how many seconds this computer's clock is ahead of the database's, 0.0 as long
            as that is no more than two.
    """

    online: bool
    text: str = ""
    seq: int = 0
    head: int = 0
    ahead_s: float = 0.0


class Following:
    """Follows from `begin` to `end`, in a thread of its own.

    What comes twice changes nothing, so it may break off anywhere and go on from what it last
    remembered.

    Args:
        archive: closed at the end.
        put: hands sightings to the cache; the result is there when they are written.
        writing: held by whoever writes to the cache.
        reload: called in the thread when profiles or streams were added.
        tell: called in the thread with every change of how it stands.
        read: called in the thread with every source of which the station said how it stands, once
            everything it had read by then is in the cache.
    """

    def __init__(
        self,
        archive: ArchiveReader,
        cache: CacheWriter,
        put: Put,
        *,
        writing: threading.Lock,
        reload: Callable[[], None],
        tell: Callable[[TeamNews], None],
        read: Callable[[Line], None],
    ) -> None:
        self._archive, self._cache, self._put = archive, cache, put
        self._writing, self._reload, self._tell = writing, reload, tell
        self._read = read
        self._standing = TeamStanding(cache, writing)
        self._reading = 0
        self._tells_reading = False
        self._ask_reading_at = 0.0
        self._keeper = PositionKeeper(cache.database)
        self._at = Position()
        self._news = TeamNews(online=True, text="not asked yet")
        self._ahead_s = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="follow")

    def begin(self) -> None:
        """Begins to follow."""
        self._thread.start()

    def end(self) -> None:
        """Ends; what was not written is read again the next time."""
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._archive.close()

    def _follow(self) -> None:
        while not self._over.is_set():
            try:
                self._begin_anew()
                while not self._over.is_set():
                    before = self._at
                    self._catch_up()
                    if self._at == before:
                        # Any login can send notices: a flood of them costs little this way.
                        self._over.wait(_BREATH_S)
                    self._archive.wait(LOOK_S)
            except CancelledError:
                return
            except WorldError as error:
                log.warning("the team's archive is not followed: %s", error)
                self._say(TeamNews(False, error.told(), self._at.seq, self._news.head))
                self._over.wait(REST_S)

    def _begin_anew(self) -> None:
        """Looks which archive it is: another one, or one put back from a copy, is read anew."""
        about = self._archive.about()
        off = abs(about.ahead) > CLOCK_MAY_BE_OFF
        self._ahead_s = about.ahead.total_seconds() if off else 0.0
        self._reading, self._tells_reading = 0, about.tells_reading
        self._at = self._keeper.position()
        if about.id != self._at.archive or self._is_another_copy():
            self._at = Position(about.id)

    def _is_another_copy(self) -> bool:
        if self._at.at is None or not self._archive.standing().is_here:
            return False
        return not self._archive.holds(self._at.seq, self._at.at)

    def _catch_up(self) -> None:
        """Takes over everything there is."""
        standing = self._archive.standing()
        if not standing.is_here:
            raise NotInTheTeam
        if standing.listing != self._at.listing:
            self._take_listing()
        # Asked for before the posts: then it tells no more than what they bring.
        reading = self._asked_reading()
        source = TeamSource(self._cache.profiles(), self._cache.streams())
        self._catch_up_with_messages(source, standing)
        self._say(self._online(standing))
        while not self._over.is_set():
            page = self._archive.page(self._at.seq)
            if page.upto == self._at.seq:
                self._take_reading(*reading)
                return
            self._take(source, page.posts)
            self._remember(replace(self._at, seq=page.upto, at=page.at))
            self._say(self._online(standing))

    def _take_listing(self) -> None:
        version, body = self._archive.listing()
        try:
            listed = listing.decode(body)
        except msgspec.MsgspecError:
            log.warning("what the station reads is told in a form of another version")
        else:
            with self._writing:
                changed = listing.take_over(listed, self._cache)
            if changed:
                self._reload()
        self._remember(replace(self._at, listing=version))
        # What could not be named before may be now.
        self._reading, self._ask_reading_at = 0, 0.0

    def _asked_reading(self) -> tuple[int, list[str]]:
        """Notices come by the dozen when much is written; how sources stand is no such hurry."""
        if not self._tells_reading or time.monotonic() < self._ask_reading_at:
            return self._reading, []
        self._ask_reading_at = time.monotonic() + LOOK_S
        return self._archive.reading(self._reading)

    def _take_reading(self, version: int, bodies: Sequence[str]) -> None:
        for line in self._standing.take(bodies):
            with suppress(RuntimeError):
                self._read(line)
        self._reading = version

    def _catch_up_with_messages(self, source: TeamSource, standing: Standing) -> None:
        """Fetches the messages of before of profiles that may be read only since now."""
        gained = sorted({*standing.readable} - {*self._at.profiles})
        after = 0
        while gained and after < self._at.seq and not self._over.is_set():
            page = self._archive.messages(gained, after, self._at.seq)
            self._take(source, page.posts)
            after = page.upto
        if standing.readable != self._at.profiles and not self._over.is_set():
            self._remember(replace(self._at, profiles=standing.readable))

    def _take(self, source: TeamSource, posts: Sequence[ArchivedPost]) -> None:
        parts = (posts[at : at + _WRITTEN] for at in range(0, len(posts), _WRITTEN))
        for put in [self._put(source.sightings(part), source.missed(part)) for part in parts]:
            put.result()

    def _remember(self, position: Position) -> None:
        with self._writing:
            self._keeper.save(position)
        self._at = position

    def _online(self, standing: Standing) -> TeamNews:
        head = max(standing.head, self._at.seq)
        return TeamNews(True, "", self._at.seq, head, self._ahead_s)

    def _say(self, news: TeamNews) -> None:
        if news != self._news:
            self._news = news
            with suppress(RuntimeError):
                self._tell(news)
