"""The engine of the house that is open: started with it, ended with it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from controlroom.link import EngineLink
from controlroom.model.changes import Changes
from controlroom.store.cache.sources import SourceList

if TYPE_CHECKING:
    from controlroom.house import House

log = logging.getLogger(__name__)


class EngineRoom:
    """Runs the engine while a house is open that has something to read.

    Args:
        changed: called on the loop's thread with the ids of posts the engine has written.
        trouble: called there with a sentence for the operator.
        running: called there with True once the engine reads, with False when it has died.
    """

    def __init__(
        self,
        changed: Callable[[Changes], None],
        trouble: Callable[[str], None],
        running: Callable[[bool], None],
    ) -> None:
        self._changed, self._trouble, self._running = changed, trouble, running
        self._link: EngineLink | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def open(self, house: "House") -> None:
        """Starts the engine; without streams there is nothing to read and it stays away."""
        if house.cache is None or not SourceList(house.cache.database).streams():
            return
        self._link = EngineLink(
            house.folder,
            house.key.reveal(),
            changed=self._changed,
            trouble=self._trouble,
            running=self._running,
        )
        self._own(self._link.run())

    def close(self) -> None:
        """Begins to end the engine."""
        link, self._link = self._link, None
        if link is not None:
            self._own(link.stop())

    async def closed(self) -> None:
        """Ends the engine and returns when it has gone."""
        self.close()
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _own(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("the engine's keeper failed", exc_info=task.exception())
