"""A server that misbehaves as told, byte by byte, and counts who came."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Behaves = Callable[[socket.socket, bytes], None]


class Rude:
    """Answers every request with `behaves`; the request has been read whole by then."""

    def __init__(self, behaves: Behaves) -> None:
        self.behaves = behaves
        self.requests: list[bytes] = []
        self._ended = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self._start(self._accept)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def ended(self, seconds: float) -> bool:
        """Waits; True once the test is over."""
        return self._ended.wait(seconds)

    def close(self) -> None:
        self._ended.set()
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join()

    def _start(self, what: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=what, args=given)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                sock, _ = self._server.accept()
            except OSError:
                return
            self._open.append(sock)
            self._start(self._answer, sock)

    def _answer(self, sock: socket.socket) -> None:
        with suppress(OSError):
            request = _whole(sock)
            self.requests.append(request)
            self.behaves(sock, request)
            sock.shutdown(socket.SHUT_RDWR)
        sock.close()


def _whole(sock: socket.socket) -> bytes:
    told = b""
    while b"\r\n\r\n" not in told:
        chunk = sock.recv(65_536)
        if not chunk:
            raise ConnectionError("nobody asks anything")
        told += chunk
    head, _, body = told.partition(b"\r\n\r\n")
    length = next(
        (
            int(line[15:])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        ),
        0,
    )
    while len(body) < length:
        chunk = sock.recv(65_536)
        if not chunk:
            break
        body += chunk
    return head + b"\r\n\r\n" + body


@contextmanager
def rude(behaves: Behaves) -> Iterator[Rude]:
    """Yields such a server."""
    one = Rude(behaves)
    try:
        yield one
    finally:
        one.close()


def says(answer: bytes) -> Behaves:
    """Returns what sends these bytes and hangs up."""
    return lambda sock, _: sock.sendall(answer)


def answer(status: int, body: bytes = b"", **headers: str) -> bytes:
    """Returns a whole answer."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join((f"HTTP/1.1 {status} So", f"Content-Length: {len(body)}", *lines))
    return head.encode() + b"\r\n\r\n" + body
