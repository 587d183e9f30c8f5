"""A cable between one desk and a server, which can be pulled and put back."""

import socket
import threading
from contextlib import suppress


class Cable:
    """Passes bytes on from a port of its own, until it is pulled."""

    def __init__(self, port: int) -> None:
        self._to, self._ends = port, list[socket.socket]()
        self._lock, self._is_pulled = threading.Lock(), False
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._threads = [threading.Thread(target=self._take_calls)]
        self._threads[0].start()

    def pull(self) -> None:
        """Breaks every connection; nobody gets another."""
        with self._lock:
            self._is_pulled, ends, self._ends = True, self._ends, []
        for end in ends:
            _break(end)

    def put_back(self) -> None:
        """Lets calls through again."""
        with self._lock:
            self._is_pulled = False

    def close(self) -> None:
        """Ends for good."""
        self.pull()
        _break(self._door)
        for thread in self._threads:
            thread.join()

    def _take_calls(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._door.accept()
                self._connect(here)

    def _connect(self, here: socket.socket) -> None:
        with self._lock:
            if self._is_pulled:
                _break(here)
                return
            there = socket.create_connection(("127.0.0.1", self._to))
            self._ends += [here, there]
        for source, target in ((here, there), (there, here)):
            self._threads.append(threading.Thread(target=_pass_on, args=(source, target)))
            self._threads[-1].start()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while got := source.recv(65536):
            target.sendall(got)
    _break(source)
    _break(target)


def _break(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
