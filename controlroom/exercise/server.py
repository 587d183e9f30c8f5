"""One process for all simulated networks, each host on a port of its own, on this computer only."""

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module

from aiohttp import web

from controlroom.exercise.faces.base import Face
from controlroom.exercise.faults import CUTTING, FaultKind, Faults, faulty
from controlroom.exercise.lines import Lines
from controlroom.exercise.world import World

HERE = "127.0.0.1"
NETWORKS = ("x", "facebook", "instagram", "mastodon", "bluesky", "youtube", "rss")


class Server:
    """Serves faces until it is closed.

    Attributes:
        led: from hosts of the originals to addresses here, once it has begun.
    """

    def __init__(self, world: World, faces: Iterable[Face], faults: Faults | None = None) -> None:
        self.world = world
        self.faces = {face.network: face for face in faces}
        self.faults = faults or Faults(world.clock)
        self.led: Mapping[str, str] = {}
        self._lines = Lines()
        self.faults.begun = self._fail
        self._runners: list[web.AppRunner] = []

    async def begin(self) -> None:
        """Begins to listen, each host on a free port."""
        led = {}
        for face in self.faces.values():
            for host in face.hosts:
                led[host] = await self._listen(face, host)
        self.led = led

    async def close(self) -> None:
        """Hangs up everywhere."""
        self.faults.mishaps.close()
        for runner in self._runners:
            with suppress(asyncio.CancelledError):
                await runner.cleanup()
        self._runners.clear()
        self._lines.close()

    def _fail(self, network: str, kind: FaultKind) -> None:
        if kind in CUTTING:
            self._lines.cut(network)

    async def _listen(self, face: Face, host: str) -> str:
        inner = face.application(host)
        inner.middlewares.insert(0, faulty(face.network, self.faults, self._lines))
        runner = web.AppRunner(inner, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._runners.append(runner)
        site = web.TCPSite(runner, HERE, 0)
        await site.start()
        port = runner.addresses[0][1]
        return f"http://{HERE}:{port}"


def faces_of(world: World, networks: Iterable[str] = NETWORKS) -> list[Face]:
    """Returns the faces of networks; a network's code is imported here."""
    made: list[Face] = []
    for network in networks:
        module = import_module(f"controlroom.exercise.faces.{network}")
        made.append(module.make_face(world))
    return made
