"""One server for all faces: on this computer only, each host apart, faults on demand."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiohttp import web

from controlroom.exercise.clock import Clock
from controlroom.exercise.faults import FaultKind
from controlroom.exercise.server import Server
from controlroom.exercise.world import Account, World
from controlroom.model.credential import Credential

HOSTS = ("api.dummy.example", "stream.dummy.example")


class DummyFace:
    """Answers with its host and counts what was written."""

    network = "mastodon"
    hosts = HOSTS
    many_hosts = False

    def __init__(self) -> None:
        self.written = 0

    def application(self, host: str) -> web.Application:
        async def read(_: web.Request) -> web.Response:
            return web.json_response({"host": host})

        async def write(_: web.Request) -> web.Response:
            self.written += 1
            return web.json_response({})

        app = web.Application()
        app.add_routes([web.get("/", read), web.post("/", write)])
        return app

    def credential(self, account: Account) -> Credential:
        return Credential(account.handle)

    def remote_id(self, account: Account) -> str:
        return str(account.number)


def served(body: Callable[[Server, DummyFace, aiohttp.ClientSession], Awaitable[None]]) -> None:
    async def run() -> None:
        face = DummyFace()
        world = World(Clock(datetime(2026, 5, 14, tzinfo=UTC), real=lambda: 0.0))
        server = Server(world, [face])
        await server.begin()
        try:
            async with aiohttp.ClientSession() as session:
                await body(server, face, session)
        finally:
            await server.close()

    asyncio.run(run())


def test_every_host_has_an_address_of_its_own_on_this_computer() -> None:
    async def body(server: Server, _: DummyFace, session: aiohttp.ClientSession) -> None:
        assert set(server.led) == set(HOSTS)
        assert len(set(server.led.values())) == 2
        for host, address in server.led.items():
            assert address.startswith("http://127.0.0.1:")
            async with session.get(address) as answer:
                assert await answer.json() == {"host": host}

    served(body)


@pytest.mark.parametrize(
    ("kind", "status"),
    [(FaultKind.TOO_MANY, 429), (FaultKind.BROKEN, 500), (FaultKind.EXPIRED, 401)],
)
def test_a_fault_refuses_until_it_ends(kind: FaultKind, status: int) -> None:
    async def body(server: Server, _: DummyFace, session: aiohttp.ClientSession) -> None:
        address = server.led[HOSTS[0]]
        until = server.world.clock.now_ms() + 60_000
        server.faults.set("mastodon", kind, until)
        async with session.get(address) as answer:
            assert answer.status == status
        server.world.clock.jump(timedelta(minutes=1))
        async with session.get(address) as answer:
            assert answer.status == 200

    served(body)


def test_a_network_that_is_down_hangs_up() -> None:
    async def body(server: Server, _: DummyFace, session: aiohttp.ClientSession) -> None:
        server.faults.set("mastodon", FaultKind.DOWN)
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.get(server.led[HOSTS[0]])
        server.faults.lift("mastodon")
        async with session.get(server.led[HOSTS[0]]) as answer:
            assert answer.status == 200

    served(body)


def test_a_cut_connection_loses_the_answer_but_not_what_was_written() -> None:
    async def body(server: Server, face: DummyFace, session: aiohttp.ClientSession) -> None:
        server.faults.set("mastodon", FaultKind.CUT)
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.post(server.led[HOSTS[0]])
        assert face.written == 1
        async with session.get(server.led[HOSTS[0]]) as answer:
            assert answer.status == 200

    served(body)


def test_a_captive_portal_answers_with_a_page() -> None:
    async def body(server: Server, _: DummyFace, session: aiohttp.ClientSession) -> None:
        server.faults.set("mastodon", FaultKind.PORTAL)
        async with session.get(server.led[HOSTS[0]]) as answer:
            assert answer.status == 200
            assert "<title>" in await answer.text()

    served(body)
