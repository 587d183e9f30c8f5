"""The panel of everything sent, over a record in a real file."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.sent.panel import SentPanel
from tests.ui.journal.conftest import LONG_MS, Home, begun, home
from tests.ui.sent.record import Sender

__all__ = ["begun", "home"]
Opener = Callable[[str], SentPanel]


@pytest.fixture
def sender(home: Home) -> Sender:
    """Who fills the record."""
    return Sender(home)


@pytest.fixture
def opens(desk: DeskWindow, home: Home, qtbot: QtBot) -> Iterator[Opener]:
    """Opens the panel for whoever is to work at the desk."""

    def opens(officer: str) -> SentPanel:
        with qtbot.waitSignal(desk.record.begun, timeout=LONG_MS):
            desk.record.open(home, officer)
        assert desk.record.state is not None
        assert not desk.record.state.refused, desk.record.state.refused
        desk.house = home
        panel = SentPanel(desk)
        desk.open_layer(panel)
        settle(panel, qtbot)
        return panel

    yield opens
    while desk.layers.top() is not None:
        desk.layers.close_top()
    desk.record.close()
    desk.house = None


def settle(panel: SentPanel, qtbot: QtBot) -> None:
    """Waits until everything that was asked for is here."""
    qtbot.waitUntil(lambda: not panel.reading.busy, timeout=LONG_MS)
