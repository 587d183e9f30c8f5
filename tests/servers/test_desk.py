"""The main job of the desk on the Bluesky reference servers, with the real window and engine.

Somebody connects three profiles, makes a board, reads what others write with another client, loses
the servers and gets them back. The pictures taken on the way are in `build/desk-on-bluesky`.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom import app
from controlroom.feeds.networks.bluesky.firehose import listening
from controlroom.keychain import MemoryKeychain, confirm_recovery_key, open_house_key
from controlroom.keychain.house import Created
from controlroom.settings import SettingsFile
from controlroom.ui.frame.window import DeskWindow
from tests.servers.day import Day
from tests.servers.gate import Gate, before
from tests.servers.hands import Hands
from tests.servers.people import Person
from tests.servers.relay import relayed
from tests.servers.stack import Stack

pytestmark = [
    pytest.mark.servers,
    pytest.mark.xdist_group("bluesky"),
    pytest.mark.qt_log_ignore("This plugin does not support"),
    # Of the other client, when it uploads a picture.
    pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning"),
]
PICTURES = Path(__file__).parents[2] / "build" / "desk-on-bluesky"


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the desk makes it."""
    return app.application()


@pytest.fixture
def gates(bluesky: Stack) -> Iterator[tuple[Gate, Gate]]:
    """What stands between the desk and the network: the accounts' server, and all posts."""
    with (
        relayed(bluesky.pds) as stream,
        before(bluesky.pds) as home,
        before(stream.address) as public,
    ):
        yield home, public


def test_the_main_job_is_done_with_the_real_window_on_real_servers(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    bluesky: Stack,
    gates: tuple[Gate, Gate],
    person: Callable[[str], Person],
) -> None:
    ours = [person(name) for name in ("westmarch", "oldmere", "fenbridge")]
    ida = person("ida")
    home, public = gates
    led = {bluesky.pds: home.address, **dict.fromkeys(listening().hosts, public.address)}

    def work(window: DeskWindow) -> None:
        Day(Hands(window, qtbot, emptied(PICTURES)), bluesky, ours, ida, gates).work()

    run(tmp_path / "data", led, work)


def run(folder: Path, led: Mapping[str, str], work: Callable[[DeskWindow], None]) -> None:
    """Runs the desk on a new data folder and has somebody work at it once the engine reads."""
    chain, wrong = new_house(folder), list[BaseException]()

    def begin(window: DeskWindow, timer: QTimer) -> None:
        if not window.line.reads:
            return
        timer.stop()
        try:
            work(window)
        except BaseException as error:  # noqa: BLE001 - it is raised again once the desk has ended
            wrong.append(error)
        finally:
            window.close()

    def painted(window: DeskWindow) -> None:
        window.resize(1920, 1080)
        timer = QTimer(window, interval=200)
        timer.timeout.connect(lambda: begin(window, timer))
        window.closed.connect(timer.stop)
        timer.start()

    assert app.main(folder, first_painted=painted, keychain=chain, servers=led) == 0
    if wrong:
        raise wrong[0]


def new_house(folder: Path) -> MemoryKeychain:
    """Makes a data folder whose recovery key has been noted; returns the keychain with its key."""
    folder.mkdir()
    SettingsFile(folder).change(language="en", theme="dark")
    chain = MemoryKeychain()
    opened = open_house_key(folder, chain, [])
    assert isinstance(opened, Created)
    confirm_recovery_key(folder, opened.recovery.text())
    return chain


def emptied(folder: Path) -> Path:
    """Returns a folder without the pictures of the last time."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    return folder
