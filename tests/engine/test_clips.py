"""Films are fetched when somebody wants to play them: bounded, told of, and sealed at rest."""

import queue
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from controlroom.engine.clips import Clips
from controlroom.feeds.clips import ClipFetcher
from controlroom.feeds.media import MediaLimits
from controlroom.feeds.servers import Servers
from controlroom.model.fetching import FetchNews, FetchStage, clip_kind
from controlroom.store.cache.clips import FOLDER, ClipKeeper, ClipList
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database
from tests.engine.desk import KEY, desk

FILM = b"\x00\x00\x00\x18ftypisom" + bytes(600_000)
PIECE = (b"\x47" + bytes(187)) * 1_500
HEAD, PART = b"\x00\x00\x00\x18ftypiso6" + bytes(900), b"\x00\x00\x00\x18moof" + bytes(90_000)
HOST = "media.fenmast.example"
MOST = 1_000_000


BODIES = {"page": b"<html>", "large": FILM * 3, "empty": b"", "piece": PIECE, "head": HEAD,
          "part": PART}  # fmt: skip
LISTS = {
    "list": ("piece", "piece", "#EXT-X-DISCONTINUITY", "/piece?n=3", "#EXT-X-ENDLIST"),
    "parts": ('#EXT-X-MAP:URI="head"', "part", "part", "#EXT-X-ENDLIST"),
    "versions": ("#EXT-X-STREAM-INF:BANDWIDTH=9000000", "none",
                 "#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360", "list"),
    "one": ("film", "#EXT-X-ENDLIST"),
    "live": ("piece",),
    "locked": ('#EXT-X-KEY:METHOD=AES-128,URI="key"', "piece", "#EXT-X-ENDLIST"),
    "long": (*("piece",) * 4, "#EXT-X-ENDLIST"),
    "torn": ("piece", "page", "#EXT-X-ENDLIST"),
    "mixed": ("piece", "film", "#EXT-X-ENDLIST"),
    "films": ("film", "film", "#EXT-X-ENDLIST"),
    "lost": ("piece", "none", "#EXT-X-ENDLIST"),
    "inside": ("http://192.168.0.1/piece", "#EXT-X-ENDLIST"),
    "disk": ("file:///etc/passwd", "#EXT-X-ENDLIST"),
    "round": ("#EXT-X-STREAM-INF:BANDWIDTH=1", "round"),
}  # fmt: skip


def of(*lines: str) -> bytes:
    return "\n".join(("#EXTM3U", *lines, "")).encode()


class Shelf(BaseHTTPRequestHandler):
    server: "Reels"

    def do_GET(self) -> None:
        self.server.asked.put(self.path)
        name = self.path.lstrip("/").partition("?")[0]
        body = of(*LISTS[name]) if name in LISTS else BODIES.get(name, FILM)
        self.send_response(404 if name == "none" else 200)
        if name != "untold":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if name == "slow":
            self.wfile.write(body[:1000])
            self.wfile.flush()
            self.server.go_on.wait(10)
        else:
            self.wfile.write(body)

    def log_message(self, _format: str, *args: object) -> None:
        """Nobody reads it."""


class Reels(ThreadingHTTPServer):
    """Serves films; those called slow stop in the middle until it is told to go on."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Shelf)
        self.asked: queue.Queue[str] = queue.Queue()
        self.go_on = threading.Event()


class Room:
    """Clips over a real cache and a real server."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.server = folder, Reels()
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self._thread.start()
        self.database = Database.open(folder, CACHE, bytes(32), write=True)
        self.keeper = ClipKeeper(self.database)
        self.told: queue.Queue[FetchNews] = queue.Queue()
        self.led = {HOST: f"http://127.0.0.1:{self.server.server_port}"}
        limits = MediaLimits(size=MOST, whole_s=5)
        self.clips = Clips(
            self.keeper,
            threading.Lock(),
            lambda: ClipFetcher(Servers(self.led, sealed=True), limits),
            self.told.put,
            lambda: datetime.now(UTC),
        )

    def ends(self, most: int = MOST) -> FetchStage:
        """Returns how the fetching of one clip ended; no more than so many bytes were told of."""
        while (news := self.told.get(timeout=10)).stage is FetchStage.FETCHING:
            assert 0 < news.done <= most
        return news.stage

    def close(self) -> None:
        self.clips.close()
        self.server.go_on.set()
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()
        self.database.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    one = Room(tmp_path)
    yield one
    one.close()


