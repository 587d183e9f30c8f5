"""Builds the engine: the process that reads the networks and writes the cache.

The desk starts it and holds its pipes. The data key comes as the first line of its input,
sign-ins after it; what it says is which ids changed, how sources stand, and a sign-in that a
network has renewed, for the keychain. When the pipe closes, the desk is dead, and the
engine ends.
"""

import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from controlroom.engine import orders
from controlroom.engine.reader import Reader
from controlroom.engine.sign_ins import SignIns
from controlroom.exercise.seal import seal
from controlroom.feeds.registry import NETWORKS
from controlroom.feeds.servers import Servers
from controlroom.model import clock
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.model.guard import Guard
from controlroom.pipes import Voice, listen
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.lock import hold

__all__ = ["main"]

log = logging.getLogger(__name__)

KEY_BYTES = 32
LOCK_NAME = "engine.lock"
SOME_OBJECTS = 50_000
"""New ones after which the youngest are looked through for cycles."""
NO_KEY = 2
"""Exit code of an engine that was given no key and has opened nothing."""


def main(folder: Path, networks: Mapping[str, str] = NETWORKS) -> int:
    """Runs the engine on the cache in `folder` until its input ends; returns the exit code.

    Args:
        networks: key and module of each network, as in the registry.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    _look_for_cycles_seldom()
    voice = Voice(_own_stdout())
    try:
        return asyncio.run(_live(folder, networks, voice))
    except WorldError as error:
        voice.say(error={"kind": type(error).__name__, "text": error.told()})
        return 1
    finally:
        voice.close()


def _look_for_cycles_seldom() -> None:
    """Thousands of posts on their way make no cycles: going through them costs a tenth of a core.

    What is here from the start is not gone through at all.
    """
    gc.freeze()
    gc.set_threshold(SOME_OBJECTS, 20, 20)


def _own_stdout() -> int:
    """Returns the pipe to the desk; what libraries print goes to the log from now on."""
    sys.stdout.flush()
    pipe = os.dup(1)
    os.dup2(2, 1)
    return pipe


async def _live(folder: Path, networks: Mapping[str, str], voice: Voice) -> int:
    lines = _Lines()
    first = await lines.first()
    if first is None:
        return NO_KEY

    lead = _sealed(first)

    def renewed(profile: int, credential: Credential) -> None:
        voice.say_surely(renewed={str(profile): credential})

    sign_ins = SignIns(dict(first.sign_ins), renewed)
    servers = Servers(first.servers, first.sealed)
    key = _key(first)
    # A restore asks for this lock: it must not replace a file that is being written.
    with hold(folder / LOCK_NAME), closing(CacheWriter.open(folder, key)) as writer:
        if first.team:
            from controlroom.engine.following_reader import FollowingReader

            reader: Reader = FollowingReader(writer, voice, networks, servers, first.team)
        else:
            from controlroom.engine.sending_reader import SendingReader

            reader = SendingReader(
                writer, voice, sign_ins, networks, servers, lead, key, first.guard or Guard()
            )
        lines.go_to(reader)
        voice.say(ready=os.getpid())
        await reader.work()
    return 0


def _sealed(first: orders.Order) -> clock.Lead | None:
    """Seals the engine if it is an exercise's; returns what leads its clock then."""
    if not first.sealed:
        return None
    seal()
    return clock.begin_exercise(first.clock) if first.clock else None


def _key(first: orders.Order) -> bytes:
    return bytes.fromhex(first.key)


class _Lines:
    """The desk's lines, and the signals that end the engine, brought into the loop."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._waiting: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._reader: Reader | None = None
        listen(0, self._from_thread, lambda: self._from_thread(None))
        # Loops of Windows take no signals; there the end of the pipe ends the engine.
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGINT):
                self._loop.add_signal_handler(number, self._take, None)

    async def first(self) -> orders.Order | None:
        """Returns the first order, which holds the key; None if the desk has gone or is wrong."""
        line = await self._waiting.get()
        if line is None:
            return None
        try:
            order = orders.decode(line)
            fits = len(bytes.fromhex(order.key)) == KEY_BYTES
        except (msgspec.MsgspecError, ValueError, RecursionError):
            fits = False
        if not fits:
            log.error("the first line from the desk holds no key")
            return None
        return order

    def go_to(self, reader: Reader) -> None:
        """Hands on what waits and what comes."""
        self._reader = reader
        while not self._waiting.empty():
            self._take(self._waiting.get_nowait())

    def _from_thread(self, line: bytes | None) -> None:
        # The loop may be closed already when the pipe ends.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._take, line)

    def _take(self, line: bytes | None) -> None:
        if self._reader is None:
            self._waiting.put_nowait(line)
        elif line is None:
            self._reader.stop()
        else:
            self._reader.obey(line)
