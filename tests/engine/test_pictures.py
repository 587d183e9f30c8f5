"""Pictures are fetched when they are about to be shown, once, and the desk is told."""

import queue
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from controlroom.engine.pictures import Pictures
from controlroom.feeds.media import MediaFetcher
from controlroom.feeds.servers import Servers
from controlroom.store.cache.pictures import PictureKeeper, PictureList
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database
from tests.engine.desk import KEY, desk

GIF = b"GIF89a" + b"a small picture"
HOST = "media.fenmast.example"


class Albums(ThreadingHTTPServer):
    """Serves pictures, holds those called slow until it is told, and knows none called none."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Shelf)
        self.asked: queue.Queue[str] = queue.Queue()
        self.go_on = threading.Event()


class Shelf(BaseHTTPRequestHandler):
    server: Albums

    def do_GET(self) -> None:
        self.server.asked.put(self.path)
        if self.path.startswith("/slow"):
            self.server.go_on.wait(10)
        self.send_response(404 if self.path.startswith("/none") else 200)
        self.end_headers()
        self.wfile.write(GIF)

    def log_message(self, _format: str, *args: object) -> None:
        """Nobody reads it."""


class Room:
    """Pictures over a real cache and a real server."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.server = Albums()
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self._thread.start()
        self.database = Database.open(folder, CACHE, bytes(32), write=True)
        self.keeper = PictureKeeper(self.database)
        self.told: queue.Queue[list[str]] = queue.Queue()
        servers = Servers({HOST: f"http://127.0.0.1:{self.server.server_port}"}, sealed=True)
        self.pictures = Pictures(
            self.keeper,
            threading.Lock(),
            lambda: MediaFetcher(servers),
            self.told.put,
            lambda: datetime.now(UTC),
            threads,
        )

    def close(self) -> None:
        self.pictures.close()
        self.server.go_on.set()
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()
        self.database.close()


@pytest.fixture
def room(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Room]:
    one = Room(tmp_path, getattr(request, "param", 3))
    yield one
    one.close()


def address(name: str) -> str:
    return f"https://{HOST}/{name}"


def test_a_picture_is_fetched_kept_and_told(room: Room) -> None:
    room.pictures.wish([address("a")])
    assert room.told.get(timeout=10) == [address("a")]
    assert room.keeper.body(address("a")) == GIF


def test_what_is_there_is_told_without_asking_anybody(room: Room) -> None:
    room.keeper.keep(address("a"), GIF, datetime.now(UTC))
    room.pictures.wish([address("a"), address("a")])
    assert room.told.get(timeout=10) == [address("a")]
    assert room.server.asked.empty()


@pytest.mark.parametrize("room", [1], indirect=True)
def test_the_newest_wish_comes_first(room: Room) -> None:
    room.pictures.wish([address("slow")])
    room.server.asked.get(timeout=10)
    room.pictures.wish([address("old"), address("new")])
    room.pictures.wish([address("newest")])
    room.server.go_on.set()
    order = [room.server.asked.get(timeout=10) for _ in range(3)]
    assert order == ["/newest", "/new", "/old"]


def test_what_failed_is_left_alone_for_a_while(room: Room) -> None:
    room.pictures.wish([address("none")])
    assert room.server.asked.get(timeout=10) == "/none"
    for name in ("a", "b"):
        room.pictures.wish([address(name), address("none")])
        assert room.told.get(timeout=10) == [address(name)]
    seen = {room.server.asked.get(timeout=10) for _ in range(2)}
    assert seen == {"/a", "/b"}


def test_it_ends_while_something_is_being_fetched(room: Room) -> None:
    room.pictures.wish([address("slow")])
    room.server.asked.get(timeout=10)
    room.pictures.close()
    assert room.told.empty()


def test_a_real_engine_fetches_for_its_desk_and_only_within_its_exercise(
    room: Room, tmp_path: Path
) -> None:
    led = {HOST: f"http://127.0.0.1:{room.server.server_port}"}
    with desk(tmp_path / "data", servers=led, sealed=True) as one:
        one.say(pictures=["https://elsewhere.example/a", address("a")])
        assert one.hears("pictures") == [address("a")]
        with closing(Database.open(one.folder, CACHE, bytes.fromhex(KEY), write=False)) as database:
            assert PictureList(database).body(address("a")) == GIF
            assert PictureList(database).there(["https://elsewhere.example/a"]) == []
        assert one.close() == 0


def test_a_real_engine_asks_no_server_of_this_computer_outside_an_exercise(
    room: Room, tmp_path: Path
) -> None:
    led = {HOST: f"http://127.0.0.1:{room.server.server_port}"}
    with desk(tmp_path / "data", servers=led) as one:
        port = room.server.server_port
        one.say(pictures=[f"http://127.0.0.1:{port}/b", f"https://localhost:{port}/b"])
        one.say(pictures=[f"https://127.0.0.1:{port}/b", address("a")])
        assert one.hears("pictures") == [address("a")]
        assert one.close() == 0
    seen = [room.server.asked.get_nowait() for _ in range(room.server.asked.qsize())]
    assert seen == ["/a"]
