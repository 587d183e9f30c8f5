"""The engine of a workstation in a team: as any other, but the team's archive brings the posts."""

import asyncio
from collections.abc import Mapping

from controlroom.engine.following import Following, TeamNews
from controlroom.engine.reader import Reader
from controlroom.engine.sign_ins import SignIns
from controlroom.engine.telling import Line
from controlroom.feeds.servers import Servers
from controlroom.model.errors import WorldError
from controlroom.pipes import Voice
from controlroom.store.archive.reading import ArchiveReader
from controlroom.store.cache.writer import CacheWriter


class FilledByTheStation(WorldError):
    sentence = "The station fills gaps by itself."
    remedy = "What comes of it appears here."


class FollowingReader(Reader):
    """Reads no network; pictures, retention and the desk's other orders are as ever.

    It says `team`, a `TeamNews`, whenever that changes, `state` of every source of which the
    station told how it stands, and `added` without any id when it has other profiles or streams.

    Args:
        team: the address of the team's database, with everything that signs in to it.
    """

    def __init__(
        self,
        writer: CacheWriter,
        voice: Voice,
        networks: Mapping[str, str],
        servers: Servers,
        team: str,
    ) -> None:
        super().__init__(writer, voice, SignIns(), networks, servers)
        self._following = Following(
            ArchiveReader(team),
            writer,
            self._machinery.gatherer.put,
            writing=self._machinery.writing,
            reload=self._reload_soon,
            tell=self._tell_of_team,
            read=self._tell_of_source,
        )

    async def work(self) -> None:
        self._following.begin()
        await super().work()

    async def _reload(self) -> None:
        """Knows profiles and streams, and wants nothing from any network."""
        await self._hands.keep(self._machinery.load)
        self._voice.say_surely(added={"ticket": 0, "ids": []})

    async def _fill(self, number: int) -> None:
        self._tell_error(FilledByTheStation())

    async def _end(self) -> None:
        # Before the cache's writer goes, on whom it may be waiting.
        await asyncio.to_thread(self._following.end)
        await super()._end()

    def _reload_soon(self) -> None:
        """Called in the thread that follows."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(lambda: self._hands.start(self._reload()))

    def _tell_of_team(self, news: TeamNews) -> None:
        self._voice.say(team=news)

    def _tell_of_source(self, line: Line) -> None:
        self._voice.say(state=line)
