"""The desk from start to end: painted first, clean after, errors told once and in words."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from controlroom import app
from controlroom.keychain import MemoryKeychain
from controlroom.settings import SettingsNotSaved
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
)
MODULES = ("PySide6.QtNetwork", "PySide6.QtSvgWidgets", "PySide6.QtPrintSupport")
CLASSES = ("QIcon", "QKeySequence", "QShortcut", "QTextLayout", "QGradient", "QImage")
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
