"""The desk's end of the pipes to its engine: starts it, listens, and starts it again if it dies."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from controlroom.feeds.signing_in import Offer
from controlroom.model import clock
from controlroom.model.changes import Changes
from controlroom.model.completing import Completing
from controlroom.model.credential import Credential
from controlroom.model.decoding import decoder
from controlroom.model.fetching import FetchNews
from controlroom.model.guard import Guard
from controlroom.model.network import NetworkOffer

log = logging.getLogger(__name__)

LONGEST_LINE = 4_000_000
PAUSES = (0.5, 1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before each new start after the engine died, the last one for ever."""
LIVED_WELL = 60.0
"""Seconds after which a start counts as good and the pauses begin anew."""
GOODBYE = 5.0


class Connecting(msgspec.Struct):
    """A sign-in waits for the browser, which is to open `open`."""

    ticket: int
    open: str


class Connected(msgspec.Struct):
    """A sign-in has succeeded: the accounts that may be connected."""

    ticket: int
    offers: tuple[Offer, ...]


class Unconnected(msgspec.Struct):
    """A sign-in has failed; `text` is for the operator."""

    ticket: int
    kind: str
    text: str


class Added(msgspec.Struct):
    """Profiles were saved: their ids, in the order of the order; none when a team's have come."""

    ticket: int
    ids: list[int]


class Retained(msgspec.Struct):
    """How the removal of old posts goes on; `text` is for the operator if it failed."""

    ticket: int
    done: int
    ended: bool = False
    text: str = ""


class TeamNews(msgspec.Struct):
    """How following the team's posts stands.

    Attributes:
        text: what keeps them from coming, for the operator; "" while they come.
        seq: up to where they are here.
        head: up to where there are any.
    """

    online: bool
    text: str = ""
    seq: int = 0
    head: int = 0


class Told(msgspec.Struct):
    """One line from the engine; one field is set."""

    ready: int = 0
    changed: dict[str, Any] = {}
    state: dict[str, Any] = {}
    error: dict[str, str] = {}
    saved: dict[str, int] = {}
    renewed: dict[int, Credential] = {}
    connecting: Connecting | None = None
    connected: Connected | None = None
    unconnected: Unconnected | None = None
    added: Added | None = None
    networks: list[NetworkOffer] | None = None
    retained: Retained | None = None
    pictures: list[str] | None = None
    completing: Completing | None = None
    fetching: FetchNews | None = None
    servers: bool | None = None
    team: TeamNews | None = None

    def __repr__(self) -> str:
        return "Told(hidden)"


