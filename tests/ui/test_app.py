"""The desk from start to end: painted first, clean after, errors told once and in words."""

import json
import subprocess
import sys
import threading
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from controlroom import app
from controlroom.keychain import DataKey, MemoryKeychain, RecoveryKey
from controlroom.keychain.wrap import sealed
from controlroom.keychain.writing import write_keys
from controlroom.model.board import Board, Column
from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post
from controlroom.model.stream import Stream
from controlroom.settings import SettingsNotSaved
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.store import DeskStore
from controlroom.ui.faults import Faults
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.tour import STOPS

SLOW = (
    *("asyncio", "qasync", "sqlalchemy", "sqlcipher3", "requests", "keyring", "tweepy"),
    *("controlroom.house", "controlroom.store", "controlroom.keychain", "controlroom.feeds"),
    *("filelock", "msgspec", "cryptography", "dataclasses", "concurrent.futures"),
    *("controlroom.ui.board", "controlroom.ui.settings", "controlroom.ui.opening"),
    *("controlroom.ui.frame.placeholder", "controlroom.ui.frame.regions"),
    *("controlroom.ui.layers.layer", "controlroom.ui.theme.qt_palette"),
    *("controlroom.ui.controls.focus_ring", "controlroom.ui.controls.roving"),
    *("controlroom.ui.commands.palette", "controlroom.ui.commands.menus"),
    *("controlroom.ui.commands.desk", "controlroom.ui.commands.board_actions"),
    *("controlroom.ui.commands.shown", "controlroom.ui.frame.banner"),
)
MODULES = ("PySide6.QtNetwork", "PySide6.QtSvgWidgets", "PySide6.QtPrintSupport")
CLASSES = ("QIcon", "QKeySequence", "QShortcut", "QTextLayout", "QGradient")
"""Classes of Qt that load long lists of names when Python first touches them."""
AT_FIRST_PAINT = f"""
import json, sys
from pathlib import Path
from controlroom.app import main

class Memory(dict):
    backend = "memory"
    def set(self, name, secret):
        self[name] = secret

def painted(window):
    import PySide6.QtGui
    loaded = [name for name in {SLOW + MODULES!r} if name in sys.modules]
    loaded += [name for name in {CLASSES!r} if name in vars(PySide6.QtGui)]
    print(json.dumps(loaded), flush=True)
    from PySide6.QtCore import QTimer
    QTimer.singleShot(200, window.close)

sys.exit(main(Path(sys.argv[1]), first_painted=painted, keychain=Memory()))
"""

KEY = bytes(range(32))
NOT_FOR_POSTS = (
    *("asyncio", "qasync", "sqlalchemy", "filelock", "psutil", "zstandard", "keyring", "requests"),
    *("controlroom.store.desk.keeping", "controlroom.store.desk.board_file"),
    *("controlroom.store.cache.writer", "controlroom.store.cache.retention"),
    *("controlroom.store.cache.payloads", "controlroom.store.cache.versions"),
    *("controlroom.keychain.sign_ins", "controlroom.house.rescue", "controlroom.house.backups"),
    *(
        "controlroom.ui.alerts.alerts",
        "controlroom.ui.settings",
        "controlroom.ui.board.media.viewer",
    ),
    *("controlroom.ui.opening.recovery", "controlroom.ui.opening.trouble_page"),
    *("controlroom.ui.board.drawer.drawer", "controlroom.ui.board.side.window"),
    *("controlroom.model.query.parse", "controlroom.ui.board.column.filter_field"),
    *("controlroom.ui.board.column.offers", "controlroom.ui.board.pictures.decode"),
)
WIDGETS = ("QFileDialog", "QListView", "QMenu", "QTabWidget", "QWizard")
"""The last two are loaded where Qt looks for the class of a widget that Python did not make."""
AT_FIRST_POSTS = f"""
import json, sys
from pathlib import Path
from controlroom.app import main

class OneKey:
    backend = "memory"
    def get(self, name):
        return {KEY!r}

def painted(window):
    from PySide6.QtCore import Qt, QTimer
    def filled():
        import PySide6.QtWidgets
        loaded = [name for name in {NOT_FOR_POSTS!r} if name in sys.modules]
        loaded += [name for name in {WIDGETS!r} if name in vars(PySide6.QtWidgets)]
        columns = window.pages.page("board").session.columns_in_view()
        posts = [len(one.list.posts()) for one in columns]
        print(json.dumps({{"loaded": loaded, "posts": posts}}), flush=True)
        window.close()
    def wait():
        page = window.pages.page("board")
        page.filled.connect(filled, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(0, wait)

sys.exit(main(Path(sys.argv[1]), first_painted=painted, keychain=OneKey()))
"""


