"""Connections that can be hung up: at a deadline, or when the engine ends.

A time-out of a socket starts anew with every byte, so a server that sends one byte now and then
could hold a reader for ever. Hanging up the socket ends that wherever the reader stands.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from controlroom.feeds.deadlines import DEADLINES


class HangUp:
    """Holds the socket in use and shuts it down at the deadline.

    Attributes:
        late: the deadline of the latest `within` has passed; what was read may be cut off.
        for_good: nothing is read any more.
        leaving: called when a connection stands and before the first byte of a request leaves.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._within: object | None = None
        self.late = False
        self.for_good = False
        self.leaving: Callable[[], None] | None = None

    def before(self, connection: HTTPConnection) -> None:
        """Connects first where somebody wants to know the moment before the first byte."""
        if self.leaving is None:
            return
        if connection.sock is None:
            connection.connect()
        self.now_uses(connection.sock)
        self.leaving()

    def now_uses(self, sock: socket.socket | None) -> None:
        """Takes note of the socket the next bytes come from."""
        with self._lock:
            self._socket = sock
            if self.late or self.for_good:
                _shut(sock)

    def end(self) -> None:
        """Hangs up now, and on every later connection at once."""
        with self._lock:
            self.for_good = True
            _shut(self._socket)

    @contextmanager
    def within(self, seconds: float, *, goes_on: bool = False) -> Iterator[None]:
        """Hangs up if the block takes longer.

        Args:
            goes_on: the connection is used after the block too, and `end` still has to reach it.
        """
        self.late, self._within = False, object()
        deadline = DEADLINES.after(seconds, partial(self._too_late, self._within))
        try:
            yield
        finally:
            deadline.call_off()
            with self._lock:
                self._within = None
            if not goes_on:
                self._socket = None

    def _too_late(self, within: object) -> None:
        with self._lock:
            if self._within is within:
                self.late = True
                _shut(self._socket)


class Adapter(HTTPAdapter):
    """An adapter whose connections tell `hang_up` which socket they use."""

    def __init__(self, hang_up: HangUp) -> None:
        self._pools = _pools(hang_up)
        super().__init__(pool_connections=2, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(hang_up: HangUp) -> dict[str, Any]:
    class Plain(HTTPConnection):
        def request(self, *args: Any, **kwargs: Any) -> None:
            hang_up.before(self)
            super().request(*args, **kwargs)
            hang_up.now_uses(self.sock)

    class Secure(HTTPSConnection):
        def request(self, *args: Any, **kwargs: Any) -> None:
            hang_up.before(self)
            super().request(*args, **kwargs)
            hang_up.now_uses(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _shut(sock: socket.socket | None) -> None:
    with suppress(OSError):
        if sock is not None:
            sock.shutdown(socket.SHUT_RDWR)