def address(name: str) -> str:
    return f"https://{HOST}/{name}"


@pytest.mark.parametrize("name", ["a", "untold"])
def test_a_film_is_fetched_kept_and_told(room: Room, name: str) -> None:
    room.clips.wish(address(name))
    assert room.ends() is FetchStage.HERE
    assert room.keeper.body(address(name)) == FILM


@pytest.mark.parametrize(
    ("name", "film"),
    [
        ("list", PIECE * 3),
        ("versions", PIECE * 3),
        ("parts", HEAD + PART * 2),
        ("one", FILM),
    ],
)
def test_a_film_that_is_given_in_pieces_is_kept_as_one(room: Room, name: str, film: bytes) -> None:
    room.clips.wish(address(name))
    assert room.ends(len(film)) is FetchStage.HERE
    assert room.keeper.body(address(name)) == film
    assert clip_kind(film) in ("ts", "mp4")


def test_what_is_there_is_not_fetched_again(room: Room) -> None:
    for _ in range(2):
        room.clips.wish(address("a"))
        assert room.ends() is FetchStage.HERE
    assert room.server.asked.qsize() == 1


@pytest.mark.parametrize(
    ("asked", "stage"),
    [
        (address("none"), FetchStage.GONE),
        (address("large"), FetchStage.TOO_LARGE),
        (address("page"), FetchStage.NO_MEDIA),
        (address("empty"), FetchStage.NO_MEDIA),
        (address("live"), FetchStage.NO_MEDIA),
        (address("locked"), FetchStage.NO_MEDIA),
        (address("torn"), FetchStage.NO_MEDIA),
        (address("mixed"), FetchStage.NO_MEDIA),
        (address("films"), FetchStage.NO_MEDIA),
        (address("round"), FetchStage.NO_MEDIA),
        (address("long"), FetchStage.TOO_LARGE),
        (address("lost"), FetchStage.GONE),
        (address("inside"), FetchStage.REFUSED),
        (address("disk"), FetchStage.REFUSED),
        ("https://elsewhere.example/a", FetchStage.REFUSED),
        ("file:///etc/passwd", FetchStage.REFUSED),
    ],
)
def test_what_cannot_be_had_says_why_and_leaves_nothing_behind(
    room: Room, asked: str, stage: FetchStage
) -> None:
    room.clips.wish(asked)
    assert room.ends() is stage
    assert list((room.folder / FOLDER).iterdir()) == []
    assert room.keeper.bytes == 0


def test_it_ends_in_the_middle_of_a_film(room: Room) -> None:
    room.clips.wish(address("slow"))
    room.server.asked.get(timeout=10)
    room.clips.close()
    assert list((room.folder / FOLDER).iterdir()) == []


def test_a_real_engine_fetches_a_film_for_its_desk(room: Room, tmp_path: Path) -> None:
    with desk(tmp_path / "data", servers=room.led, sealed=True) as one:
        one.say(clip=address("a"))
        assert one.hears("fetching", lambda told: told["stage"] == "here")["address"] == address(
            "a"
        )
        with closing(Database.open(one.folder, CACHE, bytes.fromhex(KEY), write=False)) as database:
            assert ClipList(database).body(address("a")) == FILM
        one.say(pictures=[address("none")])
        assert one.hears("fetching", lambda told: told["address"] == address("none"))
        assert one.close() == 0


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x00\x00\x00\x18ftypmp42", "mp4"),
        (b"\x1a\x45\xdf\xa3" + bytes(20), "webm"),
        (b"OggS" + bytes(20), "ogg"),
        (b"ID3\x04" + bytes(20), "mp3"),
        (b"\xff\xfb\x90\x64" + bytes(20), "mp3"),
        (b"\xff\xf1\x50\x80" + bytes(20), "aac"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "wav"),
        (b"fLaC" + bytes(20), "flac"),
        (b"\x47" + bytes(187) + b"\x47" + bytes(187), "ts"),
        (b"#EXTM3U\n", ""),
        (b"<html><body>", ""),
        (b"\xff\xd8\xff\xe0 a picture", ""),
        (b"", ""),
    ],
)
def test_clips_are_known_by_how_they_begin(head: bytes, kind: str) -> None:
    assert clip_kind(head) == kind
