"""A house to look at: a real cache with invented posts, a real desk file, a real window."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks import postgres
from benchmarks.posts import sightings
from controlroom.model.board import Board, Column
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.store import DeskStore
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow

KEY = bytes(range(32))
POSTS = 5_000
NAMES = ("Mentions", "#M97", "Comments", "Messages", "Roads", "Search")
KINDS = (
    SourceKind.MENTIONS, SourceKind.HASHTAG, SourceKind.COMMENTS, SourceKind.MESSAGES,
    SourceKind.POSTS, SourceKind.SEARCH,
)  # fmt: skip


class Home(NamedTuple):
    """What the house of the desk is to the board, with the engine's side of it."""

    desk: DeskStore
    cache: CacheReader | None
    writer: CacheWriter


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Cluster]:
    """A server that the tests of a file share, and may stop and start."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster() as one:
        yield one


@pytest.fixture(scope="session")
def full_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a cache of 5,000 posts in forty streams."""
    folder = tmp_path_factory.mktemp("full")
    writer = CacheWriter.open(folder, KEY)
    fill(writer, POSTS)
    writer.close()
    return folder


def fill(writer: CacheWriter, posts: int) -> None:
    """Puts profiles, streams and posts into a cache."""
    for number in range(1, 265):
        handle = f"WestmarchUnit{number}"
        writer.save_profile(Profile(0, "mastodon", f"unit{number}", handle))
    for number in range(40):
        kind = KINDS[number % len(KINDS)]
        name = f"{NAMES[number % len(NAMES)]} {number + 1}"
        writer.save_stream(Stream(0, name, (Source("mastodon", kind, number + 1),)))
    made = list(sightings(posts))
    for start in range(0, posts, 500):
        writer.ingest(made[start : start + 500])


@pytest.fixture
def home(full_cache: Path, tmp_path: Path) -> Iterator[Home]:
    """A house of its own for each test."""
    folder = tmp_path / "house"
    folder.mkdir()
    shutil.copy(full_cache / "cache.db", folder / "cache.db")
    writer = CacheWriter.open(folder, KEY)
    found = Home(DeskStore.open(folder, KEY), CacheReader.open(folder, KEY), writer)
    yield found
    found.desk.close()
    assert found.cache is not None
    found.cache.close()
    writer.close()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[BoardPage], None]:
    """Waits until a page has all the answers it asked for."""

    def wait(page: BoardPage) -> None:
        qtbot.waitUntil(lambda: page.desk is None or not page.desk.reading.busy(), timeout=10_000)
        QApplication.processEvents()

    return wait


@pytest.fixture
def board(desk: DeskWindow, home: Home, settle: Callable[[BoardPage], None]) -> Iterator[BoardPage]:
    """The page with a board of six columns open, everything read."""
    home.desk.save_board(Board(0, "Force", tuple(Column(0, one) for one in range(1, 7))))
    page = page_of(desk)
    page.open_house(home)
    settle(page)
    yield page
    page.close_house()


def page_of(desk: DeskWindow) -> BoardPage:
    """Returns the board of a window, which is made once the frame has been painted."""
    QApplication.processEvents()
    desk.pages.settle()
    page = desk.pages.page("board")
    assert isinstance(page, BoardPage)
    return page
