"""Chores that wait for an idle moment: a small step, a look whether there is work, and on."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor

from controlroom.model.errors import WorldError

log = logging.getLogger(__name__)

_BETWEEN_S = 0.1
_BUSY_S = 1.0
_ASLEEP_S = 15.0


class Housekeeping:
    """Does chores step by step for as long as nothing else is to be done.

    Args:
        step: does a little, short enough for work to wait for it; returns whether more is left.
        idle: tells whether there is nothing else to do; asked before every step.
        pool: where steps run, one at a time.
        between_s, busy_s, asleep_s: seconds of rest after a step, while there is work, and when
            nothing was left to do.
    """

    def __init__(
        self,
        step: Callable[[], bool],
        idle: Callable[[], bool],
        pool: Executor,
        *,
        between_s: float = _BETWEEN_S,
        busy_s: float = _BUSY_S,
        asleep_s: float = _ASLEEP_S,
    ) -> None:
        self._step = step
        self._idle = idle
        self._pool = pool
        self._between_s = between_s
        self._busy_s = busy_s
        self._asleep_s = asleep_s

    async def work(self) -> None:
        """Goes on until it is cancelled; a step under way then ends in its thread."""
        while True:
            rest_s = await self._next()
            await asyncio.sleep(rest_s)

    async def _next(self) -> float:
        """Does a step if it may; returns the seconds to rest."""
        if not self._idle():
            return self._busy_s
        try:
            more = await asyncio.get_running_loop().run_in_executor(self._pool, self._step)
        except WorldError as error:
            # Chores can wait; who has to be told of a full disk is told by those who write.
            log.warning("%s", error)
            return self._asleep_s
        return self._between_s if more else self._asleep_s
