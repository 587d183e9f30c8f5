"""The desk's end of the pipes to its engine: starts it, listens, and starts it again if it dies."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from controlroom.model.changes import Changes
from controlroom.model.credential import Credential

log = logging.getLogger(__name__)

LONGEST_LINE = 4_000_000
PAUSES = (0.5, 1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before each new start after the engine died, the last one for ever."""
LIVED_WELL = 60.0
"""Seconds after which a start counts as good and the pauses begin anew."""
GOODBYE = 5.0


class Told(msgspec.Struct):
    """One line from the engine; one field is set."""

    ready: int = 0
    changed: dict[str, Any] = {}
    state: dict[str, Any] = {}
    error: dict[str, str] = {}
    saved: dict[str, int] = {}
    renewed: dict[int, Credential] = {}

    def __repr__(self) -> str:
        return "Told(hidden)"


_told = msgspec.json.Decoder(Told).decode
_line = msgspec.json.Encoder().encode


class EngineLink:
    """An engine of one data folder, kept alive while `run` runs.

    Args:
        sign_ins: of the profiles, by id; they go through the pipe and nowhere else.
        changed: called with the ids whenever the engine has written posts.
        state: called with what the engine says of a source.
        running: called with True once the engine reads, with False when it has died.
        trouble: called with a sentence for the operator.
        renewed: called with a profile and its new credential, for the keychain, at once.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        *,
        sign_ins: Callable[[], Mapping[int, Credential]] = dict,
        changed: Callable[[Changes], None] = lambda _: None,
        state: Callable[[dict[str, Any]], None] = lambda _: None,
        running: Callable[[bool], None] = lambda _: None,
        trouble: Callable[[str], None] = lambda _: None,
        renewed: Callable[[int, Credential], None] = lambda _, __: None,
    ) -> None:
        self._folder, self._key, self._sign_ins = folder, key, sign_ins
        self._changed, self._state = changed, state
        self._running, self._trouble = running, trouble
        self._renewed = renewed
        self._process: asyncio.subprocess.Process | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = False

    async def run(self) -> None:
        """Keeps an engine running until `stop`; ends it when cancelled."""
        self._loop = asyncio.get_running_loop()
        deaths = 0
        while not self._stopping:
            began = self._loop.time()
            await self._live()
            if self._stopping:
                return
            self._running(False)
            deaths = 0 if self._loop.time() - began > LIVED_WELL else deaths + 1
            await asyncio.sleep(PAUSES[min(deaths, len(PAUSES)) - 1] if deaths else PAUSES[0])

    def say(self, **order: Any) -> None:
        """Sends an order; lost if no engine runs, which then reads everything from the cache."""
        if self._process and self._process.stdin and not self._process.stdin.is_closing():
            self._process.stdin.write(_line(order) + b"\n")

    async def stop(self) -> None:
        """Ends the engine; it finishes what it is writing."""
        self._stopping = True
        if self._process is not None:
            self.say(stop=True)
            await _ended(self._process)

    async def _live(self) -> None:
        process = self._process = await asyncio.create_subprocess_exec(
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
            sign_ins = {str(number): one for number, one in self._sign_ins().items()}
            self.say(key=self._key.hex(), sign_ins=sign_ins)
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
        if told.ready:
            self._running(True)
        if told.changed:
            ids = (tuple(told.changed.get(part, ())) for part in ("new", "updated", "removed"))
            self._changed(Changes(*ids))
        if told.state:
            self._state(told.state)
        if told.error:
            self._trouble(told.error.get("text", ""))
        for profile, credential in told.renewed.items():
            self._renewed(profile, credential)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Closes the pipe, which ends an engine, and kills one that does not go."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), GOODBYE)
    except TimeoutError:
        process.kill()
        await process.wait()
