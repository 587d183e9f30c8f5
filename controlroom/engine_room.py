"""The engine of the house that is open: started with it, ended with it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from controlroom.link import Ears, EngineLink
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.model.guard import Guard
from controlroom.store.cache.sources import SourceList

if TYPE_CHECKING:
    from controlroom.house import House

log = logging.getLogger(__name__)


class EngineRoom:
    """Runs the engine while a house is open.

    Args:
        ears: called on the loop's thread with what the engine says; `renewed` is the room's own.
        servers: in an exercise, where its networks are; the engine is sealed then.
        own: returns the force's own sites and phones as the settings have them; called aside.
    """

    def __init__(
        self,
        ears: Ears,
        servers: Mapping[str, str] | None = None,
        own: Callable[[], tuple[str, str]] = lambda: ("", ""),
    ) -> None:
        self._servers, self._own_lines = servers, own
        self._ears = replace(ears, renewed=self._renewed)
        self._link: EngineLink | None = None
        self._house: House | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._keychain = ThreadPoolExecutor(1, thread_name_prefix="keychain")

    def open(self, house: "House") -> None:
        """Starts the engine."""
        self._house = house
        self._link = EngineLink(
            house.folder,
            house.key.reveal(),
            self._ears,
            sign_ins=self._sign_ins,
            guard=self._guard,
            servers=self._servers,
            team=house.team,
        )
        self._own(self._link.run())

    def say(self, **order: Any) -> None:
        """Gives the engine an order; lost while none runs."""
        if self._link is not None:
            self._link.say(**order)

    def keep(
        self, profile: int, credential: Credential, kept: Callable[[WorldError | None], None]
    ) -> None:
        """Gives a sign-in to the keychain and the engine, then calls `kept` with what failed."""
        self._own(self._keep(profile, credential, kept))

    def guard(self) -> None:
        """Tells the engine what the checks are to know, which may be other than before."""
        if self._link is not None:
            self._own(self._tell_guard())

    def close(self) -> None:
        """Begins to end the engine."""
        link, self._link = self._link, None
        self._house = None
        if link is not None:
            self._own(link.stop())

    async def closed(self) -> None:
        """Ends the engine and returns when it has gone."""
        self.close()
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        self._keychain.shutdown(wait=True)

    def _sign_ins(self) -> Mapping[int, Credential]:
        """Reads them from the keychain; without it the engine reads what needs no sign-in."""
        house = self._house
        if house is None or house.cache is None:
            return {}
        try:
            profiles = SourceList(house.cache.database).profiles()
            return house.sign_ins.of(profile.id for profile in profiles)
        except WorldError as error:
            log.warning("%s", error)
            return {}

    def _guard(self) -> Guard:
        """Without the keychain the engine does not find what stands on the case lists."""
        house = self._house
        if house is None or house.team:
            # Nothing leaves from a workstation of a team.
            return Guard()
        try:
            return Guard(_case_key(house), *self._own_lines())
        except WorldError as error:
            log.warning("%s", error)
            return Guard("", *self._own_lines())

    async def _tell_guard(self) -> None:
        loop = asyncio.get_running_loop()
        self.say(guard=await loop.run_in_executor(self._keychain, self._guard))

    def _renewed(self, profile: int, credential: Credential) -> None:
        def kept(error: WorldError | None) -> None:
            if error is not None:
                self._ears.trouble(error.told())

        self._own(self._keep(profile, credential, kept, tell_engine=False))

    async def _keep(
        self,
        profile: int,
        credential: Credential,
        kept: Callable[[WorldError | None], None],
        *,
        tell_engine: bool = True,
    ) -> None:
        house, loop = self._house, asyncio.get_running_loop()
        if house is None:
            return
        try:
            await loop.run_in_executor(self._keychain, house.sign_ins.save, profile, credential)
        except WorldError as error:
            kept(error)
            return
        if tell_engine:
            self.say(sign_ins={str(profile): credential})
        kept(None)

    def _own(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("the engine's keeper failed", exc_info=task.exception())


def _case_key(house: "House") -> str:
    # Imported here: the words of the checks are not needed before anything is written.
    from controlroom.outbound.case_lists.late import keys_of

    match = keys_of(house.case_keys()).match
    return match.reveal().hex() if match is not None else ""
