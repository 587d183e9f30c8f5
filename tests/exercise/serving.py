"""Serves simulated networks beside a test: a thread with a loop of its own."""

import asyncio
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from controlroom.exercise.faces.base import Face
from controlroom.exercise.faults import Faults
from controlroom.exercise.server import Server
from controlroom.exercise.world import World

Given = ParamSpec("Given")
Made = TypeVar("Made")
LONGEST_S = 60.0


class Served(Server):
    """A server in a thread of its own."""

    def __init__(self, world: World, faces: Iterable[Face], faults: Faults | None = None) -> None:
        super().__init__(world, faces, faults)
        self.loop = asyncio.new_event_loop()

    def do(self, what: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
        """Calls `what` in the server's thread, to which the world belongs."""

        async def called() -> Made:
            return what(*given, **named)

        return asyncio.run_coroutine_threadsafe(called(), self.loop).result(LONGEST_S)


@contextmanager
def serving(world: World, faces: Iterable[Face]) -> Iterator[Served]:
    """Yields a server that answers."""
    server = Served(world, faces)
    thread = threading.Thread(target=server.loop.run_forever)
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(server.begin(), server.loop).result(LONGEST_S)
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(server.close(), server.loop).result(LONGEST_S)
        server.loop.call_soon_threadsafe(server.loop.stop)
        thread.join()
        server.loop.close()
