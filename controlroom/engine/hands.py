"""Those who do the engine's work: readers side by side, one who keeps, and what they are at."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

log = logging.getLogger(__name__)

READERS = 12
"""Reads at the same time."""
T = TypeVar("T")


class Hands:
    """Asked in the loop's thread; what they do runs beside it.

    Args:
        ended: called after each task, with what it raised, None for nothing.

    Attributes:
        reading: how many readers are taken.
        keeping: where the cache is read and written for the engine, one work after the other.
    """

    def __init__(self, ended: Callable[[BaseException | None], None]) -> None:
        self._ended = ended
        self.reading = 0
        self.keeping = ThreadPoolExecutor(1, thread_name_prefix="keep")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._tasks: set[asyncio.Task[None]] = set()

    def is_one_free(self) -> bool:
        """Returns whether a reader can be taken."""
        return self.reading < READERS

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begins something that goes on by itself; at the end it is cancelled."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def read(self, work: Callable[[], T]) -> T:
        """Has a reader do something that waits for a network."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, work)

    async def keep(self, work: Callable[[], T]) -> T:
        """Has something done in the cache, after what was wanted of it before."""
        return await asyncio.get_running_loop().run_in_executor(self.keeping, work)

    async def let_go(self) -> None:
        """Cancels what goes on, and waits until no reader is at anything."""
        for task in list(self._tasks):
            if task is not asyncio.current_task():
                task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._readers.shutdown(wait=True)

    def end(self) -> None:
        """Waits until nothing is being kept any more."""
        self.keeping.shutdown(wait=True)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("a turn failed", exc_info=error)
        self._ended(error)