def _nothing(*_: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Ears:
    """What is called with what the engine says, on the loop's thread.

    Attributes:
        changed: with the ids whenever the engine has written posts.
        state: with what it says of a source.
        running: with True once it reads, with False when it has died.
        trouble: with a sentence for the operator; a network's own troubles come with `state`.
        renewed: with a profile and its new credential, for the keychain, at once.
        connecting, connected, unconnected: with how a sign-in goes on.
        added: with the ids of profiles that were saved.
        networks: with what every network offers.
        retained: with how a removal of old posts goes on.
        pictures: with the addresses of pictures that are in the cache now.
        completing: with how the reading of a conversation goes on.
        fetching: with how the fetching of a picture, film or sound goes on.
        servers: with True when what the servers of profiles take is other than before.
        team: with how following the team's posts stands.
    """

    changed: Callable[[Changes], None] = _nothing
    state: Callable[[dict[str, Any]], None] = _nothing
    running: Callable[[bool], None] = _nothing
    trouble: Callable[[str], None] = _nothing
    renewed: Callable[[int, Credential], None] = _nothing
    connecting: Callable[[Connecting], None] = _nothing
    connected: Callable[[Connected], None] = _nothing
    unconnected: Callable[[Unconnected], None] = _nothing
    added: Callable[[Added], None] = _nothing
    networks: Callable[[list[NetworkOffer]], None] = _nothing
    retained: Callable[[Retained], None] = _nothing
    pictures: Callable[[list[str]], None] = _nothing
    completing: Callable[[Completing], None] = _nothing
    fetching: Callable[[FetchNews], None] = _nothing
    servers: Callable[[bool], None] = _nothing
    team: Callable[[TeamNews], None] = _nothing


_SIMPLE = (
    "connecting", "connected", "unconnected", "added", "networks", "retained", "pictures",
    "completing", "fetching", "servers", "team",
)  # fmt: skip
_told = decoder(Told).decode
_line = msgspec.json.Encoder().encode


class EngineLink:
    """An engine of one data folder, kept alive while `run` runs.

    Args:
        sign_ins: returns those of the profiles, by id; it may wait for the keychain and is called
            aside. They go through the pipe and nowhere else.
        guard: returns what the checks before a delivery are to know; called and sent alike.
        servers: in an exercise, from hosts to the simulated networks; the engine is sealed then.
        team: address of a team's database, with its password; the engine then reads no network.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        ears: Ears,
        *,
        sign_ins: Callable[[], Mapping[int, Credential]] = dict,
        guard: Callable[[], Guard] = Guard,
        servers: Mapping[str, str] | None = None,
        team: str = "",
    ) -> None:
        self._folder, self._key, self._ears, self._sign_ins = folder, key, ears, sign_ins
        self._guard = guard
        self._servers, self._team = servers, team
        self._process: asyncio.subprocess.Process | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over = asyncio.Event()

    async def run(self) -> None:
        """Keeps an engine running until `stop`; ends it when cancelled."""
        self._loop = asyncio.get_running_loop()
        deaths = 0
        while not self._over.is_set():
            began = self._loop.time()
            await self._live()
            if self._over.is_set():
                return
            self._ears.running(False)
            deaths = 0 if self._loop.time() - began > LIVED_WELL else deaths + 1
            await self._pause(PAUSES[min(deaths, len(PAUSES)) - 1] if deaths else PAUSES[0])

    def say(self, **order: Any) -> None:
        """Sends an order; lost if no engine runs, which then reads everything from the cache."""
        if self._process and self._process.stdin and not self._process.stdin.is_closing():
            self._process.stdin.write(_line(order) + b"\n")

    async def stop(self) -> None:
        """Ends the engine; it finishes what it is writing."""
        self._over.set()
        if self._process is not None:
            self.say(stop=True)
            await _ended(self._process)

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._over.wait(), seconds)

    async def _live(self) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "controlroom.engine",
            str(self._folder),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        try:
            loop = asyncio.get_running_loop()
            found = await loop.run_in_executor(None, self._sign_ins)
            guard = await loop.run_in_executor(None, self._guard)
            # Who stopped while the process was being made had none to end.
            if self._over.is_set():
                return
            sign_ins = {str(number): one for number, one in found.items()}
            sealed = self._servers is not None
            # Not before: what is said to it first has to be the key.
            self._process = process
            self.say(
                clock=clock.pace() if sealed else None,
                key=self._key.hex(),
                sign_ins=sign_ins,
                guard=guard,
                servers=dict(self._servers or {}),
                sealed=sealed,
                team=self._team,
            )
            await self._listen(process)
        finally:
            await _ended(process)
            self._process = None

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        try:
            while line := await process.stdout.readline():
                self._take(line)
        except ValueError:
            log.warning("the engine said more in one line than it may")

    def _take(self, line: bytes) -> None:
        try:
            told = _told(line)
        except msgspec.MsgspecError:
            log.warning("a line from the engine was not understood")
            return
        self._pass_on(told)

    def _pass_on(self, told: Told) -> None:
        ears = self._ears
        if told.ready:
            ears.running(True)
        if told.changed:
            ids = (tuple(told.changed.get(part, ())) for part in ("new", "updated", "removed"))
            ears.changed(Changes(*ids))
        if told.state:
            ears.state(told.state)
        if told.error and told.error.get("of") != "network":
            ears.trouble(told.error.get("text", ""))
        for profile, credential in told.renewed.items():
            ears.renewed(profile, credential)
        for kind in _SIMPLE:
            if (one := getattr(told, kind)) is not None:
                getattr(ears, kind)(one)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Closes the pipe, which ends an engine, and kills one that does not go."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), GOODBYE)
    except TimeoutError:
        process.kill()
        await process.wait()