def test_nothing_slow_is_loaded_before_the_first_painting(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", AT_FIRST_PAINT, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == []
    assert "Traceback" not in run.stderr
    assert (tmp_path / "settings.json").exists()


@pytest.mark.parametrize("name", sorted({*SLOW, *NOT_FOR_POSTS}))
def test_what_must_wait_is_there_under_that_name(name: str) -> None:
    assert find_spec(name) is not None


def test_what_the_first_posts_do_not_need_is_loaded_after_them(tmp_path: Path) -> None:
    with_a_board_of_posts(tmp_path)
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", AT_FIRST_POSTS, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["posts"] == [3]
    assert told["loaded"] == []


def with_a_board_of_posts(folder: Path) -> None:
    """Makes a data folder whose board has a column of three posts that was read before."""
    writer = CacheWriter.open(folder, KEY)
    stream = writer.save_stream(Stream(0, "Mentions"))
    author, now = Author("1", "jo", "Jo Reed"), datetime.now(UTC)
    posts = [Post("x", str(number), author, "Bank Street is closed", now) for number in range(3)]
    changes = writer.ingest([Sighting(post, now, streams=(stream,)) for post in posts])
    writer.close()
    desk = DeskStore.open(folder, KEY)
    board = desk.save_board(Board(0, "Force", (Column(0, stream),)))
    desk.set_read_up_to(board.columns[0].id, max(changes.new))
    desk.close()
    keys = sealed(DataKey(KEY), RecoveryKey.fresh(), backend="memory", key_id="0" * 32, noted=True)
    write_keys(folder, keys)


def test_the_desk_runs_and_ends_clean_in_this_process(qapp: QApplication, tmp_path: Path) -> None:
    threads = set(threading.enumerate())
    hook = sys.excepthook
    seen: list[DeskWindow] = []

    def painted(window: DeskWindow) -> None:
        seen.append(window)
        QTimer.singleShot(100, window.close)

    assert app.main(tmp_path, first_painted=painted, keychain=MemoryKeychain()) == 0
    assert len(seen) == 1
    assert sys.excepthook is hook
    assert set(threading.enumerate()) == threads
    assert not isValid(seen[0])


def test_a_window_closed_just_before_the_engine_is_there_ends_the_desk(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = DeskWindow.watch

    def closes(window: DeskWindow) -> None:
        watch(window)
        window.close()

    monkeypatch.setattr(DeskWindow, "watch", closes)
    # Ends the test if the desk goes on without its window.
    late = QTimer(singleShot=True, interval=30_000)
    late.timeout.connect(lambda: qapp.exit(1))
    late.start()
    threads = set(threading.enumerate())
    assert app.main(tmp_path, keychain=MemoryKeychain()) == 0
    late.stop()
    assert set(threading.enumerate()) == threads


def test_an_unexpected_error_is_told_in_words_and_logged_whole(
    desk: DeskWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    faults = Faults(desk)
    with pytest.raises(ZeroDivisionError) as caught:
        _divide()
    for _again in range(3):
        faults._from_python(caught.type, caught.value, caught.tb)
    qtbot.waitUntil(lambda: desk.layers.top() is not None)
    QApplication.processEvents()
    panel = desk.layers.top()
    assert panel is not None
    assert "ZeroDivisionError" in panel.accessibleDescription()
    assert "secret" not in panel.accessibleDescription()
    assert "Traceback" in caplog.text
    desk.close_layer()
    assert desk.layers.top() is None


def test_an_error_in_a_thread_reaches_the_window(desk: DeskWindow, qtbot: QtBot) -> None:
    faults = Faults(desk)
    faults.install()
    try:
        thread = threading.Thread(target=_fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: desk.layers.top() is not None)
    finally:
        faults.remove()
    panel = desk.layers.top()
    assert panel is not None
    assert panel.accessibleDescription().startswith("The settings could not be saved in /x: full.")
    desk.close_layer()


def test_the_tour_leaves_a_picture_of_every_stop(qapp: QApplication, tmp_path: Path) -> None:
    pictures = app.tour(tmp_path / "tour", filling_ms=4_000)
    assert [path.stem for path in pictures] == [stop.name for stop in STOPS]
    assert all(path.stat().st_size > 5000 for path in pictures)
    assert len({path.read_bytes() for path in pictures}) == len(pictures)


def _divide() -> None:
    raise ZeroDivisionError("<b>secret</b>")


def _fail() -> None:
    raise SettingsNotSaved(folder="/x", reason="full")
