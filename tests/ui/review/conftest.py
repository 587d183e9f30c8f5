"""The section with a cache of invented posts behind it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.store.cache.reader import CacheReader
from controlroom.store.desk.notes import SavedSearch
from controlroom.store.desk.store import DeskStore
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.review.page import ReviewPage
from controlroom.ui.review.sample import SAVED, ReviewSample, open_review

POSTS = 1_400
Settle = Callable[[], None]


class Home(NamedTuple):
    """The open house, as far as the section needs it."""

    desk: DeskStore
    cache: CacheReader | None


@pytest.fixture(scope="session")
def sample() -> Iterator[ReviewSample]:
    """One cache for all tests; nobody writes into it."""
    one = open_review(POSTS)
    yield one
    one.close()


@pytest.fixture
def home(sample: ReviewSample, tmp_path: Path) -> Iterator[Home]:
    (tmp_path / "house").mkdir()
    desk = DeskStore.open(tmp_path / "house", bytes(32))
    for name, query in SAVED:
        desk.save_search(SavedSearch(name, query))
    yield Home(desk, sample.cache)
    desk.close()


@pytest.fixture
def page(desk: DeskWindow, home: Home, qtbot: QtBot) -> Iterator[ReviewPage]:
    desk.go("review")
    desk.pages.settle()
    one = desk.pages.page("review")
    assert isinstance(one, ReviewPage)
    one.open_house(home)
    qtbot.waitUntil(lambda: not one.asking.busy() and bool(one.saving.searches))
    yield one
    while desk.layers.top() is not None:
        desk.layers.close_top()
    one.close_house()


@pytest.fixture
def settle(page: ReviewPage, qtbot: QtBot) -> Settle:
    """Waits until the page has all the answers it asked for."""

    def wait() -> None:
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not page.asking.busy(), timeout=10_000)
        QApplication.processEvents()

    return wait
