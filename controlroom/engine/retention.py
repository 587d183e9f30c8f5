"""Removing old posts for the desk: small steps, between the engine's other writing."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable

from controlroom.engine.orders import Retain
from controlroom.engine.telling import changed_line
from controlroom.model.changes import Changes
from controlroom.model.errors import WorldError
from controlroom.pipes import Voice
from controlroom.store.cache.retention import Removed, RetentionPlan
from controlroom.store.cache.writer import CacheWriter

Step = Callable[[], Removed]
REST_S = 0.02
"""Between two steps, so that posts that are waiting to be written come in between."""


class Retention:
    """Carries out the desk's orders to remove what it has shown.

    Args:
        writing: held while the cache is written.
        aside: runs a step where the engine writes, and returns what it removed.
    """

    def __init__(
        self,
        writer: CacheWriter,
        writing: threading.Lock,
        voice: Voice,
        aside: Callable[[Step], Awaitable[Removed]],
    ) -> None:
        self._writer, self._writing, self._voice, self._aside = writer, writing, voice, aside
        self._under_way: set[int] = set()

    async def carry_out(self, order: Retain) -> None:
        """Removes step by step until nothing is left or the order is taken back.

        Says after each step `retained` with `ticket` and `done`, at the end with `ended`; `text`
        then says what has gone wrong, if anything has.
        """
        if order.cancel:
            self._under_way.discard(order.ticket)
            return
        self._under_way.add(order.ticket)
        done, text = 0, ""
        try:
            async for count in self._steps(order):
                done += count
                self._voice.say(retained={"ticket": order.ticket, "done": done})
        except WorldError as error:
            text = error.told()
        finally:
            self._under_way.discard(order.ticket)
        told = {"ticket": order.ticket, "done": done, "ended": True, "text": text}
        self._voice.say_surely(retained=told)

    async def _steps(self, order: Retain) -> AsyncIterator[int]:
        plan = RetentionPlan(order.removals)
        while order.ticket in self._under_way:
            step = await self._aside(lambda: self._removed(plan))
            if not step:
                return
            if step.posts:
                self._voice.say(changed=changed_line(Changes(removed=step.posts), ()))
            yield len(step.posts) + step.payloads
            await asyncio.sleep(REST_S)

    def _removed(self, plan: RetentionPlan) -> Removed:
        with self._writing:
            return self._writer.remove_step(plan)
