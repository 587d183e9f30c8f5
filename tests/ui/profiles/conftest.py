"""The section with an invented force behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.profiles.page import ProfilesPage
from tests.ui.profiles.force import Engine, House, force


@pytest.fixture
def count() -> int:
    """How many profiles the force has."""
    return 3


@pytest.fixture
def house(tmp_path: Path, count: int) -> Iterator[House]:
    (tmp_path / "force").mkdir()
    one = force(tmp_path / "force", count)
    yield one
    one.close()


@pytest.fixture
def engine(desk: DeskWindow, house: House) -> Engine:
    return Engine(desk.line, house)


@pytest.fixture
def page(desk: DeskWindow, engine: Engine, house: House, qtbot: QtBot) -> Iterator[ProfilesPage]:
    desk.go("profiles")
    desk.pages.settle()
    one = desk.pages.page("profiles")
    assert isinstance(one, ProfilesPage)
    desk.house = house
    one.register.open(house)
    qtbot.waitUntil(lambda: one.register.loaded and bool(desk.line.offers))
    yield one
    while desk.layers.top() is not None:
        desk.layers.close_top()
    one.register.close()
    desk.house = None
