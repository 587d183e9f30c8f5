"""A desk to test: real window, real settings file, no display. No timer outlives its test."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controlroom.app import application
from controlroom.settings import SettingsFile
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.language import speak
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from tests.ui.opening.behind import Behind

NOWHERE = (-9_000, -9_000)
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits long where nothing else is said: how soon something comes is no matter of a test."""

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the desk makes it."""
    return application()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Qt's test hand, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def english_dark_and_no_timer_left(qapp: QApplication) -> Iterator[None]:
    """Starts each test alike, and fails it if a timer is still running at its end."""
    # What lies under the pointer stands still, and the last test may have left it anywhere.
    QCursor.setPos(*NOWHERE)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    owners = [qapp, *qapp.topLevelWidgets()]
    running = [
        timer for owner in owners for timer in owner.findChildren(QTimer) if timer.isActive()
    ]
    assert not running, f"timers left running: {running}"
    speak("en")


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    """Settings in English, so that the tests' machine has no say."""
    file = SettingsFile(tmp_path / "config")
    file.change(language="en")
    return file


@pytest.fixture
def desk(qtbot: QtBot, settings_file: SettingsFile) -> Iterator[DeskWindow]:
    """The window, shown at 1920 by 1080."""
    window = DeskWindow(settings_file)
    window.resize(1920, 1080)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.change(theme="dark", text_size=100, language="en")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert theme().metrics.percent == 100


@pytest.fixture
def behind(desk: DeskWindow, tmp_path: Path, qtbot: QtBot) -> Iterator["Behind"]:
    """A data folder behind the window; what is opened is closed again, and no lock is left."""
    from tests.ui.opening.behind import Behind

    one = Behind(desk, tmp_path / "data", qtbot)
    yield one
    for attendant in one.attendants:
        attendant.end()
    while desk.layers.top() is not None:
        desk.layers.close_top()
    assert not one.locks()
