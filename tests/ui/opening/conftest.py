"""A desk with a real data folder behind it and a keychain of this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from controlroom.ui.frame.window import DeskWindow
from tests.ui.opening.behind import Behind


@pytest.fixture
def behind(desk: DeskWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[Behind]:
    one = Behind(desk, tmp_path / "data", qtbot)
    yield one
    for attendant in one.attendants:
        attendant.end()
    while desk.layers.top() is not None:
        desk.layers.close_top()
    if one.folder.exists():
        assert not list(one.folder.glob("*.pid"))
