"""Connections of clients as a server writes to them: late while their network is slow, cut off
when it fails.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from weakref import WeakSet

from aiohttp import web

Late = Callable[[], float]
"""Returns by how many seconds of a real clock what is written now comes late."""


class Line:
    """A transport whose words may come late; everything else is the transport's.

    Attributes:
        answers: a request is being answered, which may take as long as a stream stands.
    """

    def __init__(self, transport: asyncio.Transport, late: Late) -> None:
        self.answers = False
        self._transport, self._late = transport, late
        self._waiting: deque[bytes] = deque()
        self._last_due = 0.0
        self._closes = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Sends bytes now, or after what is late already."""
        late = self._late()
        if not (late or self._waiting):
            return self._transport.write(data)
        loop = asyncio.get_running_loop()
        self._last_due = max(loop.time() + late, self._last_due)
        self._waiting.append(bytes(data))
        loop.call_at(self._last_due, self._send_next)
        return None

    def writelines(self, parts: Iterable[bytes | bytearray | memoryview]) -> None:
        """Sends parts together."""
        self.write(b"".join(parts))

    def is_closing(self) -> bool:
        """Whether nothing can be sent any more."""
        return self._closes or self._transport.is_closing()

    def close(self) -> None:
        """Hangs up once everything has been sent."""
        self._closes = True
        if not self._waiting:
            self._transport.close()

    def abort(self) -> None:
        """Hangs up at once; what waits is lost."""
        self._waiting.clear()
        self._transport.abort()

    def _send_next(self) -> None:
        if self._waiting:
            self._transport.write(self._waiting.popleft())
            if self._closes and not self._waiting:
                self._transport.close()


@dataclass(slots=True)
class Lines:
    """All connections, by network."""

    _standing: dict[str, WeakSet[Line]] = field(default_factory=dict)

    @contextmanager
    def answering(self, network: str, request: web.Request, late: Late) -> Iterator[None]:
        """Has the connection of a request while it is answered."""
        line = self._line(network, request, late)
        line.answers = True
        try:
            yield
        finally:
            line.answers = False

    def cut(self, network: str) -> None:
        """Cuts off whoever is being answered by a network, streams above all."""
        for line in tuple(self._standing.get(network, ())):
            if line.answers:
                line.abort()

    def close(self) -> None:
        """Cuts off everybody."""
        for lines in self._standing.values():
            for line in tuple(lines):
                line.abort()

    def _line(self, network: str, request: web.Request, late: Late) -> Line:
        transport: object = request.protocol.transport
        if isinstance(transport, Line):
            return transport
        line = Line(cast("asyncio.Transport", transport), late)
        # Whoever has hung up meanwhile has no transport, and gets none.
        if transport is not None:
            request.protocol.transport = cast("asyncio.Transport", line)
            self._standing.setdefault(network, WeakSet()).add(line)
        return line
