"""The public stream of all posts, on loopback, sending what a test tells it to."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from controlroom.feeds.networks.bluesky.addresses import POST
from tests.feeds.bluesky.server import IDA


class Stream:
    """Who is connected, with what they asked for."""

    def __init__(self) -> None:
        self.here: list[ServerConnection] = []
        self.asked: list[dict[str, list[str]]] = []
        self.address = ""

    def talk(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        assert "Authorization" not in connection.request.headers
        parts = urlsplit(connection.request.path)
        self.asked.append({"path": [parts.path], **parse_qs(parts.query)})
        self.here.append(connection)
        with suppress(ConnectionClosed):
            connection.recv()
        self.here.remove(connection)

    def waits_for(self, many: int) -> None:
        until = time.monotonic() + 5
        while len(self.here) != many:
            assert time.monotonic() < until, f"{len(self.here)} are connected, not {many}"
            time.sleep(0.01)

    def send(self, *events: dict[str, Any] | bytes) -> None:
        for event in events:
            told = event if isinstance(event, bytes) else json.dumps(event).encode()
            for connection in self.here:
                connection.send(told.decode(errors="replace"))

    def hangs_up(self) -> None:
        for connection in list(self.here):
            connection.close()


@contextmanager
def streaming() -> Iterator[Stream]:
    stream = Stream()
    with serve(stream.talk, "127.0.0.1", 0, close_timeout=0.5) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        stream.address = f"http://127.0.0.1:{server.socket.getsockname()[1]}"
        try:
            yield stream
        finally:
            server.shutdown()
            thread.join()


def event(
    key: str, who: str = IDA, operation: str = "create", text: str = "x", **record: Any
) -> dict[str, Any]:
    """Returns what the stream tells of a post."""
    wrote = {"$type": POST, "text": text, "createdAt": "2026-11-22T08:14:05.123Z", **record}
    commit = {"rev": "3l", "operation": operation, "collection": POST, "rkey": key, "cid": "bafy"}
    return {
        "did": who,
        "time_us": 1795337055000000,
        "kind": "commit",
        "commit": commit | ({} if operation == "delete" else {"record": wrote}),
    }
