"""A gate between the desk and a server, on this computer: shut, the server cannot be reached."""

import asyncio
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

HERE = "127.0.0.1"
_CHUNK = 65_536
_PATIENCE_S = 10


class Gate:
    """Passes connections on while it is open; shut, it cuts them off and refuses new ones.

    The server behind it goes on, so that other people can still use it.

    Attributes:
        address: of the gate, to be used in place of the server's.
    """

    def __init__(self, server: str) -> None:
        self._target = urlsplit(server).port
        self._door = _bound(0)
        self._port = self._door.getsockname()[1]
        self.address = f"http://{HERE}:{self._port}"
        self._loop = asyncio.new_event_loop()
        self._listener: asyncio.Server | None = None
        self._passing: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, name="gate")
        self._thread.start()

    def open(self) -> None:
        """Lets everybody through."""
        self._do(self._open())

    def shut(self) -> None:
        """Breaks what passes through, and refuses whoever comes."""
        self._do(self._shut())

    def end(self) -> None:
        """Shuts it for good."""
        self._do(self._shut())
        self._do(self._clear())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._door.close()

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE_S)

    async def _open(self) -> None:
        self._listener = await asyncio.start_server(self._pass, sock=self._door)

    async def _shut(self) -> None:
        if self._listener is None:
            return
        self._listener.close()
        self._listener = None
        # A port that is bound and not listened on refuses, and nobody else can take it.
        self._door = _bound(self._port)
        for writer in self._passing:
            writer.transport.abort()

    async def _clear(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            there, back = await asyncio.open_connection(HERE, self._target)
            self._passing |= {writer, back}
            await asyncio.gather(_pump(reader, back), _pump(there, writer))
            self._passing -= {writer, back}
        writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(_CHUNK):
            writer.write(data)
            await writer.drain()
    writer.close()


def _bound(port: int) -> socket.socket:
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind((HERE, port))
    door.setblocking(False)
    return door


@contextmanager
def before(server: str) -> Iterator[Gate]:
    """An open gate before a server, until the block ends."""
    gate = Gate(server)
    try:
        gate.open()
        yield gate
    finally:
        gate.end()
