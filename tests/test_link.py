"""The desk keeps a real engine alive over real pipes."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from pytest_httpserver import HTTPServer

from controlroom.engine import orders
from controlroom.engine_room import EngineRoom
from controlroom.keychain import MemoryKeychain
from controlroom.keychain.case_lists import CaseKeyKeeper
from controlroom.link import Ears, EngineLink
from controlroom.model.guard import Guard
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.outbound.case_lists import MatchKey
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.sources import SourceKeeper
from controlroom.store.cache.writer import CacheWriter

if TYPE_CHECKING:
    from controlroom.model.changes import Changes

KEY = bytes(range(32))
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Dunmarsh Council</title>
<link>https://dunmarsh.example</link><description>News</description>
<item><title>Road closed</title><link>https://dunmarsh.example/1</link><guid>1</guid>
<description>The ford is closed.</description>
<pubDate>Sun, 01 Nov 2026 12:00:00 GMT</pubDate></item></channel></rss>"""


@pytest.fixture
def folder(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Path]:
    httpserver.expect_request("/feed").respond_with_data(FEED, content_type="application/rss+xml")
    writer = CacheWriter.open(tmp_path, KEY)
    source = Source("rss", SourceKind.FEED, term=httpserver.url_for("/feed"))
    SourceKeeper(writer.database).save_stream(Stream(0, "Council", (source,)))
    writer.close()
    return tmp_path


async def until(condition: Callable[[], object], seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


def live(link: EngineLink, body: Callable[[], Any]) -> None:
    """Runs the link while `body` runs, then stops both."""

    async def both() -> None:
        running = asyncio.create_task(link.run())
        try:
            await body()
        finally:
            await link.stop()
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

    asyncio.run(both())


def test_what_the_network_says_reaches_the_desk_as_ids(folder: Path) -> None:
    heard: list[Changes] = []
    link = EngineLink(folder, KEY, Ears(changed=heard.append))
    live(link, lambda: until(lambda: heard))
    reader = CacheReader.open(folder, KEY)
    try:
        (found,) = reader.posts(heard[0].new)
        assert "Road closed" in found.post.text
        assert reader.older(1)[0].id == found.id
    finally:
        reader.close()


def test_an_engine_that_dies_is_started_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controlroom.link.PAUSES", (0.05,))
    running: list[bool] = []
    link = EngineLink(folder, KEY, Ears(running=running.append))

    async def body() -> None:
        await until(lambda: running == [True])
        assert link._process is not None
        os.kill(link._process.pid, signal.SIGKILL)
        await until(lambda: running == [True, False, True])

    live(link, body)


@pytest.mark.parametrize("turns", range(8))
def test_an_engine_stopped_while_it_is_started_ends(folder: Path, turns: int) -> None:
    link = EngineLink(folder, KEY, Ears())

    async def life() -> None:
        running = asyncio.create_task(link.run())
        for _turn in range(turns):
            await asyncio.sleep(0)
        await link.stop()
        async with asyncio.timeout(20):
            await running

    asyncio.run(life())
    assert link._process is None


def test_a_link_that_pauses_after_a_death_ends_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controlroom.link.PAUSES", (600.0,))
    running: list[bool] = []
    link = EngineLink(folder, bytes(32), Ears(running=running.append))

    async def life() -> None:
        task = asyncio.create_task(link.run())
        await until(lambda: running == [False])
        await link.stop()
        async with asyncio.timeout(20):
            await task

    asyncio.run(life())


def test_the_key_is_in_no_argument_and_no_environment(folder: Path) -> None:
    running: list[bool] = []
    link = EngineLink(folder, KEY, Ears(running=running.append))

    async def body() -> None:
        await until(lambda: running)
        assert link._process is not None
        place = Path(f"/proc/{link._process.pid}")
        if place.exists():
            told = (place / "cmdline").read_bytes() + (place / "environ").read_bytes()
            assert KEY.hex().encode() not in told

    live(link, body)


def test_an_engine_that_cannot_open_the_cache_says_why(folder: Path) -> None:
    told: list[str] = []
    link = EngineLink(folder, bytes(32), Ears(trouble=told.append))
    live(link, lambda: until(lambda: told))
    assert "does not open with this key" in told[0]


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Puts something in the engine's place that writes down what is said to it."""
    heard, ear = tmp_path / "heard", tmp_path / "ear"
    take = f'while read -r line; do printf "%s\\n" "$line" >> "{heard}"; done'
    ear.write_text(f"#!/bin/sh\necho '{{\"ready\": 1}}'\n{take}\n")
    ear.chmod(0o700)
    monkeypatch.setattr("controlroom.link.sys.executable", str(ear))
    return heard


def test_what_the_checks_are_to_know_comes_first_and_anew_when_it_has_changed(
    said: Path, tmp_path: Path
) -> None:
    keeper = CaseKeyKeeper(MemoryKeychain(), "0" * 8)
    keeper.keep_match(KEY)
    sites = ["fen.example"]
    house: Any = SimpleNamespace(
        folder=tmp_path, key=MatchKey(KEY), cache=None, team="", case_keys=lambda: keeper
    )
    room = EngineRoom(Ears(), own=lambda: (sites[-1], "101"))

    def guards() -> list[Guard | None]:
        lines = said.read_bytes().splitlines() if said.exists() else []
        return [orders.decode(line).guard for line in lines]

    async def body() -> None:
        room.open(house)
        await until(lambda: guards() == [Guard(KEY.hex(), "fen.example", "101")])
        keeper.forget()
        sites.append("new.example")
        room.guard()
        await until(lambda: guards()[1:] == [Guard("", "new.example", "101")])
        await room.closed()

    asyncio.run(body())


def test_on_a_workstation_of_a_team_the_engine_is_given_no_key(said: Path, tmp_path: Path) -> None:
    house: Any = SimpleNamespace(folder=tmp_path, key=MatchKey(KEY), cache=None, team="at://team")
    room = EngineRoom(Ears())

    async def body() -> None:
        room.open(house)
        await until(lambda: said.exists() and said.read_bytes().endswith(b"\n"))
        await room.closed()

    asyncio.run(body())
    assert orders.decode(said.read_bytes().splitlines()[0]).guard == Guard()
