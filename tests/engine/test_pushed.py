"""Push, second looks, budgets and orders: a network of a folder and a line in a real engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.engine.desk import Desk, desk

PAGER = """
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from controlroom.feeds.base import Budget, Capabilities, Heard, Looked, Page, Reading, Seat
from controlroom.feeds.errors import HungUp, NetworkDown
from controlroom.model.post import Author, Post
from controlroom.model.stream import Source, SourceKind

ROOM = Path({room!r})
CAPABILITIES = Capabilities(
    "pager",
    "Pager",
    MappingProxyType({{SourceKind.FEED: Reading(page_size=50, pushed=True, draws={{"reads": 1}})}}),
    signs_in=False,
    edits=True,
    deletions=True,
    looks_again=10,
    look_draws={{"reads": 1}},
)


def post(line):
    number, _, text = line.partition(" ")
    at = datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=int(number))
    return Post("pager", number, Author("1", "hall"), text, at)


def lines(name):
    path = ROOM / name
    return path.read_text().splitlines() if path.exists() else []


class Pager:
    capabilities = CAPABILITIES

    def __init__(self):
        self._over = threading.Event()

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        posts = [post(line) for line in reversed(lines("published"))]
        known_ids = {{one.remote_id for one in posts}}
        mark = posts[0].remote_id if posts else known
        left = Budget(100, 60, datetime.now(UTC) + timedelta(minutes=5))
        return Page(tuple(posts), mark=mark, reached_known=known in known_ids, budgets=(left,))

    def look(self, remote_ids):
        found = {{one.remote_id: one for one in map(post, lines("published"))}}
        standing = tuple(found[one] for one in remote_ids if one in found)
        return Looked(standing, tuple(one for one in remote_ids if one not in found))

    def channels(self, sources):
        return tuple((source,) for source in sources)

    def listen(self, sources, hear, ready):
        # What is published while this is broken is pushed to nobody who seems to listen.
        self._stand()
        ready()
        told = set()
        while not self._over.wait(0.05):
            self._stand()
            fresh = [line for line in lines("pushed") if line not in told]
            told.update(fresh)
            if fresh:
                hear(Heard(tuple(sources), tuple(map(post, fresh))))
        raise HungUp(host="pager")

    def _stand(self):
        if (ROOM / "broken").exists():
            raise NetworkDown(host="pager", reason="test")

    def close(self):
        self._over.set()


def make_feed(seat: Seat) -> Pager:
    return Pager()
"""
START = """
import sys
from pathlib import Path
from datetime import timedelta
from controlroom.engine import main, reader
from controlroom.intake import looks
looks.WATCHED = ((timedelta(days=9999), timedelta(seconds=0.1)),)
reader._TENDED_EACH = timedelta(seconds=0.2)
reader._LONGEST_SLEEP_S = 0.2
sys.exit(main(Path(sys.argv[1]), {"pager": "pager.feed"}))
"""


@contextmanager
def pager(tmp_path: Path, query: str = "") -> Iterator[tuple[Desk, Path]]:
    """An engine that reads and listens to a pager, and the room of its files."""
    room = tmp_path / "room"
    room.mkdir(exist_ok=True)
    (tmp_path / "pager").mkdir(exist_ok=True)
    (tmp_path / "pager" / "feed.py").write_text(PAGER.format(room=str(room)))
    with desk(tmp_path / "data", "-c", START, path=str(tmp_path)) as one:
        source = {"network": "pager", "kind": "feed", "term": "a"}
        one.say(save_stream={"id": 1, "name": "Pager", "sources": [source], "query": query})
        one.hears("state", lambda state: state["pushed"])
        yield one, room


def write(room: Path, name: str, *lines: str) -> None:
    with (room / name).open("a") as file:
        file.writelines(f"{line}\n" for line in lines)


def test_what_is_pushed_is_in_the_cache_without_being_asked_for(tmp_path: Path) -> None:
    with pager(tmp_path) as (one, room):
        write(room, "pushed", "5 The bridge is closed")
        one.hears("changed", lambda changed: changed["new"])
        assert one.texts() == ["The bridge is closed"]
        assert one.heard("changed")[-1]["streams"] == [1]
        assert one.close() == 0


def test_what_was_missed_while_the_push_was_broken_is_read(tmp_path: Path) -> None:
    with pager(tmp_path) as (one, room):
        (room / "broken").touch()
        one.hears("state", lambda state: not state["pushed"], after=len(one.heard("state")))
        write(room, "published", "7 Nobody pushed this")
        (room / "broken").unlink()
        one.hears("changed", lambda changed: changed["new"])
        assert one.texts() == ["Nobody pushed this"]
        assert one.gaps() == []


def test_a_pushed_post_that_does_not_fit_is_in_no_stream(tmp_path: Path) -> None:
    with pager(tmp_path, query="bridge") as (one, room):
        write(room, "pushed", "5 The bridge is closed", "6 The road is open")
        one.hears("changed", lambda changed: changed["new"])
        with one._cache() as database, database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT p.text FROM stream_post s JOIN post p ON p.id = s.post_id"
            )
            assert [row[0] for row in rows] == ["The bridge is closed"]


def test_a_post_on_a_board_that_is_deleted_is_marked_and_told(tmp_path: Path) -> None:
    with pager(tmp_path) as (one, room):
        write(room, "published", "1 Stays", "2 Goes")
        one.say(read_now=1)
        one.hears("changed", lambda changed: len(changed["new"]) == 2)
        going = next(post for post in one.posts() if post.post.text == "Goes")
        (room / "published").write_text("1 Stays\n")
        one.say(watching=[post.id for post in one.posts()])
        one.hears("changed", lambda changed: going.id in changed["removed"])
        gone = {post.post.text for post in one.posts() if post.gone_at}
        assert gone == {"Goes"}


def test_a_source_tells_how_it_stands(tmp_path: Path) -> None:
    with pager(tmp_path) as (one, _):
        one.say(read_now=1)
        state = one.hears("state", lambda state: state["pace"] == 900.0)
        assert state["budgets"][0]["limit"] == 100
        assert state["budgets"][0]["remaining"] <= 60
        assert state["complete_from"] <= state["complete_to"]
        assert state["gaps"] == []
        assert state["next_read"] > state["last_read"]
        assert state["cost"] == {"today": {}, "month": {}, "posts_this_month": 0, "most_a_month": 0}


def test_a_gap_that_is_not_there_cannot_be_filled(tmp_path: Path) -> None:
    with pager(tmp_path) as (one, _):
        one.say(fill=99)
        assert one.hears("error")["kind"] == "NoSuchGap"


def test_an_engine_that_listens_ends_within_seconds_with_all_its_threads(tmp_path: Path) -> None:
    with pager(tmp_path) as (one, _):
        assert psutil.Process(one.process.pid).num_threads() < 30
        assert one.close() == 0
        assert "do not end" not in one.errors.read_text()
