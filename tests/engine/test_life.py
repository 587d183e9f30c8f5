"""How an engine begins and ends, and a network that is added with a folder and a line."""

import signal
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest
from pytest_httpserver import HTTPServer

from controlroom.engine import NO_KEY
from controlroom.model.reading import GapCause
from tests.engine.desk import KEY, Desk, desk
from tests.engine.mastodon_server import wait_until

DUMMY = """
from datetime import UTC, datetime
from types import MappingProxyType

from controlroom.feeds.base import Capabilities, Page, Reading, Seat
from controlroom.model.post import Author, Post
from controlroom.model.stream import Source, SourceKind

CAPABILITIES = Capabilities(
    "noticeboard",
    "Noticeboard",
    MappingProxyType({SourceKind.FEED: Reading(page_size=10)}),
    signs_in=False,
)


class Noticeboard:
    capabilities = CAPABILITIES

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        at = datetime(2026, 11, 22, tzinfo=UTC)
        post = Post("noticeboard", "1", Author("1", "hall"), f"Fair in {source.term}", at)
        return Page((post,), mark="1", reached_known=known == "1")

    def close(self) -> None:
        return


def make_feed(seat: Seat) -> Noticeboard:
    return Noticeboard()
"""
START = """
import sys
from pathlib import Path
from controlroom.engine import main
from controlroom.feeds.registry import NETWORKS
sys.exit(main(Path(sys.argv[1]), {**NETWORKS, "noticeboard": "noticeboard.feed"}))
"""
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")


def stream(address: str) -> dict[str, object]:
    source = {"network": "rss", "kind": "feed", "term": address}
    return {"id": 0, "name": "Press", "sources": [source]}


def test_a_network_is_added_with_a_folder_and_one_line(tmp_path: Path) -> None:
    (tmp_path / "noticeboard").mkdir()
    (tmp_path / "noticeboard" / "feed.py").write_text(DUMMY)
    with desk(tmp_path / "data", "-c", START, path=str(tmp_path)) as one:
        source = {"network": "noticeboard", "kind": "feed", "term": "Fenbridge"}
        one.say(save_stream={"id": 0, "name": "Fairs", "sources": [source]})
        one.hears("changed")
        assert one.texts() == ["Fair in Fenbridge"]
        assert one.posts()[0].post.network == "noticeboard"


def test_a_desk_that_dies_takes_its_engine_with_it(tmp_path: Path) -> None:
    with desk(tmp_path / "data") as one:
        assert one.close() == 0
        assert not list((tmp_path / "data").glob("*-wal"))


def test_an_engine_that_is_told_to_stop_stops(tmp_path: Path) -> None:
    with desk(tmp_path / "data") as one:
        one.say(stop=True)
        assert one.over() == 0


@needs_signals
def test_the_system_may_end_it_while_a_server_keeps_it_waiting(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    asked, over = threading.Event(), threading.Event()

    def slowly(_: object) -> object:
        asked.set()
        over.wait(60)
        raise RuntimeError

    httpserver.expect_request("/slow").respond_with_handler(slowly)  # type: ignore[arg-type]
    with desk(tmp_path / "data") as one:
        try:
            one.say(save_stream=stream(httpserver.url_for("/slow")))
            assert asked.wait(30)
            one.process.send_signal(signal.SIGTERM)
            # The server has not let go yet.
            assert one.over() == 0
        finally:
            over.set()
        assert one.gaps() == []
        assert "Traceback" not in one.errors.read_text()


@pytest.mark.parametrize("first", [b"", b"\n", b"nonsense\n", b'{"key": "5a"}\n', b"[" * 9000])
def test_without_a_key_nothing_is_opened(tmp_path: Path, first: bytes) -> None:
    one = Desk(tmp_path)
    assert one.process.stdin is not None
    one.process.stdin.write(first)
    assert one.close() == NO_KEY
    assert not (tmp_path / "cache.db").exists()
    assert one.lines == []


def test_a_wrong_key_is_told_and_not_repeated(tmp_path: Path) -> None:
    with desk(tmp_path / "data") as first:
        first.close()
    one = Desk(tmp_path / "data")
    one.say(key="3c" * 32)
    assert one.over() == 1
    assert one.heard("error")[0]["kind"] == "WrongKey"
    assert "3c3c" not in repr(one.lines) + one.errors.read_text()
    assert one.process.stdin is not None
    one.process.stdin.close()


def test_a_second_engine_on_the_same_cache_is_refused(tmp_path: Path) -> None:
    with desk(tmp_path / "data") as first:
        second = Desk(tmp_path / "data")
        second.say(key=KEY)
        assert second.over() == 1
        assert second.heard("error")[0]["kind"] == "AlreadyRunning"
        assert second.process.stdin is not None
        second.process.stdin.close()
        assert first.close() == 0


def test_an_idle_engine_sleeps(tmp_path: Path) -> None:
    with desk(tmp_path / "data") as one:
        process = psutil.Process(one.process.pid)

        def worked_s() -> float:
            before = sum(process.cpu_times()[:2])
            time.sleep(2)
            return float(sum(process.cpu_times()[:2]) - before)

        # It may still be getting ready.
        wait_until(lambda: worked_s() < 0.1, 60)


FAULTS = {
    "html": (200, {}, "<html>Please sign in to the hotel</html>", GapCause.NONSENSE),
    "empty": (200, {}, "", GapCause.NONSENSE),
    "server error": (500, {}, "", GapCause.NETWORK_DOWN),
    "not there": (404, {}, "", GapCause.NOT_FOUND),
    "too many": (429, {"Retry-After": "999999999"}, "", GapCause.BUDGET_USED),
    "elsewhere": (302, {"Location": "file:///etc/passwd"}, "", GapCause.NONSENSE),
}


def test_every_fault_is_a_state_with_a_sentence_and_the_engine_goes_on(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    with desk(tmp_path / "data") as one:
        for name, (status, headers, body, cause) in FAULTS.items():
            address = httpserver.url_for(f"/{name.replace(' ', '-')}")
            path = f"/{name.replace(' ', '-')}"
            httpserver.expect_request(path).respond_with_data(body, status, headers)
            before = len(one.heard("error"))
            one.say(save_stream=stream(address))
            state = one.hears("state", lambda s, at=address: s["term"] == at)
            assert state["now"] == cause, name
            one.hears("error", after=before)
            httpserver.clear()
        assert one.heard("error")[-1]["text"].endswith(".")
        assert one.close() == 0
